using System.Text;
using JointWatch.Exchange.Book;
using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Station.Joint;
using JointWatch.Tracking;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Station.Tests.Joint;

public sealed class AnnouncedLaunchTests
{
    private const string Circle = """
        { "kind": "preLaunch", "party": "alfa", "id": "black-brant", "revision": 1, "class": "soundingOrShortRange",
          "window": { "from": "1995-01-25T05:00:00Z", "until": "1995-01-25T12:00:00Z" },
          "launchArea": { "latitudeDegrees": 69.3, "longitudeDegrees": 16.0, "radiusMeters": 5000 },
          "azimuth": { "fromDegrees": 350, "toDegrees": 20 },
          "impactArea": { "polygon": [[75, 10], [76, 10], [76, 14]] },
          "validUntil": "1995-01-26T12:00:00Z", "note": "a study of the northern lights" }
        """;

    [Fact]
    public void An_announcement_says_the_same_after_its_way_through_the_log()
    {
        Notification sent = Read(Circle);

        Notification got = NotificationReader.Read(AnnouncedLaunch.Notification(Through(AnnouncedLaunch.Body(sent, null))));

        Assert.Equal(NotificationKind.PreLaunch, got.Kind);
        Assert.Equal((sent.Name, sent.Revision, sent.Note), (got.Name, got.Revision, got.Note));
        Assert.Equal((sent.Plan!.Class, sent.Plan.From, sent.Plan.Until), (got.Plan!.Class, got.Plan.From, got.Plan.Until));
        Assert.Equal(sent.Plan.LaunchArea.Middle.LatitudeDegrees, got.Plan.LaunchArea.Middle.LatitudeDegrees, 6);
        Assert.Equal(sent.Plan.LaunchArea.RadiusMeters, got.Plan.LaunchArea.RadiusMeters);
        Assert.Equal(sent.Plan.Azimuth!.WidthRadians, got.Plan.Azimuth!.WidthRadians, 5);
        Assert.Equal(sent.Plan.ImpactArea!.Polygon.Count, got.Plan.ImpactArea!.Polygon.Count);
    }

    [Theory]
    [InlineData("cancellation", "", NotificationKind.Cancellation)]
    [InlineData("postLaunch", ", \"launchedAt\": \"1995-01-25T06:24:00Z\"", NotificationKind.PostLaunch)]
    public void What_becomes_of_it_goes_the_same_way(string kind, string more, NotificationKind expected)
    {
        AnnouncementBody before = AnnouncedLaunch.Body(Read(Circle), null);
        Notification end = Read($$"""{ "kind": "{{kind}}", "party": "alfa", "id": "black-brant", "revision": 2{{more}} }""");

        Notification got = NotificationReader.Read(AnnouncedLaunch.Notification(Through(AnnouncedLaunch.Body(end, before))));

        Assert.Equal((expected, 2, end.LaunchedAt), (got.Kind, got.Revision, got.LaunchedAt));
    }

    [Fact]
    public void The_end_of_what_was_not_announced_is_refused()
    {
        Notification end = Read("""{ "kind": "cancellation", "party": "alfa", "id": "other", "revision": 2 }""");

        RecordException e = Assert.Throws<RecordException>(() => AnnouncedLaunch.Body(end, null));

        Assert.Equal("id is 'other'; expected a launch that was announced to the centre before", e.Message);
    }

    [Theory]
    [InlineData("Northern Watch", 3, "northern-watch-3")]
    [InlineData("  ", 1, "exercise-1")]
    [InlineData("Übung: \"Die lange Nacht über dem nördlichen Eismeer\"", 12, "bung-die-lange-nacht-ber-dem-12")]
    public void An_exercise_has_a_mark_in_the_letters_of_a_topic(string name, uint run, string mark)
    {
        Assert.Equal(mark, ExerciseMark.Of(name, run));
        Assert.True(Contract.Topics.IsName(mark));
    }

    private static Notification Read(string json) => NotificationReader.Read(Encoding.UTF8.GetBytes(json));

    private static Said<AnnouncementBody> Through(AnnouncementBody body)
    {
        using PartyKey key = PartyKey.FromSeed(PartyId.Parse("alfa"), new byte[32]);
        SignedRecord record = RecordReader.Read(new RecordMaker(key).Say(body, new UtcMicroseconds(1_000_000)).Bytes);
        return new Said<AnnouncementBody>(0, record, (AnnouncementBody)record.Body);
    }
}

using JointWatch.Tracking.Geodesy;
using JointWatch.Warning.Tests.Simulation;
using JointWatch.Warnings;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Warning.Tests.Announcements;

/// <summary>
/// On 25 January 1995 a Black Brant XII, a sounding rocket, rose from Andøya to 1,453 km. Norway had announced it on 21 December; the note had not
/// reached the console (G. Forden, P. Podvig, T. Postol, "False alarm, nuclear danger", IEEE Spectrum, March 2000). Here a smaller
/// sounding rocket of the exercise flies from there, three times.
/// </summary>
public sealed class NorwegianRocketTests
{
    private const string Name = "norway/black-brant-12";
    private static readonly Lazy<Truth> Rocket = new(() => Truth.SoundingRocket(190));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Announced_it_raises_no_alarm_from_its_first_sign_to_its_end(int seed)
    {
        List<(LaunchWarning Warning, AnnouncementVerdict Verdict)> judged = Fly(seed, Announce(335, Rocket.Value.Impact!.Value));

        Assert.All(judged.Where(j => j.Warning.State != WarningState.Suspected), j => Assert.False(j.Verdict.Alarms, $"revision {j.Warning.Revision}: {j.Verdict.Label}, {string.Join("; ", j.Verdict.Departures)}"));
        Assert.Equal((AnnouncementLabel.Announced, Name), (judged[^1].Verdict.Label, judged[^1].Verdict.Announcement));
        Assert.InRange(judged[^1].Verdict.Readings[0].Probability, 0.999, 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_same_rocket_unannounced_raises_the_alarm(int seed)
    {
        List<(LaunchWarning Warning, AnnouncementVerdict Verdict)> judged = Fly(seed);

        Assert.All(judged, j => Assert.Equal((AnnouncementLabel.Unannounced, true), (j.Verdict.Label, j.Verdict.Alarms)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Announced_and_flying_elsewhere_raises_an_alarm_that_says_what_departs_and_by_how_much(int seed)
    {
        Geodetic elsewhere = Geodetic.FromDegrees(72, 60, 0);
        List<(LaunchWarning Warning, AnnouncementVerdict Verdict)> judged = Fly(seed, Announce(65, elsewhere));

        Assert.True(judged[^1].Verdict.Alarms);
        Assert.Contains(judged, j => j.Warning.State == WarningState.Confirmed && j.Verdict.Alarms);
        IReadOnlyList<FieldFit> fields = judged[^1].Verdict.Readings.FirstOrDefault(r => r.Announcement == Name)?.Fields ?? [];
        string told = string.Join("; ", judged[^1].Verdict.Departures.Concat(fields.Where(f => f.Sigmas > 4).Select(f => $"{f.Field}: {f.Words}")));
        Assert.True(judged[^1].Verdict.Label is AnnouncementLabel.Unannounced || told.Contains("azimuth: ", StringComparison.Ordinal) || told.Contains("impact area: ", StringComparison.Ordinal), told);
    }

    [Fact]
    public void Announced_for_another_day_it_raises_the_alarm()
    {
        Notification late = Announce(335, Rocket.Value.Impact!.Value);
        Announcement plan = late.Plan! with { From = Truth.Epoch.AddSeconds(-30 * 3_600), Until = Truth.Epoch.AddSeconds(-24 * 3_600) };

        Assert.All(Fly(1, late with { Plan = plan }), j => Assert.True(j.Verdict.Alarms));
    }

    [Fact]
    public void That_a_matched_announcement_is_taken_back_in_flight_is_a_departure()
    {
        var book = new AnnouncementBook();
        book.Take(Announce(335, Rocket.Value.Impact!.Value), Truth.Epoch.AddSeconds(-3_600));
        LaunchWarning warning = new Watchstander(new TrackSimulator(Rocket.Value, 1, new TrackQuality())).RunTo(90).Only;
        Assert.Equal(AnnouncementLabel.Announced, book.Judge(warning, warning.UpdatedAt).Label);

        book.Take(new Notification(NotificationKind.Cancellation, "norway", "black-brant-12", 2, "", null, null), warning.UpdatedAt);

        AnnouncementVerdict verdict = book.Judge(warning, warning.UpdatedAt);
        Assert.Equal(["announcement: no longer in force: changed or cancelled during the flight"], verdict.Departures);
        Assert.True(verdict.Alarms);
    }

    private static List<(LaunchWarning Warning, AnnouncementVerdict Verdict)> Fly(int seed, params Notification[] announced)
    {
        var book = new AnnouncementBook();
        foreach (Notification notification in announced)
        {
            book.Take(notification, Truth.Epoch.AddSeconds(-35 * 86_400));
        }

        Watchstander watch = new Watchstander(new TrackSimulator(Rocket.Value, seed, new TrackQuality())).RunTo(Rocket.Value.ImpactSeconds);
        Assert.Contains(watch.Log, e => e.Warning.State == WarningState.Confirmed);
        return [.. watch.Log.Select(e => (e.Warning, book.Judge(e.Warning, e.Warning.UpdatedAt)))];
    }

    private static Notification Announce(double azimuthDegrees, Geodetic impact)
    {
        var plan = new Announcement(
            "norway",
            "black-brant-12",
            1,
            ObjectClass.SoundingOrShortRange,
            Truth.Epoch.AddSeconds(-3_600),
            Truth.Epoch.AddSeconds(6 * 3_600),
            GroundArea.Circle(Geodetic.FromDegrees(69.29, 16.02, 0), 5_000),
            new AzimuthSector(double.DegreesToRadians(azimuthDegrees - 15), double.DegreesToRadians(30)),
            GroundArea.Circle(impact, 150_000),
            Truth.Epoch.AddSeconds(16 * 86_400),
            "");
        return new Notification(NotificationKind.PreLaunch, plan.Party, plan.Id, 1, "", plan, null);
    }
}

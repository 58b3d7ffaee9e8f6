using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Warning.Tests.Announcements;

/// <summary>What the watch reads when a flight that was matched leaves what was announced.</summary>
public sealed class DepartureTests
{
    private static readonly UtcMicroseconds Noon = UtcMicroseconds.From(new DateTimeOffset(2026, 7, 4, 12, 0, 0, TimeSpan.Zero));
    private static readonly Geodetic Pad = Geodetic.FromDegrees(69.29, 16.02, 0);

    /// <summary>30 degrees beyond, by sqrt(2.98² + 1²) degrees of one sigma: 9.5.</summary>
    [Fact]
    public void An_azimuth_is_told_as_seen_and_as_announced()
    {
        AnnouncementBook book = Announced(ObjectClass.SoundingOrShortRange);
        Assert.Equal(AnnouncementLabel.Announced, book.Judge(Flight(352), Noon).Label);

        AnnouncementVerdict departed = book.Judge(Flight(312), Noon);
        Assert.Equal(AnnouncementLabel.Departed, departed.Label);
        Assert.Equal(["azimuth: 312° where 352° ± 10° was announced, 9.5 sigma beyond the tolerance"], departed.Departures);
    }

    [Fact]
    public void An_azimuth_that_rounds_to_north_is_000() =>
        Assert.StartsWith("azimuth: 000° where 100° ± 10° was announced", DepartureFrom(azimuthDegrees: 100, seenDegrees: 359.7), StringComparison.Ordinal);

    [Fact]
    public void What_is_far_out_is_not_counted_in_sigma() =>
        Assert.Equal("azimuth: 190° where 352° ± 10° was announced, far beyond the tolerance", DepartureFrom(azimuthDegrees: 352, seenDegrees: 190));

    [Fact]
    public void A_class_is_told_in_the_words_of_a_warning()
    {
        AnnouncementBook book = Announced(ObjectClass.SoundingOrShortRange);
        book.Judge(Flight(352), Noon);
        Assert.Equal(
            ["class: medium range where sounding rocket or short range was announced"],
            book.Judge(Flight(352) with { Class = ObjectClass.MediumRange }, Noon).Departures);
    }

    private static string DepartureFrom(double azimuthDegrees, double seenDegrees)
    {
        AnnouncementBook book = Announced(ObjectClass.SoundingOrShortRange, azimuthDegrees);
        book.Judge(Flight(azimuthDegrees), Noon);
        return Assert.Single(book.Judge(Flight(seenDegrees), Noon).Departures);
    }

    private static AnnouncementBook Announced(ObjectClass type, double azimuthDegrees = 352)
    {
        var plan = new Announcement(
            "norway",
            "black-brant-12",
            1,
            type,
            Noon.AddSeconds(-600),
            Noon.AddSeconds(600),
            GroundArea.Circle(Pad, 5_000),
            new AzimuthSector(double.DegreesToRadians(azimuthDegrees - 10), double.DegreesToRadians(20)),
            null,
            Noon.AddSeconds(86_400),
            "");
        var book = new AnnouncementBook();
        book.Take(new Notification(NotificationKind.PreLaunch, plan.Party, plan.Id, 1, "", plan, null), Noon.AddSeconds(-3_600));
        return book;
    }

    private static LaunchWarning Flight(double azimuthDegrees) => new(
        1,
        1,
        new TrackId(1),
        WarningState.Confirmed,
        ObjectClass.Unknown,
        0.99,
        Noon.AddSeconds(20),
        Noon.AddSeconds(60),
        new LaunchEstimate(Noon, 1, Pad, 500, double.DegreesToRadians(azimuthDegrees)) { AzimuthSigmaRadians = double.DegreesToRadians(1) },
        null,
        false,
        100_000,
        50,
        [new SensorId("alfa/radar-1"), new SensorId("bravo/radar-1")],
        "");
}

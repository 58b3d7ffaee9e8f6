using JointWatch.Station.Outputs;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Station.Tests.Outputs;

/// <summary>Warnings of which a test says what matters to it.</summary>
internal static class SomeWarnings
{
    public static LaunchWarning Warning(
        int id = 1, int revision = 1, WarningState state = WarningState.Confirmed, ImpactEstimate? impact = null, LaunchEstimate? launch = null) => new(
        id,
        revision,
        new TrackId(7),
        state,
        ObjectClass.MediumRange,
        0.98,
        Some.Now,
        Some.Now.AddSeconds(revision),
        launch,
        impact,
        ReachesOrbit: false,
        300_000,
        42,
        [new SensorId("alfa/radar-1")],
        "climbs at 900 m/s & more, < 5 km off");

    public static LaunchEstimate Launch(double latitude = 69, double longitude = 16, double radius = 2_000) =>
        new(Some.Now.AddSeconds(-40), 1.5, Geodetic.FromDegrees(latitude, longitude, 0), radius, 1.2);

    public static ImpactEstimate Impact(
        double latitude = 71, double longitude = 5, double major = 20_000, double minor = 4_000, double azimuthDegrees = 30) => new(
        Some.Now.AddSeconds(400), 3, Geodetic.FromDegrees(latitude, longitude, 0), major, minor, double.DegreesToRadians(azimuthDegrees));

    public static ListedWarning Listed(
        LaunchWarning warning, WarningStatus status = WarningStatus.Test, bool isInForce = true, AnnouncementVerdict? verdict = null) =>
        new(warning, status, isInForce, verdict, []);

    /// <summary>A verdict on norway/black-brant-12, with the probability that it is that.</summary>
    public static AnnouncementVerdict Verdict(AnnouncementLabel label, double probability, params IReadOnlyList<string> departures) => new(
        label,
        label is AnnouncementLabel.Announced or AnnouncementLabel.Departed ? "norway/black-brant-12" : null,
        [
            new Reading("norway/black-brant-12", probability, [new FieldFit("azimuth", 1.5, 0, "as announced")]),
            new Reading(null, 1 - probability, []),
        ],
        departures);
}

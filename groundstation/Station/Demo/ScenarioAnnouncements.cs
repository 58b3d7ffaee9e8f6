using System.Text.Json;
using JointWatch.Exercises;
using JointWatch.Station.Announcing;
using JointWatch.Station.Intake;
using JointWatch.Station.Journal;
using JointWatch.Tracking;

namespace JointWatch.Station.Demo;

/// <summary>Hands what a scenario announces to the station, as its parties would: notifications with times on the exercise's clock.</summary>
internal static class ScenarioAnnouncements
{
    private const double ValidSeconds = 86_400;

    public static Task SubmitAsync(string party, string id, byte[] notification, StationIntake intake, CancellationToken cancellation) =>
        intake.SubmitAsync(EntryKind.Notification, AnnouncementTopic.Of(party, id), notification, cancellation);

    /// <summary>What a party would send, as JSON.</summary>
    public static byte[] Notification(AnnouncementSpec spec, string id, Director director)
    {
        UtcMicroseconds until = director.TimeOf(spec.UntilSeconds);
        var fields = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["kind"] = "preLaunch",
            ["party"] = spec.Party,
            ["id"] = id,
            ["revision"] = 1,
            ["class"] = spec.Class,
            ["window"] = new { from = director.TimeOf(spec.FromSeconds).ToString(), until = until.ToString() },
            ["launchArea"] = Circle(spec.LaunchArea),
            ["validUntil"] = until.AddSeconds(ValidSeconds).ToString(),
            ["note"] = spec.Note,
        };
        if (spec.Azimuth is { } azimuth)
        {
            fields["azimuth"] = new { fromDegrees = azimuth.FromDegrees, toDegrees = azimuth.ToDegrees };
        }

        if (spec.ImpactArea is { } impact)
        {
            fields["impactArea"] = Circle(impact);
        }

        return JsonSerializer.SerializeToUtf8Bytes(fields);
    }

    private static object Circle(CircleSpec circle) => new
    {
        latitudeDegrees = circle.Middle.LatitudeDegrees,
        longitudeDegrees = circle.Middle.LongitudeDegrees,
        radiusMeters = circle.RadiusMeters,
    };
}

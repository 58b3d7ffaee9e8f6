using JointWatch.Station.Views;
using JointWatch.Tracking;
using JointWatch.Warnings;

namespace JointWatch.Station.Picture;

/// <summary>A warning as the page shows it.</summary>
internal static class WarningViews
{
    public static WarningView Of(LaunchWarning w, UtcMicroseconds now) => new(
        w.Id,
        w.Revision,
        w.Track.ToString(),
        Words.Of(w.State),
        Words.Of(w.Class),
        w.Confidence,
        w.RaisedAt.ToString(),
        w.UpdatedAt.ToString(),
        w.Launch is { } launch ? Of(launch) : null,
        w.Impact is { } impact ? Of(impact) : null,
        w.ReachesOrbit,
        w.ApogeeMeters,
        w.Impact?.Time.SecondsSince(now),
        w.Detections,
        [.. w.Sensors.Select(s => s.Value)],
        w.Reason);

    private static LaunchView Of(LaunchEstimate launch) => new(
        launch.Time.ToString(),
        launch.TimeSigmaSeconds,
        launch.Point.LatitudeDegrees,
        launch.Point.LongitudeDegrees,
        launch.RadiusMeters,
        double.RadiansToDegrees(launch.AzimuthRadians));

    private static ImpactView Of(ImpactEstimate impact) => new(
        impact.Time.ToString(),
        impact.TimeSigmaSeconds,
        impact.Point.LatitudeDegrees,
        impact.Point.LongitudeDegrees,
        impact.SemiMajorMeters,
        impact.SemiMinorMeters,
        double.RadiansToDegrees(impact.MajorAxisAzimuthRadians));
}

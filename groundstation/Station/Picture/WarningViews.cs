using JointWatch.Station.Views;
using JointWatch.Tracking;
using JointWatch.Warnings;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Station.Picture;

/// <summary>A warning as the page shows it.</summary>
internal static class WarningViews
{
    private static WarningView Of(LaunchWarning w, UtcMicroseconds now) => new(
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
        w.Reason)
    {
        ClassProbabilities = [.. w.ClassProbabilities.Select(c => new ClassProbabilityView(Words.Of(c.Class), c.Probability))],
        Burnout = w.Burnout is { } end ? new BurnoutView(end.Time.ToString(), end.TimeSigmaSeconds, end.HeightMeters, end.SpeedMetersPerSecond) : null,
        ApogeeSigmaMeters = w.ApogeeSigmaMeters,
        IsImpactSettled = w.IsImpactSettled,
        ParentId = w.Parent,
        FamilyId = w.Family,
        ModelVersion = w.ModelVersion,
        Events = [.. w.Events.Select(Of)],
    };

    /// <summary>A warning with how it stands to what was announced; without that where it is null.</summary>
    public static WarningView Of(LaunchWarning w, AnnouncementVerdict? verdict, UtcMicroseconds now) =>
        Of(w, now) with { Announced = verdict is null ? null : AnnouncementViews.Of(verdict) };

    private static WarningEventView Of(WarningEvent step) => new(
        step.Revision,
        step.At.ToString(),
        Words.Of(step.State),
        step.Reason,
        step.ModelVersion,
        step.Track.ToString(),
        step.Detections,
        step.LastDetection.ToString(),
        [.. step.Sensors.Select(s => s.Value)]);

    private static LaunchView Of(LaunchEstimate launch) => new(
        launch.Time.ToString(),
        launch.TimeSigmaSeconds,
        launch.Point.LatitudeDegrees,
        launch.Point.LongitudeDegrees,
        launch.RadiusMeters,
        double.RadiansToDegrees(launch.AzimuthRadians))
    {
        AzimuthSigmaDegrees = launch.AzimuthSigmaRadians is { } sigma ? double.RadiansToDegrees(sigma) : null,
        SemiMajorMeters = launch.Spread.SemiMajorMeters,
        SemiMinorMeters = launch.Spread.SemiMinorMeters,
        MajorAxisAzimuthDegrees = double.RadiansToDegrees(launch.Spread.MajorAxisAzimuthRadians),
    };

    private static ImpactView Of(ImpactEstimate impact) => new(
        impact.Time.ToString(),
        impact.TimeSigmaSeconds,
        impact.Point.LatitudeDegrees,
        impact.Point.LongitudeDegrees,
        impact.SemiMajorMeters,
        impact.SemiMinorMeters,
        double.RadiansToDegrees(impact.MajorAxisAzimuthRadians));
}

using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings.Evidence;

namespace JointWatch.Warnings.Life;

/// <summary>Decides whether what is now known of an object is worth a new revision of its warning, and writes it.</summary>
internal sealed class Reviser(WarningOptions options)
{
    /// <summary>A spread that has shrunk to this share of the published one is news.</summary>
    private const double Sharper = 0.8;

    /// <summary>A launch azimuth that has turned by 3 degrees is.</summary>
    private const double CosineOfTurn = 0.99863;

    /// <summary>The first revision.</summary>
    public static LaunchWarning Raise(Watch watch, int id, Verdict verdict, UtcMicroseconds now) =>
        Write(watch, id, null, verdict.State, now, (watch.Parent is { } parent ? Reasons.CameOff(parent.Id) : string.Empty) + verdict.Reason);

    /// <summary>The next revision, or null if nothing worth saying has changed.</summary>
    public LaunchWarning? Revise(Watch watch, LaunchWarning warning, Verdict verdict, UtcMicroseconds now)
    {
        string? reason = watch.TakenOverFrom is { } earlier ? Reasons.TakenOver(earlier, watch.Track)
            : verdict.State != warning.State ? verdict.Reason
            : warning.State is WarningState.Over or WarningState.Cancelled ? null
            : News(watch, warning) ?? (now.SecondsSince(warning.UpdatedAt) >= PauseSeconds(watch) ? Movement(watch, warning) : null);
        return reason is null ? null : Write(watch, warning.Id, warning, verdict.State, now, reason);
    }

    private double PauseSeconds(Watch watch) => watch.Engine.State == EngineState.Stopped && watch.PublishedEngine == EngineState.Stopped
        ? options.RevisionSeconds.Coasting
        : options.RevisionSeconds.Burning;

    /// <summary>What is said at once.</summary>
    private static string? News(Watch watch, LaunchWarning warning) =>
        watch.Forecast.ReachesOrbit && !warning.ReachesOrbit ? Reasons.Orbit(watch.Forecast.ApogeeMeters)
        : !watch.Forecast.ReachesOrbit && warning.ReachesOrbit ? Reasons.LeavesOrbit
        : warning.State <= WarningState.Confirmed && watch.Forecast.Class != warning.Class ? Reasons.Classified(watch)
        : null;

    /// <summary>What is said when the last revision is old enough.</summary>
    private static string? Movement(Watch watch, LaunchWarning warning)
    {
        if (watch.Engine.State != watch.PublishedEngine && watch.Engine.State != EngineState.Unknown)
        {
            return Reasons.EngineChanged(watch);
        }

        if (watch.Launch.Estimate is { } launch && (warning.Launch is not { } known || IsNews(known, launch)))
        {
            return Reasons.LaunchFound(launch);
        }

        return (warning.Impact, watch.Forecast.Impact) switch
        {
            (null, { } impact) => Reasons.ImpactKnown(watch, impact),
            ({ }, null) => Reasons.ImpactUnknown,
            ({ } before, { } impact) when Moved(before, impact) is { } meters => Reasons.ImpactMoved(watch, meters),
            ({ } before, { } impact) when impact.SemiMajorMeters < Sharper * before.SemiMajorMeters => Reasons.ImpactKnown(watch, impact),
            _ => null,
        };
    }

    private static bool IsNews(LaunchEstimate before, LaunchEstimate launch) =>
        (before.Point.ToEcef() - launch.Point.ToEcef()).Length > before.RadiusMeters
        || Math.Abs(launch.Time.SecondsSince(before.Time)) > before.TimeSigmaSeconds
        || launch.RadiusMeters < Sharper * before.RadiusMeters
        || Math.Cos(launch.AzimuthRadians - before.AzimuthRadians) < CosineOfTurn;

    /// <summary>How far the impact has moved, if that is out of its published ellipse or time.</summary>
    private static double? Moved(ImpactEstimate before, ImpactEstimate impact)
    {
        Enu step = LocalFrame.At(before.Point).ToLocal(impact.Point.ToEcef().Vector);
        (double sin, double cos) = Math.SinCos(before.MajorAxisAzimuthRadians);
        double major = ((step.EastMeters * sin) + (step.NorthMeters * cos)) / before.SemiMajorMeters;
        double minor = ((step.EastMeters * cos) - (step.NorthMeters * sin)) / before.SemiMinorMeters;
        bool isOut = !((major * major) + (minor * minor) <= 1)
            || Math.Abs(impact.Time.SecondsSince(before.Time)) > Math.Max(1, before.TimeSigmaSeconds);
        return isOut ? step.RangeMeters : null;
    }

    private static LaunchWarning Write(
        Watch watch, int id, LaunchWarning? before, WarningState state, UtcMicroseconds now, string reason)
    {
        int revision = (before?.Revision ?? 0) + 1;
        watch.TakenOverFrom = null;
        watch.PublishedEngine = watch.Engine.State;
        WarningEvent step = new(
            revision, now, state, reason, WarningModel.Version, watch.Track, watch.Detections, watch.Last.LastDetection, watch.Sensors);
        IReadOnlyList<WarningEvent> events = before is null ? [step] : state == before.State ? before.Events : [.. before.Events, step];
        return new LaunchWarning(
            id,
            revision,
            watch.Track,
            state,
            Class(watch, state),
            watch.Evidence.Confidence,
            before?.RaisedAt ?? now,
            now,
            watch.Launch.Estimate,
            watch.Forecast.Impact,
            watch.Forecast.ReachesOrbit,
            watch.Forecast.ApogeeMeters,
            watch.Detections,
            watch.Sensors,
            reason)
        {
            IsImpactSettled = watch.Forecast.IsSettled,
            ClassProbabilities = watch.Forecast.Probabilities,
            Burnout = watch.Boost.CutOff is { } end
                ? new BurnoutEstimate(end.Time, end.SigmaSeconds, watch.Boost.CutOffHeightMeters, watch.Boost.CutOffSpeed)
                : null,
            ApogeeSigmaMeters = double.IsNaN(watch.Forecast.ApogeeSigmaMeters) ? null : watch.Forecast.ApogeeSigmaMeters,
            Parent = watch.Parent?.Id,
            Family = watch.Parent?.Family ?? id,
            Events = events,
        };
    }

    /// <summary>What was cancelled is what it turned out to be.</summary>
    private static ObjectClass Class(Watch watch, WarningState state) =>
        state != WarningState.Cancelled ? watch.Forecast.Class
        : watch.Forecast.ReachesOrbit ? ObjectClass.Satellite
        : ObjectClass.Aircraft;
}

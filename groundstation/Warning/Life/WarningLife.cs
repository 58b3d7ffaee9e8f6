using JointWatch.Tracking;
using JointWatch.Warnings.Ballistics;

namespace JointWatch.Warnings.Life;

/// <summary>A state, and why.</summary>
internal readonly record struct Verdict(WarningState State, string? Reason);

/// <summary>
/// The rules of a warning's life. Suspected, probable, confirmed: up when the confidence reaches a value, back only when it falls below a lower
/// one. Expired: no data for long. Over: down on the ground, by sight or by the time of an impact that was well known. Cancelled: something else.
/// From expired it comes back if data do; cancelled reopens if the evidence does; over is final.
/// </summary>
internal sealed class WarningLife(WarningOptions options)
{
    private const double StandingMetersPerSecond = 30;

    /// <summary>A track that settles far out has errors of speed of four of its own sigmas; a missile's perigee lies deeper than that.</summary>
    private const double SettlingSigmas = 4;

    /// <summary>The state that a watch should have now; null: no warning.</summary>
    public Verdict? Judge(Watch watch, UtcMicroseconds now)
    {
        if (watch.Warning is not { } warning)
        {
            return Raise(watch);
        }

        return warning.State switch
        {
            WarningState.Over => new Verdict(WarningState.Over, null),
            WarningState.Cancelled => Raise(watch) ?? new Verdict(WarningState.Cancelled, null),
            WarningState.Expired => Ended(watch, now) ?? Revived(watch, now) ?? new Verdict(WarningState.Expired, null),
            _ => Ended(watch, now) ?? Expired(watch, now) ?? Moved(watch, warning.State),
        };
    }

    private Verdict? Raise(Watch watch)
    {
        bool isEnough = watch.Evidence.Confidence >= options.Evidence.Up.Suspected && watch.Detections >= options.Evidence.LeastDetections;
        return isEnough && !MayBeFromSpace(watch) ? new Verdict(Reached(watch), Reasons.Evidence(watch)) : null;
    }

    /// <summary>
    /// What was first seen high up and never speeding up may be a meteor or a satellite: until it has been seen for so long that it is known, when the thin
    /// air brakes it, or when its path is one that no launch to a place on Earth has, too fast or too flat.
    /// </summary>
    private bool MayBeFromSpace(Watch watch) =>
        watch is { IsFirstSeenHigh: true, HasBeenTooFast: true }
        || (watch is { IsFirstSeenHigh: true, Engine.HasSpedUp: false }
            && (watch.SeenSeconds < options.Evidence.SettleSeconds || watch.Engine.HasBrakedHigh || FliesTooFastOrFlat(watch)))
        || MayBeSatellite(watch);

    /// <summary>Whether it escapes the Earth, or its perigee is higher than a ballistic way's, as far as can be told yet.</summary>
    private bool FliesTooFastOrFlat(Watch watch)
    {
        double doubt = SettlingSigmas * watch.Kinematics.SpeedSigma;
        Orbit orbit = Orbit.Of(new BodyState(watch.Last.Position, watch.Last.Velocity));
        return double.IsPositiveInfinity(orbit.ApogeeMeters) || orbit.PerigeeMeters + (Orbit.PerigeePerSpeed * doubt) > options.SpaceLaunchPerigeeMeters;
    }

    /// <summary>What circles the Earth, as far as can be told yet, and was never seen burning was launched another day.</summary>
    private bool MayBeSatellite(Watch watch) =>
        !watch.Engine.HasBurned
        && Orbit.Of(new BodyState(watch.Last.Position, watch.Last.Velocity)).PerigeeMeters
            + (SettlingSigmas * Orbit.PerigeePerSpeed * watch.Kinematics.SpeedSigma) > options.OrbitPerigeeMeters;

    /// <summary>What one sensor alone says comes no further than probable, for it may lie; nor does what may have come from space after all.</summary>
    private WarningState Reached(Watch watch) =>
        watch.Evidence.Confidence >= options.Evidence.Up.Confirmed && watch.IsSeenByTwo && !MayBeFromSpace(watch) ? WarningState.Confirmed
        : watch.Evidence.Confidence >= options.Evidence.Up.Probable ? WarningState.Probable
        : WarningState.Suspected;

    private Verdict Moved(Watch watch, WarningState state)
    {
        if (watch.Forecast.ReachesOrbit && !watch.Engine.HasBurned)
        {
            return new Verdict(WarningState.Cancelled, Reasons.Satellite(watch));
        }

        double confidence = watch.Evidence.Confidence;
        WarningState reached = Reached(watch);
        if (reached > state)
        {
            return new Verdict(reached, Reasons.Evidence(watch));
        }

        (double cancelled, double probable, double confirmed) = options.Evidence.Down;
        WarningState down = confidence < cancelled ? WarningState.Cancelled
            : confidence < probable ? WarningState.Suspected
            : confidence < confirmed && state == WarningState.Confirmed ? WarningState.Probable
            : state;
        return down == state ? new Verdict(state, null)
            : new Verdict(down, down == WarningState.Cancelled ? Reasons.NotALaunch(watch) : Reasons.Doubt(watch));
    }

    private Verdict? Ended(Watch watch, UtcMicroseconds now)
    {
        double silence = watch.SilenceSeconds(now);
        bool isLow = watch.Kinematics.HeightMeters < options.GroundMeters;
        if (isLow && watch.Kinematics.Speed < StandingMetersPerSecond)
        {
            return new Verdict(WarningState.Over, Reasons.Landed(watch));
        }

        if (isLow && watch.Kinematics.Climb < 0 && silence > options.LostSeconds)
        {
            return new Verdict(WarningState.Over, Reasons.LostLow(watch, silence));
        }

        // A live track's impact lies ahead of it; past it, only silence can be meant.
        return watch.IsLost(now) && watch.Highest >= WarningState.Probable && watch.Forecast is { IsSettled: true, Impact: { } impact }
            && impact.SemiMajorMeters <= options.GoodImpactSigmaMeters && now >= impact.Time
            ? new Verdict(WarningState.Over, Reasons.ImpactPassed(impact, silence))
            : null;
    }

    private Verdict? Expired(Watch watch, UtcMicroseconds now)
    {
        double silence = watch.SilenceSeconds(now);
        return silence > options.ExpireSeconds ? new Verdict(WarningState.Expired, Reasons.NoData(watch, silence, options)) : null;
    }

    private Verdict? Revived(Watch watch, UtcMicroseconds now) =>
        watch.SilenceSeconds(now) < options.FreshSeconds
            ? new Verdict(Reached(watch), Reasons.SeenAgain(watch))
            : null;
}

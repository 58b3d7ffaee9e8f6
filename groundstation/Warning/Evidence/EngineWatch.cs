using JointWatch.Tracking;

namespace JointWatch.Warnings.Evidence;

/// <summary>What an engine does, as far as the track shows.</summary>
internal enum EngineState
{
    Unknown = 0,
    Burning = 1,
    Stopped = 2,
}

/// <summary>Tells from the specific force whether an engine burns, with hysteresis.</summary>
internal sealed class EngineWatch(WarningOptions options)
{
    /// <summary>A force must last for so long before it counts, seconds: a track that settles may show one for a moment.</summary>
    private const double HoldSeconds = 1;

    private UtcMicroseconds? _strongSince;
    private UtcMicroseconds? _burningSince;
    private UtcMicroseconds? _pushedSince;
    private UtcMicroseconds? _brakedSince;

    public EngineState State { get; private set; }

    /// <summary>
    /// Gets a value indicating whether it has been seen burning beyond doubt: for longer than the span over which velocities are compared,
    /// so that no single error of theirs explains it.
    /// </summary>
    public bool HasBurned { get; private set; }

    /// <summary>
    /// Gets a value indicating whether it has been seen speeding up for twice as long: a meteor only brakes, and the estimate of a satellite that settles
    /// may speed up once over that span.
    /// </summary>
    public bool HasSpedUp { get; private set; }

    /// <summary>Gets a value indicating whether the thin air has braked it beyond doubt, as it does with nothing that is built to be launched.</summary>
    public bool HasBrakedHigh { get; private set; }

    /// <summary>
    /// Gets a value indicating whether its engine, once it had sped up, has worked against it for longer than that span while it climbed above the air: nothing else
    /// can, and a velocity that settles after cut-off seems to for less.
    /// </summary>
    public bool HasTurnedBack { get; private set; }

    public void Observe(SpecificForce force, double heightMeters, double climb, UtcMicroseconds time)
    {
        // A body that is torn to a stop is known badly, and yet well enough: the bound takes its sigma into account.
        bool isBraked = heightMeters > options.ThinAirMeters
            && force.Along + (options.Evidence.BoundSigmas * force.Sigma) < -options.BurningForce;
        HasBrakedHigh |= isBraked;
        if (force.Sigma > options.MostForceSigma)
        {
            return;
        }

        // Noise makes the magnitude too long: its expected square is taken off. Of three axes one is wild more often: one more sigma.
        double across = heightMeters > options.ThinAirMeters
            ? Math.Sqrt(Math.Max(0, (force.Magnitude * force.Magnitude) - (3 * force.Sigma * force.Sigma))) - force.Sigma
            : 0;
        double strength = Math.Max(force.Along, across);
        bool isStrong = strength - (options.Evidence.BoundSigmas * force.Sigma) > options.BurningForce;
        _strongSince = isStrong ? _strongSince ?? time : null;
        if (_strongSince is { } since && time.SecondsSince(since) >= HoldSeconds)
        {
            State = EngineState.Burning;
        }
        else if (strength < options.StoppedForce)
        {
            State = EngineState.Stopped;
        }

        bool speedsUp = force.Along - (options.Evidence.BoundSigmas * force.Sigma) > options.BurningForce;
        _pushedSince = speedsUp ? _pushedSince ?? time : null;
        HasSpedUp |= _pushedSince is { } pushed && time.SecondsSince(pushed) > 2 * options.TrendSeconds;
        _brakedSince = isBraked && climb > 0 ? _brakedSince ?? time : null;
        HasTurnedBack |= HasSpedUp && _brakedSince is { } braked && time.SecondsSince(braked) > 1.5 * options.TrendSeconds;
        _burningSince = State == EngineState.Burning ? _burningSince ?? time : null;
        HasBurned |= _burningSince is { } start && time.SecondsSince(start) > options.TrendSeconds;
    }
}

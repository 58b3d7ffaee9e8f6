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

    private UtcMicroseconds? strongSince;

    public EngineState State { get; private set; }

    /// <summary>Gets when it was last seen burning.</summary>
    public UtcMicroseconds? LastBurning { get; private set; }

    public void Observe(SpecificForce force, double heightMeters, UtcMicroseconds time)
    {
        if (force.Sigma > options.MostForceSigma)
        {
            return;
        }

        // Noise makes the magnitude too long: its expected square is taken off.
        double across = heightMeters > options.ThinAirMeters
            ? Math.Sqrt(Math.Max(0, (force.Magnitude * force.Magnitude) - (3 * force.Sigma * force.Sigma)))
            : 0;
        double strength = Math.Max(force.Along, across);
        bool isStrong = strength - (options.Evidence.BoundSigmas * force.Sigma) > options.BurningForce;
        strongSince = isStrong ? strongSince ?? time : null;
        if (strongSince is { } since && time.SecondsSince(since) >= HoldSeconds)
        {
            State = EngineState.Burning;
        }
        else if (strength < options.StoppedForce)
        {
            State = EngineState.Stopped;
        }

        if (State == EngineState.Burning)
        {
            LastBurning = time;
        }
    }
}

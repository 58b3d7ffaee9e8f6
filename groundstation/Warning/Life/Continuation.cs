using JointWatch.Warnings.Ballistics;
using JointWatch.Warnings.Evidence;

namespace JointWatch.Warnings.Life;

/// <summary>
/// Tells whether a track is one that another object's track continues as, or runs beside: the older state is followed along its free fall to the
/// younger one's time, and both place and velocity must lie within gates that widen with the uncertainty and with what an engine may have done.
/// </summary>
internal sealed class Continuation(WarningOptions options)
{
    /// <summary>What an engine that burned at the end of the track, or may have, changes, m/s²; and what is unmodelled in free fall.</summary>
    private const double BurningAcceleration = 20;
    private const double BurningShare = 1.5;
    private const double FallingAcceleration = 1;

    /// <summary>How well the state of <paramref name="young"/> continues that of <paramref name="old"/>: 0 exactly, 1 at the edge of the gates.</summary>
    /// <returns>Null outside the gates.</returns>
    public double? Distance(Watch old, Watch young)
    {
        double seconds = young.Last.Time.SecondsSince(old.Last.Time);
        double farthest = options.WidestGateMeters + (Math.Abs(seconds) * (old.Kinematics.Speed + young.Kinematics.Speed));
        if (Math.Abs(seconds) > options.TakeOverSeconds || (young.Last.Position - old.Last.Position).Length > farthest)
        {
            return null;
        }

        BodyState from = new(old.Last.Position, old.Last.Velocity);
        if (BallisticArc.After(from, seconds, options.BallisticCoefficient) is not { } predicted)
        {
            return null;
        }

        double acceleration = old.Engine.State == EngineState.Stopped
            ? FallingAcceleration
            : Math.Max(BurningAcceleration, BurningShare * (old.Force?.Magnitude ?? 0));
        double drift = Math.Abs(seconds);
        double velocityVariance = Variance(old, 3) + Variance(young, 3);
        double placeVariance = Variance(old, 0) + Variance(young, 0) + (Variance(old, 3) * drift * drift);
        double placeGate = options.GateMeters + (options.GateSigmas * Math.Sqrt(placeVariance)) + (acceleration * drift * drift / 2);
        double velocityGate = options.GateMetersPerSecond + (options.GateSigmas * Math.Sqrt(velocityVariance)) + (acceleration * drift);
        double place = (young.Last.Position - predicted.Position).Length / Math.Min(placeGate, options.WidestGateMeters);
        double velocity = (young.Last.Velocity - predicted.Velocity).Length / velocityGate;
        double distance = Math.Max(place, velocity);
        return distance <= 1 ? distance : null;
    }

    /// <summary>The greatest variance of an axis that a block of the covariance can hold is at most its trace.</summary>
    private static double Variance(Watch watch, int first)
    {
        IReadOnlyList<double> p = watch.Last.Covariance;
        return p[7 * first] + p[7 * (first + 1)] + p[7 * (first + 2)];
    }
}

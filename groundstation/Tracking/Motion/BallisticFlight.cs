using System.Runtime.CompilerServices;
using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Numerics;

namespace JointWatch.Tracking.Motion;

/// <summary>
/// Free flight: gravity, the Earth's rotation, and drag -ρ α |v| v / 2 with α = Cd A / m, m²/kg (X.-R. Li and V. Jilkov, "Survey of maneuvering
/// target tracking. Part II: Motion models of ballistic and space targets", IEEE Trans. AES 46(1), 2010, section III). The parameter is ln α, which
/// keeps α positive; it wanders, since drag changes with Mach number and attitude.
/// </summary>
internal sealed class BallisticFlight(MotionOptions options, Surroundings surroundings) : ForcedFlight
{
    /// <summary>No body that flies is lighter for its size than 5 kg/m², ln 0.2: a filter that strays keeps within it.</summary>
    private const double LargestLogarithm = -1.6;

    /// <inheritdoc/>
    public override void AddNoise(double seconds, ReadOnlySpan<double> state, Span<double> covariance)
    {
        StateLayout.AddAccelerationNoise(options.BallisticAccelerationPsd, seconds, Stride, covariance);
        covariance[(6 * Stride) + 6] += options.LogDragPsd * seconds;
    }

    /// <inheritdoc/>
    public override void Enter(Vector3 acceleration, Span<double> state, Span<double> variances)
    {
        state[6] = Math.Log(options.DragAreaPerMass);
        variances[0] = options.LogDragSigma * options.LogDragSigma;
    }

    /// <inheritdoc/>
    protected override Vector3 Force(Vector3 position, Vector3 velocity, double parameter) =>
        surroundings.FreeFall(position, velocity) + Drag(surroundings.Air(position).KilogramsPerCubicMeter, velocity, parameter);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override (Matrix3 ByPosition, Matrix3 ByVelocity, Vector3 ByParameter) Slopes(Vector3 position, Vector3 velocity, double parameter)
    {
        (Matrix3 byPosition, Matrix3 byVelocity) = surroundings.FreeFallSlopes(position);
        (double density, double logSlope) = surroundings.Air(position);
        Vector3 drag = Drag(density, velocity, parameter);
        double speed = velocity.Length;
        Matrix3 dragByVelocity = speed > 0
            ? (Vector3.Dot(drag, velocity) / (speed * speed) * Matrix3.Diagonal(1)) + Matrix3.Outer(drag / (speed * speed), velocity)
            : default;
        return (
            byPosition + Matrix3.Outer(logSlope * drag, surroundings.Up(position)),
            byVelocity + dragByVelocity,
            parameter < LargestLogarithm ? drag : Vector3.Zero);
    }

    private static Vector3 Drag(double density, Vector3 velocity, double parameter) =>
        -0.5 * density * Math.Exp(Math.Min(parameter, LargestLogarithm)) * velocity.Length * velocity;
}

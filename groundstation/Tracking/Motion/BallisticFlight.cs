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

    /// <summary>
    /// Nothing is slowed down faster than within this time, s: an estimate deep in the air at a speed that cannot be must not stop at once. At the
    /// hardest real braking, 60 g at 2 km/s, this changes the drag by a quarter of a per cent.
    /// </summary>
    private const double ShortestSeconds = 0.25;

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
    protected override Vector3 Force(Vector3 position, Vector3 velocity, double parameter)
    {
        double rate = SlowingRate(surroundings.Air(position).KilogramsPerCubicMeter, velocity, parameter);
        return surroundings.FreeFall(position, velocity) - (rate / Math.Sqrt(1 + Square(rate * ShortestSeconds)) * velocity);
    }

    /// <inheritdoc/>
    protected override (Matrix3 ByPosition, Matrix3 ByVelocity, Vector3 ByParameter) Slopes(Vector3 position, Vector3 velocity, double parameter)
    {
        (Matrix3 byPosition, Matrix3 byVelocity) = surroundings.FreeFallSlopes(position);
        (double density, double logSlope) = surroundings.Air(position);
        double rate = SlowingRate(density, velocity, parameter);
        double root = Math.Sqrt(1 + Square(rate * ShortestSeconds));
        double slope = 1 / (root * root * root);

        // The rate grows with the speed and with the density.
        Vector3 byRate = -slope * rate * velocity;
        double squared = Vector3.Dot(velocity, velocity);
        Matrix3 dragByVelocity = Matrix3.Diagonal(-rate / root) + (squared > 0 ? Matrix3.Outer(byRate / squared, velocity) : default);
        return (
            byPosition + Matrix3.Outer(logSlope * byRate, surroundings.Up(position)),
            byVelocity + dragByVelocity,
            parameter < LargestLogarithm ? byRate : Vector3.Zero);
    }

    /// <inheritdoc/>
    protected override double Stiffness(Vector3 position, Vector3 velocity, double parameter) =>
        2 * Math.Min(SlowingRate(surroundings.Air(position).KilogramsPerCubicMeter, velocity, parameter), 1 / ShortestSeconds);

    /// <summary>Drag over speed, ρ α |v| / 2, 1/s.</summary>
    private static double SlowingRate(double density, Vector3 velocity, double parameter) =>
        0.5 * density * Math.Exp(Math.Min(parameter, LargestLogarithm)) * velocity.Length;

    private static double Square(double x) => x * x;
}

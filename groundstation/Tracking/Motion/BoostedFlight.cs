using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Numerics;

namespace JointWatch.Tracking.Motion;

/// <summary>
/// An engine that burns along the path: a gravity turn. The parameter is the thrust less drag over mass, a, m/s²; negative in a braking burn. A
/// constant mass flow makes it grow as the mass goes: from a = F/m and dm/dt = -F/c follows da/dt = a²/c, with c the exhaust speed (G. Sutton and O. Biblarz,
/// "Rocket Propulsion Elements", 9th ed., section 4.2; so X.-R. Li and V. Jilkov, "Survey of maneuvering target tracking. Part II: Motion models
/// of ballistic and space targets", IEEE Trans. AES 46(1), 2010, section IV). Noise: steering across the path, and thrust that changes.
/// </summary>
internal sealed class BoostedFlight(MotionOptions options, Surroundings surroundings) : ForcedFlight
{
    /// <summary>
    /// Below this speed, m/s, an engine pushes upwards rather than along what little velocity there is: a rocket that leaves its pad.
    /// </summary>
    private const double PadSpeed = 20;

    /// <summary>Where direction fails, hanging in the air, the thrust fades within this speed, m/s, instead of turning round at once.</summary>
    private const double HangingSpeed = 10;

    /// <summary>From this thrust acceleration on, m/s², growth no longer quickens: an estimate that strays must not run away.</summary>
    private const double GreatestThrust = 100;

    /// <inheritdoc/>
    public override void AddNoise(double seconds, ReadOnlySpan<double> state, Span<double> covariance)
    {
        StateLayout.AddAccelerationNoise(options.BoostAccelerationPsd, seconds, Stride, covariance);

        // The thrust's random walk, integrated along the path.
        double q = options.ThrustPsd;
        Vector3 d = Direction(StateLayout.Position(state), StateLayout.Velocity(state)).Unit;
        Span<double> unit = [d.X, d.Y, d.Z];
        double t2 = seconds * seconds;
        double t3 = t2 * seconds;
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                double dd = q * unit[i] * unit[j];
                covariance[(i * Stride) + j] += dd * t3 * t2 / 20;
                covariance[(i * Stride) + j + 3] += dd * t2 * t2 / 8;
                covariance[((i + 3) * Stride) + j] += dd * t2 * t2 / 8;
                covariance[((i + 3) * Stride) + j + 3] += dd * t3 / 3;
            }

            double pa = q * unit[i] * t3 / 6;
            double va = q * unit[i] * t2 / 2;
            covariance[(i * Stride) + 6] += pa;
            covariance[(6 * Stride) + i] += pa;
            covariance[((i + 3) * Stride) + 6] += va;
            covariance[(6 * Stride) + i + 3] += va;
        }

        covariance[(6 * Stride) + 6] += q * seconds;
    }

    /// <inheritdoc/>
    public override void Enter(Vector3 acceleration, Span<double> state, Span<double> variances)
    {
        Vector3 position = StateLayout.Position(state);
        Vector3 velocity = StateLayout.Velocity(state);
        state[6] = Vector3.Dot(acceleration - surroundings.FreeFall(position, velocity), Direction(position, velocity));
        variances[0] = options.ThrustSigma * options.ThrustSigma;
    }

    /// <inheritdoc/>
    protected override Vector3 Force(Vector3 position, Vector3 velocity, double parameter) =>
        surroundings.FreeFall(position, velocity) + (parameter * Direction(position, velocity));

    /// <inheritdoc/>
    protected override (Matrix3 ByPosition, Matrix3 ByVelocity, Vector3 ByParameter) Slopes(Vector3 position, Vector3 velocity, double parameter)
    {
        // d = w / sqrt(w² + e²) with w = v + up s²/sqrt(s² + v²). The change of the vertical with place is left out.
        (Matrix3 byPosition, Matrix3 byVelocity) = surroundings.FreeFallSlopes(position);
        double squared = (PadSpeed * PadSpeed) + Vector3.Dot(velocity, velocity);
        double lift = PadSpeed * PadSpeed / Math.Sqrt(squared);
        Vector3 up = surroundings.Up(position);
        Vector3 w = velocity + (lift * up);
        double length = Math.Sqrt(Vector3.Dot(w, w) + (HangingSpeed * HangingSpeed));
        Vector3 d = w / length;
        Matrix3 byW = (1 / length) * (Matrix3.Diagonal(1) + Matrix3.Outer(-d, d));
        Matrix3 wByVelocity = Matrix3.Diagonal(1) + Matrix3.Outer(-lift / squared * up, velocity);
        return (byPosition, byVelocity + (parameter * (byW * wByVelocity)), d);
    }

    /// <inheritdoc/>
    protected override double Growth(double parameter) => parameter * Math.Min(Math.Abs(parameter), GreatestThrust) / options.ExhaustSpeed;

    /// <inheritdoc/>
    protected override double GrowthSlope(double parameter) =>
        (Math.Abs(parameter) < GreatestThrust ? 2 * Math.Abs(parameter) : GreatestThrust) / options.ExhaustSpeed;

    /// <inheritdoc/>
    protected override double Stiffness(Vector3 position, Vector3 velocity, double parameter) =>
        Math.Abs(parameter) / Math.Max(velocity.Length, HangingSpeed);

    private Vector3 Direction(Vector3 position, Vector3 velocity)
    {
        double lift = PadSpeed * PadSpeed / Math.Sqrt((PadSpeed * PadSpeed) + Vector3.Dot(velocity, velocity));
        Vector3 w = velocity + (lift * surroundings.Up(position));
        return w / Math.Sqrt(Vector3.Dot(w, w) + (HangingSpeed * HangingSpeed));
    }
}

using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Numerics;

namespace JointWatch.Tracking.Motion;

/// <summary>
/// Motion under forces that depend on place, velocity and one parameter, integrated by the Runge-Kutta method of order 4. The derivatives are those
/// of the linearised equation at the middle of each step, to the second order of the step.
/// </summary>
internal abstract class ForcedFlight : IMotionModel
{
    protected const int N = 7;
    protected const int Stride = 8;

    /// <summary>The longest step. In two seconds thrust and drag change by a tenth or so: the method's error is then below a centimetre.</summary>
    private const double LongestStepSeconds = 2;

    /// <summary>A step times the rate at which velocity changes itself: the linearised step is then good to a per cent.</summary>
    private const double LongestRelativeStep = 0.5;

    private const int MostSteps = 200;

    /// <inheritdoc/>
    public int Length => N;

    /// <inheritdoc/>
    public void Move(double seconds, Span<double> state)
    {
        int steps = Steps(seconds, state);
        for (int k = 0; k < steps; k++)
        {
            Step(seconds / steps, state);
        }
    }

    /// <inheritdoc/>
    public void Move(double seconds, Span<double> state, Span<double> transition)
    {
        int steps = Steps(seconds, state);
        double step = steps == 0 ? 0 : seconds / steps;
        Linearise(steps == 0 ? default : Step(step, state), step, transition);
        Span<double> one = stackalloc double[N * Stride];
        Span<double> product = stackalloc double[N * Stride];
        for (int k = 1; k < steps; k++)
        {
            Linearise(Step(step, state), step, one);
            DenseRows.Multiply(one, transition, N, Stride, product);
            product.CopyTo(transition);
        }
    }

    /// <inheritdoc/>
    public Vector3 Acceleration(ReadOnlySpan<double> state) =>
        Force(StateLayout.Position(state), StateLayout.Velocity(state), state[6]);

    /// <inheritdoc/>
    public abstract void AddNoise(double seconds, ReadOnlySpan<double> state, Span<double> covariance);

    /// <inheritdoc/>
    public abstract void Enter(Vector3 acceleration, Span<double> state, Span<double> variances);

    /// <summary>The acceleration, m/s².</summary>
    protected abstract Vector3 Force(Vector3 position, Vector3 velocity, double parameter);

    /// <summary>The derivatives of <see cref="Force"/>.</summary>
    protected abstract (Matrix3 ByPosition, Matrix3 ByVelocity, Vector3 ByParameter) Slopes(Vector3 position, Vector3 velocity, double parameter);

    /// <summary>How the parameter changes, a second.</summary>
    protected virtual double Growth(double parameter) => 0;

    /// <summary>The derivative of <see cref="Growth"/>, 1/s.</summary>
    protected virtual double GrowthSlope(double parameter) => 0;

    /// <summary>How fast velocity changes by itself, 1/s: what limits the step.</summary>
    protected abstract double Stiffness(Vector3 position, Vector3 velocity, double parameter);

    private int Steps(double seconds, ReadOnlySpan<double> state)
    {
        double rate = Stiffness(StateLayout.Position(state), StateLayout.Velocity(state), state[6]);
        return (int)Math.Min(Math.Ceiling(seconds * Math.Max(1 / LongestStepSeconds, rate / LongestRelativeStep)), MostSteps);
    }

    /// <summary>One step; returns the state in its middle.</summary>
    private Middle Step(double h, Span<double> state)
    {
        Vector3 p = StateLayout.Position(state);
        Vector3 v = StateLayout.Velocity(state);
        double q = state[6];
        Vector3 a1 = Force(p, v, q);
        double g1 = Growth(q);
        Vector3 v2 = v + (h / 2 * a1);
        double q2 = q + (h / 2 * g1);
        Vector3 a2 = Force(p + (h / 2 * v), v2, q2);
        double g2 = Growth(q2);
        Vector3 v3 = v + (h / 2 * a2);
        double q3 = q + (h / 2 * g2);
        Vector3 p3 = p + (h / 2 * v2);
        Vector3 a3 = Force(p3, v3, q3);
        double g3 = Growth(q3);
        Vector3 v4 = v + (h * a3);
        double q4 = q + (h * g3);
        Vector3 a4 = Force(p + (h * v3), v4, q4);
        double g4 = Growth(q4);
        StateLayout.Set(state, p + (h / 6 * (v + (2 * v2) + (2 * v3) + v4)), v + (h / 6 * (a1 + (2 * a2) + (2 * a3) + a4)));
        state[6] = q + (h / 6 * (g1 + (2 * g2) + (2 * g3) + g4));
        return new Middle(p3, v3, q3);
    }

    /// <summary>
    /// Φ = I + A h + A² h² / 2 with A = (0 I 0; G D b; 0 0 s): G, D, b the slopes of the force and s that of the parameter's growth.
    /// </summary>
    private void Linearise(in Middle at, double h, Span<double> transition)
    {
        (Matrix3 g, Matrix3 d, Vector3 b) = h > 0 ? Slopes(at.Position, at.Velocity, at.Parameter) : default;
        double s = h > 0 ? GrowthSlope(at.Parameter) : 0;
        double half = h * h / 2;
        Matrix3 unit = Matrix3.Diagonal(1);
        (unit + (half * g)).CopyTo(transition, 0, 0, Stride);
        (Matrix3.Diagonal(h) + (half * d)).CopyTo(transition, 0, 3, Stride);
        ((h * g) + (half * (d * g))).CopyTo(transition, 3, 0, Stride);
        (unit + (h * d) + (half * (g + (d * d)))).CopyTo(transition, 3, 3, Stride);
        Vector3 positionByParameter = half * b;
        Vector3 velocityByParameter = (h * b) + (half * ((d * b) + (s * b)));
        transition[6] = positionByParameter.X;
        transition[Stride + 6] = positionByParameter.Y;
        transition[(2 * Stride) + 6] = positionByParameter.Z;
        transition[(3 * Stride) + 6] = velocityByParameter.X;
        transition[(4 * Stride) + 6] = velocityByParameter.Y;
        transition[(5 * Stride) + 6] = velocityByParameter.Z;
        transition.Slice(6 * Stride, Stride).Clear();
        transition[(6 * Stride) + 6] = 1 + (h * s) + (half * s * s);
        for (int i = 0; i < N; i++)
        {
            transition[(i * Stride) + 7] = 0;
        }
    }

    private readonly record struct Middle(Vector3 Position, Vector3 Velocity, double Parameter);
}

using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Motion;

/// <summary>
/// A turn in the level with constant speed and nearly constant turn rate (Y. Bar-Shalom, X.-R. Li, T. Kirubarajan, "Estimation with
/// Applications to Tracking and Navigation", 2001, section 11.7.1), here about the vertical of where the object is, whatever the frame; its climb
/// goes on as it is. The parameter is the turn rate about the upward axis, rad/s: positive turns left. Noise: white acceleration,
/// and a turn rate that wanders.
/// </summary>
internal sealed class CoordinatedTurn(MotionOptions options, Surroundings surroundings) : IMotionModel
{
    private const int N = 7;
    private const int Stride = 8;

    /// <inheritdoc/>
    public int Length => N;

    /// <inheritdoc/>
    public void Move(double seconds, Span<double> state)
    {
        Vector3 velocity = StateLayout.Velocity(state);
        Vector3 up = surroundings.Up(StateLayout.Position(state));
        Turn turn = Turn.By(state[6], seconds);
        Vector3 left = Vector3.Cross(up, velocity);
        Vector3 level = velocity - (Vector3.Dot(up, velocity) * up);
        Vector3 position = StateLayout.Position(state) + (seconds * velocity) + (turn.Back * level) + (turn.Left * left);
        StateLayout.Set(state, position, velocity + (turn.CosineLess1 * level) + (turn.Sine * left));
    }

    /// <inheritdoc/>
    public void Move(double seconds, Span<double> state, Span<double> transition)
    {
        // The vertical's own change with place, 1 / 6,000 km, is left out of the derivatives.
        Vector3 velocity = StateLayout.Velocity(state);
        Vector3 up = surroundings.Up(StateLayout.Position(state));
        double rate = state[6];
        Turn turn = Turn.By(rate, seconds);
        Vector3 left = Vector3.Cross(up, velocity);
        Vector3 level = velocity - (Vector3.Dot(up, velocity) * up);
        Move(seconds, state);

        transition[..(N * Stride)].Clear();
        for (int i = 0; i < N; i++)
        {
            transition[(i * Stride) + i] = 1;
        }

        // Of the map v -> v + back (v - up up·v) + left up×v, by columns: v = a unit vector.
        SetBlock(transition, 0, seconds, turn.Back, turn.Left, up);
        SetBlock(transition, 3, 1, turn.CosineLess1, turn.Sine, up);
        (double backByRate, double leftByRate) = Turn.ByRate(rate, seconds);
        Vector3 positionByRate = (backByRate * level) + (leftByRate * left);
        Vector3 velocityByRate = seconds * ((-turn.Sine * level) + ((1 + turn.CosineLess1) * left));
        SetColumn(transition, 0, positionByRate);
        SetColumn(transition, 3, velocityByRate);
    }

    /// <inheritdoc/>
    public void AddNoise(double seconds, ReadOnlySpan<double> state, Span<double> covariance)
    {
        StateLayout.AddAccelerationNoise(options.TurnAccelerationPsd, seconds, Stride, covariance);
        covariance[(6 * Stride) + 6] += options.TurnRatePsd * seconds;
    }

    /// <inheritdoc/>
    public Vector3 Acceleration(ReadOnlySpan<double> state) =>
        state[6] * Vector3.Cross(surroundings.Up(StateLayout.Position(state)), StateLayout.Velocity(state));

    /// <inheritdoc/>
    public void Enter(Vector3 acceleration, Span<double> state, Span<double> variances)
    {
        Vector3 left = Vector3.Cross(surroundings.Up(StateLayout.Position(state)), StateLayout.Velocity(state));

        // What the acceleration to the left says of the rate; next to nothing at walking speed.
        double rate = Vector3.Dot(acceleration, left) / (Vector3.Dot(left, left) + 1);
        state[6] = Math.Clamp(rate, -3 * options.TurnRateSigma, 3 * options.TurnRateSigma);
        variances[0] = options.TurnRateSigma * options.TurnRateSigma;
    }

    private static void SetBlock(Span<double> f, int row, double same, double level, double left, Vector3 up)
    {
        double diagonal = same + level;
        f[(row * Stride) + 3] = diagonal - (level * up.X * up.X);
        f[(row * Stride) + 4] = (-level * up.X * up.Y) - (left * up.Z);
        f[(row * Stride) + 5] = (-level * up.X * up.Z) + (left * up.Y);
        f[((row + 1) * Stride) + 3] = (-level * up.Y * up.X) + (left * up.Z);
        f[((row + 1) * Stride) + 4] = diagonal - (level * up.Y * up.Y);
        f[((row + 1) * Stride) + 5] = (-level * up.Y * up.Z) - (left * up.X);
        f[((row + 2) * Stride) + 3] = (-level * up.Z * up.X) - (left * up.Y);
        f[((row + 2) * Stride) + 4] = (-level * up.Z * up.Y) + (left * up.X);
        f[((row + 2) * Stride) + 5] = diagonal - (level * up.Z * up.Z);
    }

    private static void SetColumn(Span<double> f, int row, Vector3 value)
    {
        f[(row * Stride) + 6] = value.X;
        f[((row + 1) * Stride) + 6] = value.Y;
        f[((row + 2) * Stride) + 6] = value.Z;
    }

    /// <summary>
    /// With ω the rate and T the time: sin ωT, cos ωT - 1, and the integrals over the turn, sin(ωT)/ω - T and (1 - cos ωT)/ω.
    /// </summary>
    private readonly record struct Turn(double Sine, double CosineLess1, double Back, double Left)
    {
        /// <summary>Below it series are better than differences of nearly equal numbers.</summary>
        private const double SmallAngle = 1e-3;

        public static Turn By(double rate, double seconds)
        {
            double angle = rate * seconds;
            (double sine, double cosine) = Math.SinCos(angle);
            double half = Math.Sin(angle / 2);
            double cosineLess1 = -2 * half * half;
            return Math.Abs(angle) < SmallAngle
                ? new Turn(sine, cosineLess1, -seconds * angle * angle / 6, seconds * angle / 2)
                : new Turn(sine, cosineLess1, (sine / rate) - seconds, -cosineLess1 / rate);
        }

        /// <summary>The derivatives of <see cref="Back"/> and <see cref="Left"/> by the rate.</summary>
        public static (double Back, double Left) ByRate(double rate, double seconds)
        {
            double angle = rate * seconds;
            if (Math.Abs(angle) < SmallAngle)
            {
                return (-seconds * seconds * angle / 3, seconds * seconds / 2);
            }

            (double sine, double cosine) = Math.SinCos(angle);
            return (((angle * cosine) - sine) / (rate * rate), ((angle * sine) + cosine - 1) / (rate * rate));
        }
    }
}

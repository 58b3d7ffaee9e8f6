using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Motion;

namespace JointWatch.Tracking.Filtering;

/// <summary>
/// Mean and covariance of an object over all its motion models: position and velocity (covariance 6 by 6, row by row), and the mean acceleration.
/// </summary>
internal sealed class StateMoments
{
    /// <summary>The length of position and velocity together.</summary>
    public const int N = StateLayout.Common;

    private readonly double[] _covariance = new double[N * N];

    public Vector3 Position { get; private set; }

    public Vector3 Velocity { get; private set; }

    public Vector3 Acceleration { get; private set; }

    public ReadOnlySpan<double> Covariance => _covariance;

    public double PositionVariance => _covariance[0] + _covariance[7] + _covariance[14];

    public double VelocityVariance => _covariance[21] + _covariance[28] + _covariance[35];

    /// <summary>Takes the moments of a mixture of Gaussians.</summary>
    public void Set(ModelBank bank)
    {
        if (bank.Awake == 1)
        {
            SetOne(bank);
            return;
        }

        Position = Vector3.Zero;
        Velocity = Vector3.Zero;
        Acceleration = Vector3.Zero;
        for (int m = 0; m < bank.Models.Count; m++)
        {
            if (bank.Probabilities[m] > 0)
            {
                double weight = bank.Probabilities[m];
                ReadOnlySpan<double> state = bank.State(m);
                Position += weight * StateLayout.Position(state);
                Velocity += weight * StateLayout.Velocity(state);
                Acceleration += weight * bank.Models[m].Acceleration(state);
            }
        }

        Array.Clear(_covariance);
        for (int m = 0; m < bank.Models.Count; m++)
        {
            if (bank.Probabilities[m] > 0)
            {
                Add(bank.Probabilities[m], bank.State(m), bank.Covariance(m), StateLayout.Stride(bank.Models[m].Length));
            }
        }
    }

    public double[] CopyCovariance() => (double[])_covariance.Clone();

    private void SetOne(ModelBank bank)
    {
        ReadOnlySpan<double> state = bank.State(0);
        Position = StateLayout.Position(state);
        Velocity = StateLayout.Velocity(state);
        Acceleration = bank.Models[0].Acceleration(state);
        ReadOnlySpan<double> p = bank.Covariance(0);
        int stride = StateLayout.Stride(N);
        for (int i = 0; i < N; i++)
        {
            p.Slice(i * stride, N).CopyTo(_covariance.AsSpan(i * N));
        }
    }

    private void Add(double weight, ReadOnlySpan<double> state, ReadOnlySpan<double> p, int stride)
    {
        Vector3 position = StateLayout.Position(state) - Position;
        Vector3 velocity = StateLayout.Velocity(state) - Velocity;
        ReadOnlySpan<double> d = [position.X, position.Y, position.Z, velocity.X, velocity.Y, velocity.Z];
        for (int i = 0; i < N; i++)
        {
            ReadOnlySpan<double> from = p.Slice(i * stride, N);
            Span<double> to = _covariance.AsSpan(i * N, N);
            for (int j = 0; j < N; j++)
            {
                to[j] += weight * (from[j] + (d[i] * d[j]));
            }
        }
    }
}

using System.Runtime.CompilerServices;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Filtering;

/// <summary>
/// Mean and covariance of an object over all its motion models: position and velocity (covariance 6 by 6, row by row), and the mean acceleration.
/// </summary>
internal sealed class StateMoments
{
    /// <summary>The length of position and velocity together.</summary>
    public const int N = 6;

    private readonly double[] _covariance = new double[N * N];

    public Vector3 Position { get; private set; }

    public Vector3 Velocity { get; private set; }

    public Vector3 Acceleration { get; private set; }

    public ReadOnlySpan<double> Covariance => _covariance;

    public double PositionVariance => _covariance[0] + _covariance[7] + _covariance[14];

    public double VelocityVariance => _covariance[21] + _covariance[28] + _covariance[35];

    /// <summary>Takes the moments of a mixture of Gaussians.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Set(ModelBank bank)
    {
        Span<double> mean = stackalloc double[ModelBank.N];
        mean.Clear();
        for (int m = 0; m < bank.Models; m++)
        {
            double weight = bank.Probabilities[m];
            ReadOnlySpan<double> state = bank.State(m);
            for (int i = 0; i < ModelBank.N; i++)
            {
                mean[i] += weight * state[i];
            }
        }

        Array.Clear(_covariance);
        Span<double> spread = stackalloc double[N];
        for (int m = 0; m < bank.Models; m++)
        {
            double weight = bank.Probabilities[m];
            ReadOnlySpan<double> state = bank.State(m);
            ReadOnlySpan<double> p = bank.Covariance(m);
            for (int i = 0; i < N; i++)
            {
                spread[i] = state[i] - mean[i];
            }

            for (int i = 0; i < N; i++)
            {
                for (int j = 0; j < N; j++)
                {
                    _covariance[(i * N) + j] += weight * (p[(i * ModelBank.N) + j] + (spread[i] * spread[j]));
                }
            }
        }

        Position = ModelBank.Position(mean);
        Velocity = ModelBank.Velocity(mean);
        Acceleration = new Vector3(mean[6], mean[7], mean[8]);
    }

    public double[] CopyCovariance() => (double[])_covariance.Clone();
}

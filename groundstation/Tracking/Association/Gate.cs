using System.Runtime.CompilerServices;
using JointWatch.Tracking.Filtering;
using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Measurement;
using JointWatch.Tracking.Numerics;

namespace JointWatch.Tracking.Association;

/// <summary>Says whether an observation may come from a track, and how well it fits.</summary>
internal sealed class Gate
{
    private const int N = StateMoments.N;
    private const double LogTwoPi = 1.8378770664093453;

    private readonly double[] _limits;

    public Gate(GateOptions options) => _limits = [.. options.SquaredDistance];

    /// <summary>Compares an observation with a track's state at the observation's time.</summary>
    /// <param name="moments">The track's state.</param>
    /// <param name="observation">What was measured.</param>
    /// <param name="logLikelihood">The logarithm of the observation's density, given the track; only inside the gate.</param>
    /// <returns>True inside the gate.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Admits(StateMoments moments, in Observation observation, out double logLikelihood)
    {
        logLikelihood = double.NegativeInfinity;
        int rows = observation.Rows;
        double limit = _limits[rows - 1];
        if (IsFar(moments, observation, limit))
        {
            return false;
        }

        Span<double> residual = stackalloc double[Observation.MaxRows];
        Span<double> jacobian = stackalloc double[Observation.MaxRows * N];
        if (!observation.TryLinearise(moments.Position, moments.Velocity, residual, jacobian))
        {
            return false;
        }

        Span<double> s = stackalloc double[Observation.MaxRows * Observation.MaxRows];
        Innovation(moments.Covariance, observation, jacobian, s);
        if (!SpdMatrix.TryFactor(s, rows))
        {
            return false;
        }

        SpdMatrix.SolveLower(s, rows, residual);
        double distance = 0;
        for (int m = 0; m < rows; m++)
        {
            distance += residual[m] * residual[m];
        }

        if (distance > limit)
        {
            return false;
        }

        logLikelihood = -0.5 * (distance + SpdMatrix.LogDeterminant(s, rows) + (rows * LogTwoPi));
        return true;
    }

    /// <summary>
    /// A quick and safe no: no variance of the track's place exceeds the trace of its covariance, and the squared distance is at least that
    /// of each row alone.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool IsFar(StateMoments moments, in Observation observation, double limit)
    {
        Vector3 offset = moments.Position - observation.Origin;
        double variance = moments.PositionVariance;
        double range = offset.Length;
        double across = Vector3.Dot(observation.Across, offset);
        double above = Vector3.Dot(observation.Above, offset);
        double squaredRange = range * range;
        if (across * across > limit * (variance + (squaredRange * observation.AcrossVariance))
            || above * above > limit * (variance + (squaredRange * observation.AboveVariance)))
        {
            return true;
        }

        double beyond = observation.Range - range;
        return observation.HasRange && beyond * beyond > limit * (variance + observation.RangeVariance);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Innovation(ReadOnlySpan<double> p, in Observation observation, ReadOnlySpan<double> jacobian, Span<double> s)
    {
        int rows = observation.Rows;
        int used = observation.HasRangeRate ? N : 3;
        Span<double> ph = stackalloc double[N];
        for (int n = 0; n < rows; n++)
        {
            for (int i = 0; i < used; i++)
            {
                double sum = 0;
                for (int j = 0; j < used; j++)
                {
                    sum += p[(i * N) + j] * jacobian[(n * N) + j];
                }

                ph[i] = sum;
            }

            for (int m = n; m < rows; m++)
            {
                double sum = m == n ? observation.Variance(m) : 0;
                for (int i = 0; i < used; i++)
                {
                    sum += jacobian[(m * N) + i] * ph[i];
                }

                s[(m * rows) + n] = sum;
            }
        }
    }
}

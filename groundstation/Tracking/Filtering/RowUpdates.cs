using JointWatch.Tracking.Measurement;
using JointWatch.Tracking.Motion;
using JointWatch.Tracking.Numerics;

namespace JointWatch.Tracking.Filtering;

/// <summary>Takes the rows of a linear or linearised measurement into an estimate, one after another: what all forms of the filter end in.</summary>
internal static class RowUpdates
{
    private const double LogTwoPi = 1.8378770664093453;

    /// <param name="residual">For each row, measured less expected.</param>
    /// <param name="jacobian">Rows by 6.</param>
    /// <param name="variances">For each row; the errors are uncorrelated.</param>
    /// <param name="used">How many columns of the Jacobian may be other than zero: 3 or 6.</param>
    /// <param name="soft">What bounds the estimate beside what was measured; after the measured rows, and without a part in the fit.</param>
    /// <param name="n">The length of the state.</param>
    /// <param name="state">Changed.</param>
    /// <param name="covariance">Changed; symmetric to the last bit afterwards.</param>
    public static Fit Apply(
        ReadOnlySpan<double> residual,
        ReadOnlySpan<double> jacobian,
        ReadOnlySpan<double> variances,
        int used,
        in SoftRow soft,
        int n,
        Span<double> state,
        Span<double> covariance)
    {
        int stride = StateLayout.Stride(n);
        Span<double> moved = stackalloc double[StateLayout.MaxStride];
        Span<double> gain = stackalloc double[StateLayout.MaxStride];
        double distance = 0;
        double determinant = 1;
        for (int row = 0; row < residual.Length; row++)
        {
            ReadOnlySpan<double> h = jacobian.Slice(row * JosephUpdate.Measured, JosephUpdate.Measured);
            double innovation = residual[row];
            for (int k = 0; k < used; k++)
            {
                innovation -= h[k] * moved[k];
            }

            double s = JosephUpdate.Take(h, used, variances[row], n, stride, covariance, gain);
            double scaled = innovation / s;
            for (int k = 0; k < n; k++)
            {
                moved[k] += gain[k] * innovation;
            }

            distance += innovation * scaled;
            determinant *= s;
        }

        if (soft.Variance > 0)
        {
            TakeSoft(soft, n, stride, moved, gain, covariance);
        }

        for (int k = 0; k < n; k++)
        {
            state[k] += moved[k];
        }

        return new Fit(-0.5 * (distance + Math.Log(determinant) + (residual.Length * LogTwoPi)), distance);
    }

    /// <summary>
    /// Bounds a direction that was not measured: of a variance P beyond the bound V, an error of variance R = 1 / (1/V - 1/P) leaves just V. Below
    /// the bound nothing is known. So looking again and again gains nothing, as it would if each look were a measurement of its own.
    /// </summary>
    private static void TakeSoft(in SoftRow soft, int n, int stride, Span<double> moved, Span<double> gain, Span<double> covariance)
    {
        ReadOnlySpan<double> h = [soft.Direction.X, soft.Direction.Y, soft.Direction.Z, 0, 0, 0];
        double variance = 0;
        double innovation = soft.Residual;
        for (int i = 0; i < 3; i++)
        {
            innovation -= h[i] * moved[i];
            for (int j = 0; j < 3; j++)
            {
                variance += h[i] * h[j] * covariance[(i * stride) + j];
            }
        }

        if (!(variance > soft.Variance))
        {
            return;
        }

        JosephUpdate.Take(h, 3, soft.Variance * variance / (variance - soft.Variance), n, stride, covariance, gain);
        for (int k = 0; k < n; k++)
        {
            moved[k] += gain[k] * innovation;
        }
    }
}

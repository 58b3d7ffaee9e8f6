using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace JointWatch.Tracking.Numerics;

/// <summary>
/// The Kalman filter's update of a covariance by one uncorrelated measured number after another, each in Joseph's form
/// P := (I - k hᵀ) P (I - k hᵀ)ᵀ + r k kᵀ (Y. Bar-Shalom, X.-R. Li, T. Kirubarajan, "Estimation with Applications to Tracking and
/// Navigation", 2001, section 5.2.3; G. Bierman, "Factorization Methods for Discrete Sequential Estimation", 1977, section II.8): a sum of
/// two squares, positive definite whatever the gain. Matrices as in <see cref="DenseRows"/>; what is measured depends on the first 6 numbers of the state.
/// </summary>
internal static class JosephUpdate
{
    /// <summary>The length of a row of a measurement's Jacobian.</summary>
    public const int Measured = 6;

    /// <summary>
    /// How much surer than each number of the state was a measured row may be taken to be, in variance: the covariance's smallest eigenvalue,
    /// once its diagonal is scaled to 1, stays far enough above the rounding of numbers of 53 bits for a Cholesky factor to exist.
    /// </summary>
    private const double LeastVarianceShare = 1e-9;

    /// <summary>Takes one measured number into a covariance.</summary>
    /// <param name="h">The derivatives of the measured number by the first 6 numbers of the state.</param>
    /// <param name="used">How many of them may be other than zero: 3 or 6.</param>
    /// <param name="variance">The variance of its error.</param>
    /// <param name="n">The length of the state.</param>
    /// <param name="stride">The length of a row of <paramref name="p"/>.</param>
    /// <param name="p">The covariance, changed; symmetric to the last bit afterwards.</param>
    /// <param name="gain">Gets the gain k.</param>
    /// <returns>The variance of the innovation.</returns>
    public static double Take(ReadOnlySpan<double> h, int used, double variance, int n, int stride, Span<double> p, Span<double> gain)
    {
        DenseRows.CheckLength(p, n, stride);
        DenseRows.CheckLength(gain, 1, stride);
        DenseRows.CheckLength(h, 1, Measured);
        ref double rp = ref MemoryMarshal.GetReference(p);
        ref double rk = ref MemoryMarshal.GetReference(gain);
        Vector256<double> h0 = Vector256.Create(h[0], h[1], h[2], h[3]);
        Vector256<double> h1 = used > 3 ? Vector256.Create(h[4], h[5], 0, 0) : Vector256<double>.Zero;

        // P h by the rows of P, which is symmetric.
        Vector256<double> ph0 = Vector256<double>.Zero;
        Vector256<double> ph1 = Vector256<double>.Zero;
        Vector256<double> ph2 = Vector256<double>.Zero;
        double scale = 0;
        for (int k = 0; k < used; k++)
        {
            double hk = h[k];
            nuint row = (nuint)(k * stride);
            ph0 += hk * Vector256.LoadUnsafe(ref rp, row);
            ph1 += hk * Vector256.LoadUnsafe(ref rp, row + 4);
            scale += hk * hk * p[(k * stride) + k];
            if (stride > 8)
            {
                ph2 += hk * Vector256.LoadUnsafe(ref rp, row + 8);
            }
        }

        variance = Math.Max(variance, LeastVarianceShare * scale);
        double s = Vector256.Sum((h0 * ph0) + (h1 * ph1)) + variance;
        double inverse = 1 / s;
        Vector256<double> k0 = inverse * ph0;
        Vector256<double> k1 = inverse * ph1;
        k0.StoreUnsafe(ref rk);
        k1.StoreUnsafe(ref rk, 4);
        if (stride > 8)
        {
            Vector256<double> k2 = inverse * ph2;
            k2.StoreUnsafe(ref rk, 8);
            Subtract(n, variance, h0, h1, ph0, ph1, ph2, k0, k1, k2, ref rp, ref rk);
        }
        else
        {
            Subtract(n, variance, h0, h1, ph0, ph1, k0, k1, ref rp, ref rk);
        }

        DenseRows.Settle(p, n, stride);
        return s;
    }

    /// <summary>Row by row, p := p - k (hᵀ p), and then with what is left of h along that row, p := p + (r k - p h) kᵀ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Subtract(
        int n,
        double variance,
        Vector256<double> h0,
        Vector256<double> h1,
        Vector256<double> ph0,
        Vector256<double> ph1,
        Vector256<double> k0,
        Vector256<double> k1,
        ref double p,
        ref double gain)
    {
        for (int i = 0; i < n; i++)
        {
            nuint at = (nuint)(8 * i);
            double k = Unsafe.Add(ref gain, i);
            Vector256<double> r0 = Vector256.LoadUnsafe(ref p, at) - (k * ph0);
            Vector256<double> r1 = Vector256.LoadUnsafe(ref p, at + 4) - (k * ph1);
            double rest = (variance * k) - Vector256.Sum((r0 * h0) + (r1 * h1));
            (r0 + (rest * k0)).StoreUnsafe(ref p, at);
            (r1 + (rest * k1)).StoreUnsafe(ref p, at + 4);
        }
    }

    /// <summary>The same for rows of 12.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Subtract(
        int n,
        double variance,
        Vector256<double> h0,
        Vector256<double> h1,
        Vector256<double> ph0,
        Vector256<double> ph1,
        Vector256<double> ph2,
        Vector256<double> k0,
        Vector256<double> k1,
        Vector256<double> k2,
        ref double p,
        ref double gain)
    {
        for (int i = 0; i < n; i++)
        {
            nuint at = (nuint)(12 * i);
            double k = Unsafe.Add(ref gain, i);
            Vector256<double> r0 = Vector256.LoadUnsafe(ref p, at) - (k * ph0);
            Vector256<double> r1 = Vector256.LoadUnsafe(ref p, at + 4) - (k * ph1);
            Vector256<double> r2 = Vector256.LoadUnsafe(ref p, at + 8) - (k * ph2);
            double rest = (variance * k) - Vector256.Sum((r0 * h0) + (r1 * h1));
            (r0 + (rest * k0)).StoreUnsafe(ref p, at);
            (r1 + (rest * k1)).StoreUnsafe(ref p, at + 4);
            (r2 + (rest * k2)).StoreUnsafe(ref p, at + 8);
        }
    }
}

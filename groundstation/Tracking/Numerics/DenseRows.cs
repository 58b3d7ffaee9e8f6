using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace JointWatch.Tracking.Numerics;

/// <summary>
/// Kernels for n by n matrices whose rows are padded with zeros to whole vectors of 4 numbers: the stride, 8 or 12. Products and sums in a fixed order,
/// without fused multiply-add, so that every processor gives the same bits.
/// </summary>
internal static class DenseRows
{
    /// <summary>
    /// More than rounding takes off the smallest eigenvalue of a covariance whose diagonal is scaled to 1, and nothing to a filter.
    /// </summary>
    private const double RoundingShare = 1e-10;

    /// <summary>c = a b.</summary>
    public static void Multiply(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int n, int stride, Span<double> c)
    {
        CheckLength(a, n, stride);
        CheckLength(b, n, stride);
        CheckLength(c, n, stride);
        ref double ra = ref MemoryMarshal.GetReference(a);
        ref double rb = ref MemoryMarshal.GetReference(b);
        ref double rc = ref MemoryMarshal.GetReference(c);
        for (int i = 0; i < n; i++)
        {
            ref double row = ref Unsafe.Add(ref ra, i * stride);
            Vector256<double> sum0 = Vector256<double>.Zero;
            Vector256<double> sum1 = Vector256<double>.Zero;
            Vector256<double> sum2 = Vector256<double>.Zero;
            for (int k = 0; k < n; k++)
            {
                double factor = Unsafe.Add(ref row, k);
                nuint from = (nuint)(k * stride);
                sum0 += factor * Vector256.LoadUnsafe(ref rb, from);
                sum1 += factor * Vector256.LoadUnsafe(ref rb, from + 4);
                if (stride > 8)
                {
                    sum2 += factor * Vector256.LoadUnsafe(ref rb, from + 8);
                }
            }

            nuint to = (nuint)(i * stride);
            sum0.StoreUnsafe(ref rc, to);
            sum1.StoreUnsafe(ref rc, to + 4);
            if (stride > 8)
            {
                sum2.StoreUnsafe(ref rc, to + 8);
            }
        }
    }

    /// <summary>p := f p fᵀ for a covariance p; the result is symmetric to the last bit.</summary>
    public static void Sandwich(ReadOnlySpan<double> f, int n, int stride, Span<double> p)
    {
        Span<double> fp = stackalloc double[n * stride];
        Span<double> transposed = stackalloc double[n * stride];
        Multiply(f, p, n, stride, fp);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                transposed[(j * stride) + i] = f[(i * stride) + j];
            }
        }

        Multiply(fp, transposed, n, stride, p);
        Settle(p, n, stride);
    }

    /// <summary>p += weight (source + d dᵀ).</summary>
    public static void AddSpread(double weight, ReadOnlySpan<double> source, ReadOnlySpan<double> d, int n, int stride, Span<double> p)
    {
        CheckLength(source, n, stride);
        CheckLength(p, n, stride);
        CheckLength(d, 1, stride);
        ref double rs = ref MemoryMarshal.GetReference(source);
        ref double rp = ref MemoryMarshal.GetReference(p);
        ref double rd = ref MemoryMarshal.GetReference(d);
        for (int i = 0; i < n; i++)
        {
            for (int column = 0; column < stride; column += 4)
            {
                nuint at = (nuint)((i * stride) + column);
                Vector256<double> one = Vector256.LoadUnsafe(ref rs, at) + (d[i] * Vector256.LoadUnsafe(ref rd, (nuint)column));
                (Vector256.LoadUnsafe(ref rp, at) + (weight * one)).StoreUnsafe(ref rp, at);
            }
        }
    }

    /// <summary>p += weight d dᵀ.</summary>
    public static void AddSquare(double weight, ReadOnlySpan<double> d, int n, int stride, Span<double> p)
    {
        CheckLength(p, n, stride);
        CheckLength(d, 1, stride);
        ref double rp = ref MemoryMarshal.GetReference(p);
        ref double rd = ref MemoryMarshal.GetReference(d);
        for (int i = 0; i < n; i++)
        {
            double scaled = weight * d[i];
            for (int column = 0; column < stride; column += 4)
            {
                nuint at = (nuint)((i * stride) + column);
                (Vector256.LoadUnsafe(ref rp, at) + (scaled * Vector256.LoadUnsafe(ref rd, (nuint)column))).StoreUnsafe(ref rp, at);
            }
        }
    }

    /// <summary>Undoes what rounding does to a covariance: makes it symmetric, and its variances larger by <see cref="RoundingShare"/>.</summary>
    public static void Settle(Span<double> p, int n, int stride)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                p[(j * stride) + i] = p[(i * stride) + j];
            }

            p[(i * stride) + i] *= 1 + RoundingShare;
        }
    }

    public static void CheckLength(ReadOnlySpan<double> matrix, int rows, int stride) =>
        ArgumentOutOfRangeException.ThrowIfLessThan(matrix.Length, rows * stride, nameof(matrix));
}

using System.Runtime.CompilerServices;

namespace JointWatch.Tracking.Numerics;

/// <summary>Kernels for small symmetric positive definite matrices, row by row in spans that the caller owns. Nothing is allocated.</summary>
public static class SpdMatrix
{
    /// <summary>
    /// Replaces the n by n matrix <paramref name="a"/> by its lower Cholesky factor L, a = L Lᵀ (G. Golub and C. Van Loan,
    /// "Matrix Computations", 4th ed., algorithm 4.2.1). What is above the diagonal is neither read nor written.
    /// </summary>
    /// <returns>False if <paramref name="a"/> is not positive definite; it is then spoilt.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryFactor(Span<double> a, int n)
    {
        for (int j = 0; j < n; j++)
        {
            double diagonal = a[(j * n) + j];
            for (int k = 0; k < j; k++)
            {
                diagonal -= a[(j * n) + k] * a[(j * n) + k];
            }

            if (!(diagonal > 0) || double.IsPositiveInfinity(diagonal))
            {
                return false;
            }

            diagonal = Math.Sqrt(diagonal);
            a[(j * n) + j] = diagonal;
            for (int i = j + 1; i < n; i++)
            {
                double sum = a[(i * n) + j];
                for (int k = 0; k < j; k++)
                {
                    sum -= a[(i * n) + k] * a[(j * n) + k];
                }

                a[(i * n) + j] = sum / diagonal;
            }
        }

        return true;
    }

    /// <summary>Replaces <paramref name="b"/> by L⁻¹ b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SolveLower(ReadOnlySpan<double> factor, int n, Span<double> b)
    {
        for (int i = 0; i < n; i++)
        {
            double sum = b[i];
            for (int k = 0; k < i; k++)
            {
                sum -= factor[(i * n) + k] * b[k];
            }

            b[i] = sum / factor[(i * n) + i];
        }
    }

    /// <summary>Replaces <paramref name="b"/> by L⁻ᵀ b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SolveUpper(ReadOnlySpan<double> factor, int n, Span<double> b)
    {
        for (int i = n - 1; i >= 0; i--)
        {
            double sum = b[i];
            for (int k = i + 1; k < n; k++)
            {
                sum -= factor[(k * n) + i] * b[k];
            }

            b[i] = sum / factor[(i * n) + i];
        }
    }

    /// <summary>The natural logarithm of the determinant of L Lᵀ.</summary>
    public static double LogDeterminant(ReadOnlySpan<double> factor, int n)
    {
        double product = 1;
        for (int i = 0; i < n; i++)
        {
            product *= factor[(i * n) + i];
        }

        return 2 * Math.Log(product);
    }

    /// <summary>Replaces the n by n matrix <paramref name="a"/> by its inverse, symmetric and whole.</summary>
    /// <returns>False if <paramref name="a"/> is not positive definite; it is then spoilt.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryInvert(Span<double> a, int n)
    {
        Span<double> factor = stackalloc double[n * n];
        a[..(n * n)].CopyTo(factor);
        if (!TryFactor(factor, n))
        {
            return false;
        }

        Span<double> column = stackalloc double[n];
        for (int j = 0; j < n; j++)
        {
            column.Clear();
            column[j] = 1;
            SolveLower(factor, n, column);
            SolveUpper(factor, n, column);
            for (int i = 0; i < n; i++)
            {
                a[(i * n) + j] = column[i];
            }
        }

        return true;
    }
}

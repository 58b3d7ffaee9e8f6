using JointWatch.Tracking.Numerics;

namespace JointWatch.Tracking.Tests.Numerics;

/// <summary>Plain dense matrices, row by row, as a textbook writes them: slow, and independent of the tracker's kernels.</summary>
internal static class Dense
{
    public static double[] Multiply(double[] a, double[] b, int rows, int inner, int columns)
    {
        double[] c = new double[rows * columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                for (int k = 0; k < inner; k++)
                {
                    c[(i * columns) + j] += a[(i * inner) + k] * b[(k * columns) + j];
                }
            }
        }

        return c;
    }

    public static double[] Transpose(double[] a, int rows, int columns)
    {
        double[] t = new double[a.Length];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                t[(j * rows) + i] = a[(i * columns) + j];
            }
        }

        return t;
    }

    public static double[] Add(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x + y)];

    /// <summary>F P Fᵀ for n by n matrices.</summary>
    public static double[] Sandwich(double[] f, double[] p, int n) => Multiply(Multiply(f, p, n, n, n), Transpose(f, n, n), n, n, n);

    /// <summary>Whether the upper left n by n of a padded matrix is symmetric to the last bit and has a Cholesky factor.</summary>
    public static bool IsPositiveDefinite(ReadOnlySpan<double> padded, int n)
    {
        double[] packed = Packed(padded, n);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (packed[(i * n) + j] != packed[(j * n) + i])
                {
                    return false;
                }
            }
        }

        return SpdMatrix.TryFactor(packed, n);
    }

    /// <summary>The upper left n by n of a matrix whose rows are padded.</summary>
    public static double[] Packed(ReadOnlySpan<double> padded, int n)
    {
        double[] packed = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            padded.Slice(i * ((n + 3) & ~3), n).CopyTo(packed.AsSpan(i * n));
        }

        return packed;
    }

    /// <summary>Gauss-Jordan elimination with pivoting.</summary>
    public static double[] Invert(double[] a, int n)
    {
        double[] left = (double[])a.Clone();
        double[] right = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            right[(i * n) + i] = 1;
        }

        for (int column = 0; column < n; column++)
        {
            int pivot = Enumerable.Range(column, n - column).MaxBy(row => Math.Abs(left[(row * n) + column]));
            for (int j = 0; j < n; j++)
            {
                (left[(column * n) + j], left[(pivot * n) + j]) = (left[(pivot * n) + j], left[(column * n) + j]);
                (right[(column * n) + j], right[(pivot * n) + j]) = (right[(pivot * n) + j], right[(column * n) + j]);
            }

            double scale = left[(column * n) + column];
            for (int j = 0; j < n; j++)
            {
                left[(column * n) + j] /= scale;
                right[(column * n) + j] /= scale;
            }

            for (int row = 0; row < n; row++)
            {
                double factor = left[(row * n) + column];
                for (int j = 0; j < n && row != column; j++)
                {
                    left[(row * n) + j] -= factor * left[(column * n) + j];
                    right[(row * n) + j] -= factor * right[(column * n) + j];
                }
            }
        }

        return right;
    }

    /// <summary>A Aᵀ + I with A of independent numbers from -1 to 1.</summary>
    public static double[] RandomSpd(Random random, int n)
    {
        double[] a = [.. Enumerable.Range(0, n * n).Select(_ => (2 * random.NextDouble()) - 1)];
        double[] spd = Multiply(a, Transpose(a, n, n), n, n, n);
        for (int i = 0; i < n; i++)
        {
            spd[(i * n) + i] += 1;
        }

        return spd;
    }
}

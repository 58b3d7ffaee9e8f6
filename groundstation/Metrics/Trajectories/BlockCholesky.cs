using System.Numerics;
using System.Runtime.InteropServices;

namespace JointWatch.Metrics.Trajectories;

/// <summary>
/// Cholesky factorisation of a symmetric positive definite matrix of dense blocks on the diagonal, one for each instant, in which an
/// unknown is tied beside that to one of the next block at most. Time: the sum of the blocks' sizes cubed.
/// </summary>
/// <param name="starts">Where each block starts, and at last the number of unknowns.</param>
/// <param name="next">The unknown of the next block to which each is tied, or -1.</param>
internal sealed class BlockCholesky(int[] starts, int[] next)
{
    private readonly double[][] _factors = [.. Enumerable.Range(0, starts.Length - 1).Select(k => new double[Square(starts[k + 1] - starts[k])])];
    private readonly double[] _ties = new double[next.Length];
    private readonly double[] _right = new double[next.Length];
    private readonly double[] _inverse = new double[Enumerable.Range(0, starts.Length - 1).Max(k => Square(starts[k + 1] - starts[k]))];

    /// <summary>Gets a block to be filled in, its lower triangle row by row. <see cref="Factor"/> replaces it.</summary>
    public Span<double> Block(int k) => _factors[k];

    /// <summary>Gets the ties to be filled in: h of the -h that stands in the matrix for an unknown and its next; 0 without one.</summary>
    public Span<double> Ties => _ties;

    /// <summary>Factors what was filled in.</summary>
    public void Factor()
    {
        for (int k = 0; k < _factors.Length; k++)
        {
            FactorBlock(_factors[k], Size(k));
            if (k + 1 < _factors.Length)
            {
                PassOn(k);
            }
        }
    }

    /// <summary>Solves for a right side, in place.</summary>
    /// <param name="x">The right side, then the solution.</param>
    public void Solve(Span<double> x)
    {
        for (int k = 0; k + 1 < _factors.Length; k++)
        {
            Span<double> solved = _right.AsSpan(starts[k], Size(k));
            x.Slice(starts[k], Size(k)).CopyTo(solved);
            SolveBlock(_factors[k], solved);
            for (int i = starts[k]; i < starts[k + 1]; i++)
            {
                if (next[i] >= 0)
                {
                    x[next[i]] += _ties[i] * _right[i];
                }
            }
        }

        for (int k = _factors.Length - 1; k >= 0; k--)
        {
            for (int i = starts[k]; i < starts[k + 1]; i++)
            {
                x[i] += next[i] >= 0 ? _ties[i] * x[next[i]] : 0;
            }

            SolveBlock(_factors[k], x.Slice(starts[k], Size(k)));
        }
    }

    private static int Square(int size) => size * size;

    private int Size(int k) => starts[k + 1] - starts[k];

    /// <summary>
    /// The lower triangle becomes its Cholesky factor. A pivot that rounding has eaten up counts as infinite: its unknown stays 0.
    /// </summary>
    private static void FactorBlock(Span<double> a, int size)
    {
        for (int i = 0; i < size; i++)
        {
            Span<double> rowI = a.Slice(i * size, size);
            double before = rowI[i];
            for (int j = 0; j < i; j++)
            {
                rowI[j] = (rowI[j] - Dot(rowI[..j], a.Slice(j * size, j))) / a[(j * size) + j];
            }

            double pivot = before - Dot(rowI[..i], rowI[..i]);
            rowI[i] = pivot > 1e-16 * before ? Math.Sqrt(pivot) : 1e64;
        }
    }

    /// <summary>Takes h S⁻¹ h from the next block, S being what block k was before it was factored.</summary>
    private void PassOn(int k)
    {
        // Row i of the working copy is column i of the factor's inverse, from i on: all products run along rows.
        int size = Size(k);
        ReadOnlySpan<double> factor = _factors[k];
        Span<double> columns = _inverse.AsSpan(0, size * size);
        for (int i = 0; i < size; i++)
        {
            Span<double> column = columns.Slice(i * size, size);
            column[i] = 1 / factor[(i * size) + i];
            for (int m = i + 1; next[starts[k] + i] >= 0 && m < size; m++)
            {
                column[m] = -Dot(factor.Slice((m * size) + i, m - i), column[i..m]) / factor[(m * size) + m];
            }
        }

        Span<double> after = _factors[k + 1];
        int sizeAfter = Size(k + 1);
        for (int i = 0; i < size; i++)
        {
            int row = next[starts[k] + i] - starts[k + 1];
            for (int j = 0; row >= 0 && j <= i; j++)
            {
                int column = next[starts[k] + j] - starts[k + 1];
                if (column >= 0)
                {
                    after[(Math.Max(row, column) * sizeAfter) + Math.Min(row, column)] -= _ties[starts[k] + i] * _ties[starts[k] + j]
                        * Dot(columns.Slice((i * size) + i, size - i), columns.Slice((j * size) + i, size - i));
                }
            }
        }
    }

    private static void SolveBlock(ReadOnlySpan<double> factor, Span<double> x)
    {
        int size = x.Length;
        for (int i = 0; i < size; i++)
        {
            x[i] = (x[i] - Dot(factor.Slice(i * size, i), x[..i])) / factor[(i * size) + i];
        }

        for (int i = size - 1; i >= 0; i--)
        {
            x[i] /= factor[(i * size) + i];
            for (int j = 0; j < i; j++)
            {
                x[j] -= factor[(i * size) + j] * x[i];
            }
        }
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ReadOnlySpan<Vector<double>> wideA = MemoryMarshal.Cast<double, Vector<double>>(a);
        ReadOnlySpan<Vector<double>> wideB = MemoryMarshal.Cast<double, Vector<double>>(b);
        Vector<double> sums = Vector<double>.Zero;
        for (int i = 0; i < wideA.Length; i++)
        {
            sums += wideA[i] * wideB[i];
        }

        double sum = Vector.Sum(sums);
        for (int i = wideA.Length * Vector<double>.Count; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}

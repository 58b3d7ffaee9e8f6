using System.Numerics;

namespace JointWatch.Metrics.Trajectories;

/// <summary>
/// A symmetric positive definite matrix of blocks in a chain: dense blocks on the diagonal, and beside them the negatives of diagonal ones that
/// couple each block to the next. Solved by elimination of one block after the other.
/// </summary>
internal sealed class BlockChain(int blocks, int size)
{
    private readonly double[] _inverses = new double[blocks * size * size];
    private readonly double[] _scaled = new double[size];

    /// <summary>A diagonal block, to be filled with its elements, row by row, before <see cref="Eliminate"/>.</summary>
    public Span<double> Block(int index) => _inverses.AsSpan(index * size * size, size * size);

    /// <summary>Turns the blocks into the inverses of what is left of each when those before it are eliminated.</summary>
    /// <param name="couplings">Blocks less one by size: the elements beside the diagonal, with their sign turned.</param>
    public void Eliminate(ReadOnlySpan<double> couplings)
    {
        for (int k = 0; k < blocks; k++)
        {
            Span<double> block = Block(k);
            if (k > 0)
            {
                ReadOnlySpan<double> coupling = couplings.Slice((k - 1) * size, size);
                ReadOnlySpan<double> before = Block(k - 1);
                for (int i = 0; i < size; i++)
                {
                    for (int j = 0; j < size; j++)
                    {
                        block[(i * size) + j] -= coupling[i] * before[(i * size) + j] * coupling[j];
                    }
                }
            }

            Invert(block);
        }
    }

    /// <summary>Solves in place, after <see cref="Eliminate"/> with the same couplings.</summary>
    public void Solve(ReadOnlySpan<double> couplings, Span<double> values)
    {
        for (int k = 0; k < blocks; k++)
        {
            Span<double> here = values.Slice(k * size, size);
            if (k > 0)
            {
                Times(Block(k - 1), values.Slice((k - 1) * size, size));
                AddCoupled(couplings.Slice((k - 1) * size, size), _scaled, here);
            }
        }

        for (int k = blocks - 1; k >= 0; k--)
        {
            Span<double> here = values.Slice(k * size, size);
            if (k < blocks - 1)
            {
                AddCoupled(couplings.Slice(k * size, size), values.Slice((k + 1) * size, size), here);
            }

            Times(Block(k), here);
            _scaled.CopyTo(here);
        }
    }

    private static void AddCoupled(ReadOnlySpan<double> coupling, ReadOnlySpan<double> other, Span<double> here)
    {
        for (int i = 0; i < here.Length; i++)
        {
            here[i] += coupling[i] * other[i];
        }
    }

    private void Times(ReadOnlySpan<double> block, ReadOnlySpan<double> vector)
    {
        for (int i = 0; i < size; i++)
        {
            double sum = 0;
            for (int j = 0; j < size; j++)
            {
                sum += block[(i * size) + j] * vector[j];
            }

            _scaled[i] = sum;
        }
    }

    /// <summary>Gauss and Jordan's inversion in place; a positive definite matrix needs no exchange of rows.</summary>
    private void Invert(Span<double> block)
    {
        for (int pivot = 0; pivot < size; pivot++)
        {
            Span<double> pivotRow = block.Slice(pivot * size, size);
            double scale = 1 / pivotRow[pivot];
            pivotRow[pivot] = 1;
            for (int j = 0; j < size; j++)
            {
                pivotRow[j] *= scale;
            }

            for (int i = 0; i < size; i++)
            {
                if (i != pivot)
                {
                    Span<double> row = block.Slice(i * size, size);
                    double factor = row[pivot];
                    row[pivot] = 0;
                    Subtract(factor, pivotRow, row);
                }
            }
        }
    }

    private static void Subtract(double factor, ReadOnlySpan<double> from, Span<double> row)
    {
        int width = Vector<double>.Count;
        int j = 0;
        for (; j <= row.Length - width; j += width)
        {
            (new Vector<double>(row[j..]) - (new Vector<double>(from[j..]) * factor)).CopyTo(row[j..]);
        }

        for (; j < row.Length; j++)
        {
            row[j] -= factor * from[j];
        }
    }
}

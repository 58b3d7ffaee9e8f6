using System.Runtime.CompilerServices;

namespace JointWatch.Tracking.Association;

/// <summary>
/// The linear assignment problem by shortest augmenting paths (R. Jonker and A. Volgenant, "A shortest augmenting path algorithm for
/// dense and sparse linear assignment problems", Computing 38, 1987; for more columns than rows as in D. Crouse, "On implementing 2D
/// rectangular assignment algorithms", IEEE Trans. AES 52(4), 2016): each row gets a column of its own so that the sum is least.
/// Keeps its working memory between calls; not for several threads at once.
/// </summary>
internal sealed class AssignmentSolver
{
    private double[] _rowPrices = [];
    private double[] _columnPrices = [];
    private double[] _shortest = [];
    private int[] _pathRow = [];
    private int[] _rowOfColumn = [];
    private bool[] _columnDone = [];

    /// <summary>
    /// Solves for <paramref name="costs"/>, rows by columns, row by row. A cost may be +infinity: never together.
    /// </summary>
    /// <param name="costs">What it costs to give a column to a row; not NaN.</param>
    /// <param name="rows">The number of rows, at most that of the columns.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="columnOfRow">Gets each row's column.</param>
    /// <returns>False if no assignment of finite cost exists.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TrySolve(ReadOnlySpan<double> costs, int rows, int columns, Span<int> columnOfRow)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, columns);
        Reserve(rows, columns);
        Array.Clear(_rowPrices, 0, rows);
        Array.Clear(_columnPrices, 0, columns);
        Array.Fill(_rowOfColumn, -1, 0, columns);
        columnOfRow[..rows].Fill(-1);
        for (int row = 0; row < rows; row++)
        {
            int sink = FindPath(costs, rows, columns, row);
            if (sink < 0)
            {
                return false;
            }

            Augment(row, sink, columnOfRow);
        }

        return true;
    }

    /// <summary>Dijkstra's search by reduced costs from a free row to the nearest free column; updates the prices on the way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int FindPath(ReadOnlySpan<double> costs, int rows, int columns, int start)
    {
        Array.Fill(_shortest, double.PositiveInfinity, 0, columns);
        Array.Clear(_columnDone, 0, columns);
        double reached = 0;
        int row = start;
        int sink = -1;
        for (int step = 0; sink < 0 && step < rows; step++)
        {
            int nearest = -1;
            double least = double.PositiveInfinity;
            ReadOnlySpan<double> costsOfRow = costs.Slice(row * columns, columns);
            for (int column = 0; column < columns; column++)
            {
                if (_columnDone[column])
                {
                    continue;
                }

                double length = reached + costsOfRow[column] - _rowPrices[row] - _columnPrices[column];
                if (length < _shortest[column])
                {
                    _shortest[column] = length;
                    _pathRow[column] = row;
                }

                if (_shortest[column] < least || (_shortest[column] == least && nearest >= 0 && _rowOfColumn[column] < 0 && _rowOfColumn[nearest] >= 0))
                {
                    least = _shortest[column];
                    nearest = column;
                }
            }

            if (nearest < 0)
            {
                return -1;
            }

            reached = least;
            _columnDone[nearest] = true;
            if (_rowOfColumn[nearest] < 0)
            {
                sink = nearest;
            }
            else
            {
                row = _rowOfColumn[nearest];
            }
        }

        _rowPrices[start] += reached;
        for (int column = 0; column < columns; column++)
        {
            if (_columnDone[column] && column != sink)
            {
                _rowPrices[_rowOfColumn[column]] += reached - _shortest[column];
            }

            if (_columnDone[column])
            {
                _columnPrices[column] -= reached - _shortest[column];
            }
        }

        return sink;
    }

    private void Augment(int start, int sink, Span<int> columnOfRow)
    {
        int column = sink;
        int row;
        do
        {
            row = _pathRow[column];
            _rowOfColumn[column] = row;
            (columnOfRow[row], column) = (column, columnOfRow[row]);
        }
        while (row != start);
    }

    private void Reserve(int rows, int columns)
    {
        if (_rowPrices.Length < rows)
        {
            _rowPrices = new double[2 * rows];
        }

        if (_columnPrices.Length < columns)
        {
            _columnPrices = new double[2 * columns];
            _shortest = new double[2 * columns];
            _pathRow = new int[2 * columns];
            _rowOfColumn = new int[2 * columns];
            _columnDone = new bool[2 * columns];
        }
    }
}

using CsCheck;
using JointWatch.Tracking.Association;

namespace JointWatch.Tracking.Tests.Association;

public sealed class AssignmentSolverTests
{
    [Fact]
    public void No_other_assignment_costs_less()
    {
        Gen<(int Rows, int Columns)> sizes = Gen.Select(Gen.Int[1, 6], Gen.Int[0, 2], (rows, more) => (rows, rows + more));
        Gen.Select(sizes, Gen.Int[0, int.MaxValue]).Sample((size, seed) =>
        {
            Random random = new(seed);
            double[] costs = [.. Enumerable.Range(0, size.Rows * size.Columns).Select(_ => Cost(random))];
            int[] columnOfRow = new int[size.Rows];
            bool found = new AssignmentSolver().TrySolve(costs, size.Rows, size.Columns, columnOfRow);
            double best = BruteForce(costs, size.Rows, size.Columns, 0, 0);
            return found
                ? columnOfRow.Distinct().Count() == size.Rows
                    && Math.Abs(columnOfRow.Select((column, row) => costs[(row * size.Columns) + column]).Sum() - best) < 1e-9
                : double.IsPositiveInfinity(best);
        });
    }

    /// <summary>The example of H. Kuhn, "The Hungarian method for the assignment problem", 1955, as costs: the best ratings of 4 men for 4 jobs sum to 27.</summary>
    [Fact]
    public void A_larger_solver_serves_smaller_problems_after_it()
    {
        AssignmentSolver solver = new();
        solver.TrySolve(new double[20 * 30], 20, 30, new int[20]);
        int[] columnOfRow = new int[4];

        Assert.True(solver.TrySolve([-8, -7, -9, -9, -5, -2, -7, -8, -6, -1, -4, -9, -2, -3, -2, -6], 4, 4, columnOfRow));

        double[] ratings = [8, 7, 9, 9, 5, 2, 7, 8, 6, 1, 4, 9, 2, 3, 2, 6];
        Assert.Equal(27, columnOfRow.Select((column, row) => ratings[(4 * row) + column]).Sum());
    }

    [Fact]
    public void Rows_without_a_possible_column_are_refused()
    {
        const double Never = double.PositiveInfinity;

        Assert.False(new AssignmentSolver().TrySolve([1, Never, 2, Never], 2, 2, new int[2]));
    }

    /// <summary>Small whole numbers bring ties; some pairs are impossible.</summary>
    private static double Cost(Random random) => random.Next(10) == 0 ? double.PositiveInfinity : random.Next(-9, 10);

    private static double BruteForce(double[] costs, int rows, int columns, int row, int used)
    {
        if (row == rows)
        {
            return 0;
        }

        double best = double.PositiveInfinity;
        for (int column = 0; column < columns; column++)
        {
            if ((used & (1 << column)) == 0)
            {
                best = Math.Min(best, costs[(row * columns) + column] + BruteForce(costs, rows, columns, row + 1, used | (1 << column)));
            }
        }

        return best;
    }
}

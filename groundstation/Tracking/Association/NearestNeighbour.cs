using System.Runtime.CompilerServices;

namespace JointWatch.Tracking.Association;

/// <summary>
/// Global nearest neighbour: the one joint association that is likeliest as a whole (S. Blackman and R. Popoli, "Design and Analysis of Modern
/// Tracking Systems", 1999, section 6.4). The belief in a pair that it contains is that of the pair against missing and false alone, so that
/// existence grows with evidence; each other pair has none.
/// </summary>
internal sealed class NearestNeighbour : IAssociator
{
    private readonly AssignmentSolver _solver = new();
    private int[] _column = [];
    private int[] _columnOfRow = [];
    private int[] _members = [];
    private double[] _costs = [];

    /// <inheritdoc/>
    public bool TakesOne => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Solve(AssociationProblem problem, Clusters clusters)
    {
        Reserve(ref _column, problem.Detections);
        if (_members.Length < problem.Tracks)
        {
            _members = new int[Math.Max(1_024, 2 * problem.Tracks)];
        }

        for (int t = 0; t < problem.Tracks; t++)
        {
            if (clusters.IsFirst(t))
            {
                SolveCluster(problem, clusters.Members(t, _members));
            }
        }
    }

    /// <summary>Tracks are rows; detections are columns, and after them one column a row for no detection, at no cost.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SolveCluster(AssociationProblem problem, ReadOnlySpan<int> tracks)
    {
        int seen = CollectDetections(problem, tracks);
        if (seen == 0)
        {
            return;
        }

        int rows = tracks.Length;
        int columns = seen + rows;
        Reserve(ref _costs, rows * columns);
        Reserve(ref _columnOfRow, rows);
        for (int row = 0; row < rows; row++)
        {
            Span<double> costs = _costs.AsSpan(row * columns, columns);
            costs[..seen].Fill(double.PositiveInfinity);
            costs[seen..].Clear();
            (int first, int last) = problem.EdgesOf(tracks[row]);
            for (int e = first; e < last; e++)
            {
                costs[_column[problem.DetectionOf[e]]] = -Math.Log(problem.Weight[e]);
            }
        }

        _solver.TrySolve(_costs.AsSpan(0, rows * columns), rows, columns, _columnOfRow);
        for (int row = 0; row < rows; row++)
        {
            (int first, int last) = problem.EdgesOf(tracks[row]);
            for (int e = first; e < last; e++)
            {
                if (_column[problem.DetectionOf[e]] == _columnOfRow[row])
                {
                    double belief = problem.Weight[e] / (1 + problem.Weight[e]);
                    problem.Belief[e] = belief;
                    problem.Missed[tracks[row]] = 1 - belief;
                    problem.Free[problem.DetectionOf[e]] = 1 - belief;
                }
            }
        }
    }

    private int CollectDetections(AssociationProblem problem, ReadOnlySpan<int> tracks)
    {
        int seen = 0;
        foreach (int t in tracks)
        {
            (int first, int last) = problem.EdgesOf(t);
            for (int e = first; e < last; e++)
            {
                _column[problem.DetectionOf[e]] = -1;
            }
        }

        foreach (int t in tracks)
        {
            (int first, int last) = problem.EdgesOf(t);
            for (int e = first; e < last; e++)
            {
                if (_column[problem.DetectionOf[e]] < 0)
                {
                    _column[problem.DetectionOf[e]] = seen++;
                }
            }
        }

        return seen;
    }

    private static void Reserve<T>(ref T[] array, int length)
    {
        if (array.Length < length)
        {
            array = new T[Math.Max(64, 2 * length)];
        }
    }
}

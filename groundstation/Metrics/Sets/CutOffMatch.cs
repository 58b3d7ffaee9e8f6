using JointWatch.Tracking.Association;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Metrics.Sets;

/// <summary>
/// The matching of true places and tracks that OSPA (D. Schuhmacher, B.-T. Vo, B.-N. Vo, IEEE Trans. SP 56(8), 2008) and GOSPA with alpha 2
/// (A. Rahmathullah, Á. García-Fernández, L. Svensson, FUSION 2017) share: pairs nearer than the cut-off whose sum of d^p less c^p is least.
/// Pairs beyond it cost the same as none, so what hangs together by near pairs is matched by itself, whatever the number of all.
/// </summary>
internal sealed class CutOffMatch(double cutOffMeters, double order)
{
    private readonly AssignmentSolver _solver = new();
    private readonly List<int> _byX = [];
    private readonly List<(int Truth, int Track)> _near = [];
    private int[] _groups = [];
    private double[] _costs = [];

    /// <summary>Gets the pairs of the last matching.</summary>
    public List<(int Truth, int Track, double Meters)> Pairs { get; } = [];

    /// <summary>Matches.</summary>
    public void Match(IReadOnlyList<Vector3> truth, IReadOnlyList<Vector3> tracks)
    {
        Pairs.Clear();
        FindNear(truth, tracks);
        foreach (IGrouping<int, (int Truth, int Track)> group in _near.GroupBy(pair => Root(pair.Truth)))
        {
            MatchGroup([.. group], truth, tracks);
        }

        Pairs.Sort();
    }

    /// <summary>All pairs nearer than the cut-off, by a sweep along x; truths and tracks that they join get one root.</summary>
    private void FindNear(IReadOnlyList<Vector3> truth, IReadOnlyList<Vector3> tracks)
    {
        _near.Clear();
        _byX.Clear();
        _byX.AddRange(Enumerable.Range(0, tracks.Count).OrderBy(i => tracks[i].X));
        double[] xs = [.. _byX.Select(i => tracks[i].X)];
        int all = truth.Count + tracks.Count;
        _groups = _groups.Length < all ? new int[2 * all] : _groups;
        for (int i = 0; i < all; i++)
        {
            _groups[i] = i;
        }

        for (int t = 0; t < truth.Count; t++)
        {
            int first = Array.BinarySearch(xs, truth[t].X - cutOffMeters);
            for (int k = first < 0 ? ~first : first; k < xs.Length && xs[k] < truth[t].X + cutOffMeters; k++)
            {
                if ((truth[t] - tracks[_byX[k]]).Length < cutOffMeters)
                {
                    _near.Add((t, _byX[k]));
                    _groups[Root(truth.Count + _byX[k])] = Root(t);
                }
            }
        }
    }

    private int Root(int item)
    {
        while (_groups[item] != item)
        {
            _groups[item] = _groups[_groups[item]];
            item = _groups[item];
        }

        return item;
    }

    private void MatchGroup(List<(int Truth, int Track)> near, IReadOnlyList<Vector3> truth, IReadOnlyList<Vector3> tracks)
    {
        int[] truths = [.. near.Select(pair => pair.Truth).Distinct()];
        int[] others = [.. near.Select(pair => pair.Track).Distinct()];
        bool turned = truths.Length > others.Length;
        (int rows, int columns) = turned ? (others.Length, truths.Length) : (truths.Length, others.Length);
        _costs = _costs.Length < rows * columns ? new double[rows * columns] : _costs;
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                _costs[(row * columns) + column] = Math.Pow(Math.Min(Distance(row, column), cutOffMeters), order);
            }
        }

        int[] columnOfRow = new int[rows];
        _solver.TrySolve(_costs.AsSpan(0, rows * columns), rows, columns, columnOfRow);
        for (int row = 0; row < rows; row++)
        {
            double meters = Distance(row, columnOfRow[row]);
            if (meters < cutOffMeters)
            {
                Pairs.Add(turned ? (truths[columnOfRow[row]], others[row], meters) : (truths[row], others[columnOfRow[row]], meters));
            }
        }

        double Distance(int row, int column) =>
            (truth[truths[turned ? column : row]] - tracks[others[turned ? row : column]]).Length;
    }
}

using System.Runtime.CompilerServices;

namespace JointWatch.Tracking.Association;

/// <summary>
/// The likeliest joint associations of a small part: for each, which detection every track has, or none; and how likely it is among them. Found by
/// going through all, the tracks one after another, with branches cut that cannot come near the best.
/// </summary>
internal sealed class JointHypotheses(JointOptions options)
{
    private readonly double[] _best = new double[options.MaxTracks + 1];
    private readonly int[] _choice = new int[options.MaxTracks];
    private readonly List<(double Weight, int Index)> _order = [];
    private int[] _choices = [];
    private double[] _weights = [];
    private int[] _kept = [];
    private double[] _probabilities = [];
    private double _bestWhole;
    private int _found;
    private int _visited;
    private int _tracks;

    /// <summary>Gets the number of joint associations kept.</summary>
    public int Count { get; private set; }

    /// <summary>The probability of a joint association.</summary>
    public double Probability(int hypothesis) => _probabilities[hypothesis];

    /// <summary>For each track of the part, its pair in the problem, or -1.</summary>
    public ReadOnlySpan<int> Choice(int hypothesis) => _kept.AsSpan(hypothesis * _tracks, _tracks);

    /// <summary>Goes through the joint associations of a part.</summary>
    /// <returns>False if there are too many to go through.</returns>
    public bool TryFind(AssociationProblem problem, ReadOnlySpan<int> tracks)
    {
        if (tracks.Length > options.MaxTracks)
        {
            return false;
        }

        _tracks = tracks.Length;
        _found = 0;
        _visited = 0;
        _bestWhole = 0;
        _best[_tracks] = 1;
        for (int i = _tracks - 1; i >= 0; i--)
        {
            (int first, int last) = problem.EdgesOf(tracks[i]);
            double most = 1;
            for (int e = first; e < last; e++)
            {
                most = Math.Max(most, problem.Weight[e]);
            }

            _best[i] = _best[i + 1] * most;
        }

        if (!double.IsFinite(_best[0]) || !Visit(problem, tracks, 0, 1))
        {
            return false;
        }

        Keep();
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Visit(AssociationProblem problem, ReadOnlySpan<int> tracks, int depth, double weight)
    {
        if (++_visited > options.MaxVisits)
        {
            return false;
        }

        if (weight * _best[depth] < options.LeastShare * _bestWhole)
        {
            return true;
        }

        if (depth == tracks.Length)
        {
            Note(weight);
            return true;
        }

        (int first, int last) = problem.EdgesOf(tracks[depth]);
        for (int e = first; e < last; e++)
        {
            if (!IsTaken(problem, depth, problem.DetectionOf[e]))
            {
                _choice[depth] = e;
                if (!Visit(problem, tracks, depth + 1, weight * problem.Weight[e]))
                {
                    return false;
                }
            }
        }

        _choice[depth] = -1;
        return Visit(problem, tracks, depth + 1, weight);
    }

    private bool IsTaken(AssociationProblem problem, int depth, int detection)
    {
        for (int i = 0; i < depth; i++)
        {
            if (_choice[i] >= 0 && problem.DetectionOf[_choice[i]] == detection)
            {
                return true;
            }
        }

        return false;
    }

    private void Note(double weight)
    {
        if (_weights.Length <= _found)
        {
            Array.Resize(ref _weights, Math.Max(256, 2 * _found));
        }

        int needed = (_found + 1) * _tracks;
        if (_choices.Length < needed)
        {
            Array.Resize(ref _choices, Math.Max(1_024, 2 * needed));
        }

        _choice.AsSpan(0, _tracks).CopyTo(_choices.AsSpan(_found * _tracks));
        _weights[_found++] = weight;
        _bestWhole = Math.Max(_bestWhole, weight);
    }

    /// <summary>Sorts what was found, the likeliest first, and keeps so many.</summary>
    private void Keep()
    {
        _order.Clear();
        for (int h = 0; h < _found; h++)
        {
            if (_weights[h] >= options.LeastShare * _bestWhole)
            {
                _order.Add((_weights[h], h));
            }
        }

        _order.Sort(static (a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : a.Index.CompareTo(b.Index));
        Count = Math.Min(_order.Count, options.MaxHypotheses);
        if (_probabilities.Length < Count)
        {
            _probabilities = new double[2 * Count];
        }

        if (_kept.Length < Count * _tracks)
        {
            _kept = new int[2 * Count * _tracks];
        }

        double sum = 0;
        for (int h = 0; h < Count; h++)
        {
            sum += _order[h].Weight;
            _choices.AsSpan(_order[h].Index * _tracks, _tracks).CopyTo(_kept.AsSpan(h * _tracks));
        }

        for (int h = 0; h < Count; h++)
        {
            _probabilities[h] = _order[h].Weight / sum;
        }
    }
}

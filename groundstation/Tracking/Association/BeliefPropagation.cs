using System.Runtime.CompilerServices;

namespace JointWatch.Tracking.Association;

/// <summary>
/// Marginal association probabilities by loopy belief propagation (J. Williams and R. Lau, "Approximate evaluation of marginal association
/// probabilities with belief propagation", IEEE Trans. AES 50(4), 2014, figure 3). Exact where the graph of tracks and detections has no
/// loop; proven to converge everywhere. A track that shares no detection with others is solved in closed form.
/// </summary>
internal sealed class BeliefPropagation(BeliefPropagationOptions options) : IAssociator
{
    private double[] _toDetection = [];
    private double[] _toTrack = [];
    private double[] _before = [];
    private int[] _detections = [];
    private int[] _stamp = [];
    private int[] _members = [];
    private int _round;

    /// <inheritdoc/>
    public bool TakesOne => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Solve(AssociationProblem problem, Clusters clusters)
    {
        Reserve(problem);
        if (_members.Length < problem.Tracks)
        {
            _members = new int[Math.Max(1_024, 2 * problem.Tracks)];
        }

        for (int t = 0; t < problem.Tracks; t++)
        {
            if (!clusters.IsFirst(t))
            {
                continue;
            }

            if (clusters.HasOthers(t))
            {
                Propagate(problem, clusters.Members(t, _members));
            }
            else
            {
                SolveAlone(problem, t);
            }
        }
    }

    private static void SolveAlone(AssociationProblem problem, int track)
    {
        (int first, int last) = problem.EdgesOf(track);
        double sum = 1;
        for (int e = first; e < last; e++)
        {
            sum += problem.Weight[e];
        }

        problem.Missed[track] = 1 / sum;
        for (int e = first; e < last; e++)
        {
            double belief = problem.Weight[e] / sum;
            problem.Belief[e] = belief;
            problem.Free[problem.DetectionOf[e]] = 1 - belief;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Propagate(AssociationProblem problem, ReadOnlySpan<int> tracks)
    {
        int detections = CollectDetections(problem, tracks);
        foreach (int t in tracks)
        {
            (int first, int last) = problem.EdgesOf(t);
            _toTrack.AsSpan(first, last - first).Fill(1);
        }

        for (int round = 0; round < options.MaxRounds; round++)
        {
            foreach (int t in tracks)
            {
                SendFromTrack(problem, t);
            }

            double change = 0;
            for (int i = 0; i < detections; i++)
            {
                change = Math.Max(change, SendFromDetection(problem.EdgesOfDetection(_detections[i])));
            }

            if (change < options.Tolerance)
            {
                break;
            }
        }

        foreach (int t in tracks)
        {
            SendFromTrack(problem, t);
            SetBeliefs(problem, t);
        }

        for (int i = 0; i < detections; i++)
        {
            double sum = 1;
            foreach (int e in problem.EdgesOfDetection(_detections[i]))
            {
                sum += _toDetection[e];
            }

            problem.Free[_detections[i]] = 1 / sum;
        }
    }

    private int CollectDetections(AssociationProblem problem, ReadOnlySpan<int> tracks)
    {
        _round++;
        int count = 0;
        foreach (int t in tracks)
        {
            (int first, int last) = problem.EdgesOf(t);
            for (int e = first; e < last; e++)
            {
                int d = problem.DetectionOf[e];
                if (_stamp[d] != _round)
                {
                    _stamp[d] = _round;
                    _detections[count++] = d;
                }
            }
        }

        return count;
    }

    /// <summary>ν of each pair of a track: ψ / (1 + the other pairs' ψ μ). The sums leave one out by adding from both ends, for a difference would lose what is small.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SendFromTrack(AssociationProblem problem, int track)
    {
        (int first, int last) = problem.EdgesOf(track);
        ReadOnlySpan<double> weight = problem.Weight;
        double sum = 1;
        for (int e = first; e < last; e++)
        {
            _before[e] = sum;
            sum += weight[e] * _toTrack[e];
        }

        double after = 0;
        for (int e = last - 1; e >= first; e--)
        {
            _toDetection[e] = weight[e] / (_before[e] + after);
            after += weight[e] * _toTrack[e];
        }
    }

    /// <summary>μ of each pair of a detection: 1 / (1 + the other pairs' ν).</summary>
    /// <returns>The largest change.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double SendFromDetection(ReadOnlySpan<int> edges)
    {
        double sum = 1;
        foreach (int e in edges)
        {
            _before[e] = sum;
            sum += _toDetection[e];
        }

        double after = 0;
        double change = 0;
        for (int i = edges.Length - 1; i >= 0; i--)
        {
            int e = edges[i];
            double message = 1 / (_before[e] + after);
            after += _toDetection[e];
            change = Math.Max(change, Math.Abs(message - _toTrack[e]));
            _toTrack[e] = message;
        }

        return change;
    }

    private void SetBeliefs(AssociationProblem problem, int track)
    {
        (int first, int last) = problem.EdgesOf(track);
        double sum = 1;
        for (int e = first; e < last; e++)
        {
            sum += problem.Weight[e] * _toTrack[e];
        }

        problem.Missed[track] = 1 / sum;
        for (int e = first; e < last; e++)
        {
            problem.Belief[e] = problem.Weight[e] * _toTrack[e] / sum;
        }
    }

    private void Reserve(AssociationProblem problem)
    {
        if (_toTrack.Length < problem.Edges)
        {
            _toTrack = new double[Math.Max(1_024, 2 * problem.Edges)];
            _toDetection = new double[Math.Max(1_024, 2 * problem.Edges)];
            _before = new double[Math.Max(1_024, 2 * problem.Edges)];
        }

        if (_stamp.Length < problem.Detections)
        {
            _stamp = new int[Math.Max(256, 2 * problem.Detections)];
            _detections = new int[Math.Max(256, 2 * problem.Detections)];
            _round = 0;
        }
    }
}

using JointWatch.Tracking.Association;
using JointWatch.Tracking.Filtering;
using JointWatch.Tracking.Measurement;

namespace JointWatch.Tracking.Lifecycle;

/// <summary>
/// Updates tracks that are hard to tell apart together. By marginals alone, tracks side by side would take shares of each other's detections and
/// flow into one. Who is who does not matter for where objects are: so each joint association may deal out what it says to the tracks in
/// another order, the one that fits best what the others say. This is the multi-Bernoulli distribution nearest to the full posterior,
/// found by turns (J. Williams, "An efficient, variational approximation of the best fitting multi-Bernoulli filter", IEEE Trans. Signal Processing
/// 63(1), 2015, section III).
/// </summary>
internal sealed class JointUpdater
{
    private readonly JointOptions _options;
    private readonly InteractingModels _models;
    private readonly JointHypotheses _hypotheses;
    private readonly LocalHypotheses _locals;
    private readonly Dealing _dealing;
    private readonly List<ModelBank> _merged = [];
    private double[] _weights = [];
    private ModelBank[] _banks = [];
    private int[] _edges = [];

    public JointUpdater(JointOptions options, InteractingModels models)
    {
        (_options, _models) = (options, models);
        _hypotheses = new JointHypotheses(options);
        _locals = new LocalHypotheses(options, models);
        _dealing = new Dealing(_hypotheses, _locals, options.MaxTracks);
    }

    /// <summary>Updates the tracks of a part.</summary>
    /// <param name="all">All tracks.</param>
    /// <param name="members">The indices of the part's, in order.</param>
    /// <param name="problem">The problem, solved; the beliefs in the part's pairs become exact.</param>
    /// <param name="observations">The detections of the scan.</param>
    /// <param name="time">The scan's time.</param>
    /// <param name="pairs">Gets, for each member, the pair whose detection is its, where that is more likely than not; or -1.</param>
    /// <returns>False, with nothing changed, where the tracks are easy to tell apart, or too many.</returns>
    public bool TryUpdate(
        ReadOnlySpan<Track> all,
        ReadOnlySpan<int> members,
        AssociationProblem problem,
        ReadOnlySpan<Observation> observations,
        UtcMicroseconds time,
        Span<int> pairs)
    {
        if (members.Length > _options.MaxTracks || !Likeness.Any(all, members, _options.SquaredDistance) || !_hypotheses.TryFind(problem, members))
        {
            return false;
        }

        _locals.Collect(all, members, _hypotheses, problem, observations);
        _dealing.Begin(members.Length);
        for (int round = 0; round < _options.MaxRounds && _dealing.Again(members.Length); round++)
        {
        }

        for (int s = 0; s < members.Length; s++)
        {
            pairs[s] = Merge(all[members[s]], s, members.Length, time);
        }

        for (int s = 0; s < members.Length; s++)
        {
            Track track = all[members[s]];
            if (pairs[s] > -2)
            {
                track.Working.CopyFrom(_merged[s]);
                track.Accept(time);
            }

            pairs[s] = Math.Max(pairs[s], -1);
        }

        SetBeliefs(members, problem);
        return true;
    }

    /// <summary>Mixes what a slot is made of.</summary>
    /// <returns>The pair of its detection, -1 where none is more likely than not, -2 where nothing was detected and the track stays as it was.</returns>
    private int Merge(Track track, int slot, int tracks, UtcMicroseconds time)
    {
        Reserve(tracks);
        ReadOnlySpan<double> shares = _dealing.SharesOf(slot);
        double total = 0;
        double existence = 0;
        for (int l = 0; l < _locals.Count; l++)
        {
            total += shares[l];
            existence += shares[l] * _locals[l].Existence;
        }

        int parts = 0;
        int best = 0;
        double sum = 0;
        for (int l = 0; l < _locals.Count; l++)
        {
            double share = shares[l] * _locals[l].Existence / existence;
            if (share > 1e-3)
            {
                best = parts == 0 || share > _weights[best] ? parts : best;
                _banks[parts] = _locals[l].Bank;
                _edges[parts] = _locals[l].Edge;
                _weights[parts++] = share;
                sum += share;
            }
        }

        track.Existence = Math.Min(existence / total, 1 - 1e-12);
        for (int k = 0; k < parts; k++)
        {
            _weights[k] /= sum;
        }

        if (parts == 1)
        {
            _merged[slot].CopyFrom(_banks[0]);
        }
        else
        {
            _models.Merge(_weights.AsSpan(0, parts), _banks.AsSpan(0, parts), _merged[slot]);
        }

        return _weights[best] > 0.5 ? _edges[best] : -1;
    }

    private void SetBeliefs(ReadOnlySpan<int> members, AssociationProblem problem)
    {
        for (int i = 0; i < members.Length; i++)
        {
            (int first, int last) = problem.EdgesOf(members[i]);
            for (int e = first; e < last; e++)
            {
                problem.Free[problem.DetectionOf[e]] = 1;
            }
        }

        for (int i = 0; i < members.Length; i++)
        {
            (int first, int last) = problem.EdgesOf(members[i]);
            problem.Belief[first..last].Clear();
            problem.Missed[members[i]] = 0;
            for (int h = 0; h < _hypotheses.Count; h++)
            {
                int edge = _hypotheses.Choice(h)[i];
                if (edge < 0)
                {
                    problem.Missed[members[i]] += _hypotheses.Probability(h);
                }
                else
                {
                    problem.Belief[edge] += _hypotheses.Probability(h);
                    problem.Free[problem.DetectionOf[edge]] -= _hypotheses.Probability(h);
                }
            }
        }

        for (int i = 0; i < members.Length; i++)
        {
            (int first, int last) = problem.EdgesOf(members[i]);
            for (int e = first; e < last; e++)
            {
                problem.Free[problem.DetectionOf[e]] = Math.Max(problem.Free[problem.DetectionOf[e]], 0);
            }
        }
    }

    private void Reserve(int tracks)
    {
        while (_merged.Count < tracks)
        {
            _merged.Add(_models.NewBank());
        }

        if (_weights.Length < _locals.Count)
        {
            _weights = new double[2 * _locals.Count];
            _banks = new ModelBank[2 * _locals.Count];
            _edges = new int[2 * _locals.Count];
        }
    }
}

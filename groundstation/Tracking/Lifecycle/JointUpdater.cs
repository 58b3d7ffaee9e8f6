using System.Runtime.CompilerServices;
using JointWatch.Tracking.Association;
using JointWatch.Tracking.Filtering;
using JointWatch.Tracking.Measurement;
using JointWatch.Tracking.Numerics;

namespace JointWatch.Tracking.Lifecycle;

/// <summary>
/// Updates tracks that are hard to tell apart together. By marginals alone, tracks side by side would take shares of each other's detections and
/// flow into one. Who is who does not matter for where objects are: so each joint association may deal out what it says to the tracks in
/// another order, the one that fits best what the others say. This is the multi-Bernoulli distribution nearest to the full posterior,
/// found by turns (J. Williams, "An efficient, variational approximation of the best fitting multi-Bernoulli filter", IEEE Trans. Signal Processing
/// 63(1), 2015, section III).
/// </summary>
internal sealed class JointUpdater(JointOptions options, InteractingModels models)
{
    private const int N = StateMoments.N;

    private readonly JointHypotheses _hypotheses = new(options);
    private readonly AssignmentSolver _solver = new();
    private readonly List<LocalHypothesis> _locals = [];
    private readonly List<ModelBank> _merged = [];
    private readonly int[] _firstLocal = new int[options.MaxTracks + 1];
    private readonly int[] _slotOf = new int[options.MaxTracks];
    private readonly double[] _dealCosts = new double[options.MaxTracks * options.MaxTracks];
    private int _localCount;
    private double[] _shares = [];
    private double[] _previous = [];
    private double[] _costs = [];
    private double[] _weights = [];
    private ModelBank[] _banks = [];

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
        if (members.Length > options.MaxTracks || !AnyAlike(all, members) || !_hypotheses.TryFind(problem, members))
        {
            return false;
        }

        CollectLocals(all, members, problem, observations);
        DealInOrder(members.Length);
        for (int round = 0; round < options.MaxRounds && Deal(members.Length); round++)
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

    /// <summary>Whether two of the tracks are hard to tell apart.</summary>
    private bool AnyAlike(ReadOnlySpan<Track> all, ReadOnlySpan<int> members)
    {
        Span<double> s = stackalloc double[N * N];
        for (int i = 0; i < members.Length; i++)
        {
            for (int j = i + 1; j < members.Length; j++)
            {
                Track first = all[members[i]];
                Track second = all[members[j]];
                if (!first.Predicted || !second.Predicted)
                {
                    continue;
                }

                StateMoments a = first.AtScan;
                StateMoments b = second.AtScan;
                for (int k = 0; k < N * N; k++)
                {
                    s[k] = a.Covariance[k] + b.Covariance[k];
                }

                var apart = a.Position - b.Position;
                var diverging = a.Velocity - b.Velocity;
                Span<double> d = [apart.X, apart.Y, apart.Z, diverging.X, diverging.Y, diverging.Z];
                if (SpdMatrix.TryFactor(s, N) && SquaredDistance(s, d) < options.SquaredDistance)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Works out what each pair that occurs, and each miss, makes of its track.</summary>
    private void CollectLocals(ReadOnlySpan<Track> all, ReadOnlySpan<int> members, AssociationProblem problem, ReadOnlySpan<Observation> observations)
    {
        _localCount = 0;
        for (int i = 0; i < members.Length; i++)
        {
            Track track = all[members[i]];
            _firstLocal[i] = _localCount;
            for (int h = 0; h < _hypotheses.Count; h++)
            {
                int edge = _hypotheses.Choice(h)[i];
                if (LocalOf(i, edge) >= 0)
                {
                    continue;
                }

                LocalHypothesis local = NextLocal();
                local.Edge = edge;
                local.Bank.CopyFrom(track.Working);
                double seen = track.Existence * track.MissProbability;
                bool updated = edge >= 0 && models.TryUpdate(local.Bank, observations[problem.DetectionOf[edge]], out _, mayWake: h == 0);
                local.Existence = updated ? 1 : (track.Existence - seen) / (1 - seen);
                local.Moments.Set(local.Bank);
            }
        }

        _firstLocal[members.Length] = _localCount;
    }

    private LocalHypothesis NextLocal()
    {
        if (_localCount == _locals.Count)
        {
            _locals.Add(new LocalHypothesis(models.NewBank()));
        }

        return _locals[_localCount++];
    }

    private int LocalOf(int track, int edge)
    {
        for (int l = _firstLocal[track]; l < _localCount; l++)
        {
            if (_locals[l].Edge == edge)
            {
                return l;
            }
        }

        return -1;
    }

    private int LocalOf(int track, int edge, int tracks)
    {
        for (int l = _firstLocal[track]; l < _firstLocal[track + 1]; l++)
        {
            if (_locals[l].Edge == edge)
            {
                return l;
            }
        }

        throw new InvalidOperationException($"track {track} of {tracks} has no explanation {edge}");
    }

    /// <summary>At first each track has what is said of it.</summary>
    private void DealInOrder(int tracks)
    {
        Reserve(tracks);
        _shares.AsSpan(0, tracks * _localCount).Clear();
        for (int h = 0; h < _hypotheses.Count; h++)
        {
            ReadOnlySpan<int> choice = _hypotheses.Choice(h);
            for (int i = 0; i < tracks; i++)
            {
                // The best association sets the pattern; the rest follow it by and by.
                double share = h == 0 ? 1 : 1e-3 * _hypotheses.Probability(h);
                _shares[(i * _localCount) + LocalOf(i, choice[i], tracks)] += share;
            }
        }
    }

    /// <summary>Lets each joint association deal out what it says anew, given what the tracks are now.</summary>
    /// <returns>Whether anything changed.</returns>
    private bool Deal(int tracks)
    {
        for (int s = 0; s < tracks; s++)
        {
            SetCosts(s);
        }

        Span<double> shares = _shares.AsSpan(0, tracks * _localCount);
        shares.CopyTo(_previous);
        shares.Clear();
        for (int h = 0; h < _hypotheses.Count; h++)
        {
            ReadOnlySpan<int> choice = _hypotheses.Choice(h);
            for (int i = 0; i < tracks; i++)
            {
                int local = LocalOf(i, choice[i], tracks);
                for (int s = 0; s < tracks; s++)
                {
                    _dealCosts[(i * tracks) + s] = _costs[(s * _localCount) + local];
                }
            }

            _solver.TrySolve(_dealCosts.AsSpan(0, tracks * tracks), tracks, tracks, _slotOf);
            for (int i = 0; i < tracks; i++)
            {
                shares[(_slotOf[i] * _localCount) + LocalOf(i, choice[i], tracks)] += _hypotheses.Probability(h);
            }
        }

        for (int k = 0; k < shares.Length; k++)
        {
            if (Math.Abs(shares[k] - _previous[k]) > 1e-9)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// What it costs to say each explanation of the track that a slot now is: the cross entropy of the two Bernoulli densities, the slot's a
    /// Gaussian with the mean and covariance of what it is made of.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SetCosts(int slot)
    {
        ReadOnlySpan<double> shares = _shares.AsSpan(slot * _localCount, _localCount);
        Span<double> costs = _costs.AsSpan(slot * _localCount, _localCount);
        Span<double> mean = stackalloc double[N];
        Span<double> inverse = stackalloc double[N * N];
        Span<double> d = stackalloc double[N];
        double total = 0;
        double existence = 0;
        mean.Clear();
        inverse.Clear();
        for (int l = 0; l < _localCount; l++)
        {
            total += shares[l];
            existence += shares[l] * _locals[l].Existence;
        }

        for (int l = 0; l < _localCount; l++)
        {
            double share = shares[l] * _locals[l].Existence / existence;
            for (int i = 0; i < N && share > 0; i++)
            {
                mean[i] += share * _locals[l].Mean(i);
            }
        }

        for (int l = 0; l < _localCount; l++)
        {
            double share = shares[l] * _locals[l].Existence / existence;
            for (int i = 0; i < N && share > 0; i++)
            {
                for (int j = 0; j < N; j++)
                {
                    inverse[(i * N) + j] += share * (_locals[l].Moments.Covariance[(i * N) + j]
                        + ((_locals[l].Mean(i) - mean[i]) * (_locals[l].Mean(j) - mean[j])));
                }
            }
        }

        existence = Math.Clamp(existence / total, 1e-6, 1 - 1e-6);
        Span<double> factor = stackalloc double[N * N];
        inverse.CopyTo(factor);
        bool definite = SpdMatrix.TryFactor(factor, N);
        double logDeterminant = definite ? SpdMatrix.LogDeterminant(factor, N) : 0;
        definite &= SpdMatrix.TryInvert(inverse, N);
        for (int l = 0; l < _localCount; l++)
        {
            LocalHypothesis local = _locals[l];
            double cost = -(local.Existence * Math.Log(existence)) - ((1 - local.Existence) * Math.Log(1 - existence));
            if (definite)
            {
                double trace = 0;
                for (int i = 0; i < N; i++)
                {
                    d[i] = local.Mean(i) - mean[i];
                }

                for (int i = 0; i < N; i++)
                {
                    for (int j = 0; j < N; j++)
                    {
                        trace += inverse[(i * N) + j] * (local.Moments.Covariance[(i * N) + j] + (d[i] * d[j]));
                    }
                }

                cost += local.Existence * 0.5 * (trace + logDeterminant);
            }

            costs[l] = cost;
        }
    }

    /// <summary>Mixes what a slot is made of.</summary>
    /// <returns>The pair of its detection, -1 where none is more likely than not, -2 where nothing was detected and the track stays as it was.</returns>
    private int Merge(Track track, int slot, int tracks, UtcMicroseconds time)
    {
        while (_merged.Count < tracks)
        {
            _merged.Add(models.NewBank());
        }

        ReadOnlySpan<double> shares = _shares.AsSpan(slot * _localCount, _localCount);
        double total = 0;
        double existence = 0;
        for (int l = 0; l < _localCount; l++)
        {
            total += shares[l];
            existence += shares[l] * _locals[l].Existence;
        }

        int parts = 0;
        int best = 0;
        double sum = 0;
        for (int l = 0; l < _localCount; l++)
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
            models.Merge(_weights.AsSpan(0, parts), _banks.AsSpan(0, parts), _merged[slot]);
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

    private int[] _edges = [];

    private void Reserve(int tracks)
    {
        int needed = tracks * _localCount;
        if (_shares.Length < needed)
        {
            _shares = new double[2 * needed];
            _previous = new double[2 * needed];
            _costs = new double[2 * needed];
            _weights = new double[2 * needed];
            _banks = new ModelBank[2 * needed];
            _edges = new int[2 * needed];
        }
    }

    private static double SquaredDistance(ReadOnlySpan<double> factor, Span<double> difference)
    {
        SpdMatrix.SolveLower(factor, N, difference);
        double sum = 0;
        foreach (double d in difference)
        {
            sum += d * d;
        }

        return sum;
    }

    /// <summary>What one pair, or a miss, makes of one track.</summary>
    private sealed class LocalHypothesis(ModelBank bank)
    {
        public int Edge { get; set; }

        public ModelBank Bank { get; } = bank;

        public StateMoments Moments { get; } = new();

        public double Existence { get; set; }

        public double Mean(int i) => i switch
        {
            0 => Moments.Position.X,
            1 => Moments.Position.Y,
            2 => Moments.Position.Z,
            3 => Moments.Velocity.X,
            4 => Moments.Velocity.Y,
            _ => Moments.Velocity.Z,
        };
    }
}

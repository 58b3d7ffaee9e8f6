using System.Runtime.CompilerServices;
using JointWatch.Tracking.Association;
using JointWatch.Tracking.Filtering;
using JointWatch.Tracking.Numerics;

namespace JointWatch.Tracking.Lifecycle;

/// <summary>
/// Deals out what joint associations say of tracks to slots, by turns (Williams 2015, section III: an assignment for each association, then new
/// Bernoulli densities for the slots).
/// </summary>
/// <param name="hypotheses">The joint associations.</param>
/// <param name="locals">What their pairs make of the tracks.</param>
/// <param name="maxTracks">The most tracks of a part.</param>
internal sealed class Dealing(JointHypotheses hypotheses, LocalHypotheses locals, int maxTracks)
{
    private const int N = StateMoments.N;

    private readonly AssignmentSolver _solver = new();
    private readonly int[] _slotOf = new int[maxTracks];
    private readonly double[] _dealCosts = new double[maxTracks * maxTracks];
    private double[] _shares = [];
    private double[] _previous = [];
    private double[] _costs = [];

    /// <summary>How much of each local hypothesis a slot has.</summary>
    public ReadOnlySpan<double> SharesOf(int slot) => _shares.AsSpan(slot * locals.Count, locals.Count);

    /// <summary>At first each track has what is said of it.</summary>
    public void Begin(int tracks)
    {
        Reserve(tracks);
        _shares.AsSpan(0, tracks * locals.Count).Clear();
        for (int h = 0; h < hypotheses.Count; h++)
        {
            ReadOnlySpan<int> choice = hypotheses.Choice(h);
            for (int i = 0; i < tracks; i++)
            {
                // The best association sets the pattern; the rest follow it by and by.
                double share = h == 0 ? 1 : 1e-3 * hypotheses.Probability(h);
                _shares[(i * locals.Count) + locals.Find(i, choice[i])] += share;
            }
        }
    }

    /// <summary>Lets each joint association deal out what it says anew, given what the tracks are now.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Again(int tracks)
    {
        for (int s = 0; s < tracks; s++)
        {
            SetCosts(s);
        }

        Span<double> shares = _shares.AsSpan(0, tracks * locals.Count);
        shares.CopyTo(_previous);
        shares.Clear();
        for (int h = 0; h < hypotheses.Count; h++)
        {
            ReadOnlySpan<int> choice = hypotheses.Choice(h);
            for (int i = 0; i < tracks; i++)
            {
                int local = locals.Find(i, choice[i]);
                for (int s = 0; s < tracks; s++)
                {
                    _dealCosts[(i * tracks) + s] = _costs[(s * locals.Count) + local];
                }
            }

            _solver.TrySolve(_dealCosts.AsSpan(0, tracks * tracks), tracks, tracks, _slotOf);
            for (int i = 0; i < tracks; i++)
            {
                shares[(_slotOf[i] * locals.Count) + locals.Find(i, choice[i])] += hypotheses.Probability(h);
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
        ReadOnlySpan<double> shares = _shares.AsSpan(slot * locals.Count, locals.Count);
        Span<double> costs = _costs.AsSpan(slot * locals.Count, locals.Count);
        Span<double> mean = stackalloc double[N];
        Span<double> inverse = stackalloc double[N * N];
        Span<double> d = stackalloc double[N];
        double total = 0;
        double existence = 0;
        mean.Clear();
        inverse.Clear();
        for (int l = 0; l < locals.Count; l++)
        {
            total += shares[l];
            existence += shares[l] * locals[l].Existence;
        }

        for (int l = 0; l < locals.Count; l++)
        {
            double share = shares[l] * locals[l].Existence / existence;
            for (int i = 0; i < N && share > 0; i++)
            {
                mean[i] += share * locals[l].Mean(i);
            }
        }

        for (int l = 0; l < locals.Count; l++)
        {
            double share = shares[l] * locals[l].Existence / existence;
            for (int i = 0; i < N && share > 0; i++)
            {
                for (int j = 0; j < N; j++)
                {
                    inverse[(i * N) + j] += share * (locals[l].Moments.Covariance[(i * N) + j]
                        + ((locals[l].Mean(i) - mean[i]) * (locals[l].Mean(j) - mean[j])));
                }
            }
        }

        existence = Math.Clamp(existence / total, 1e-6, 1 - 1e-6);
        Span<double> factor = stackalloc double[N * N];
        inverse.CopyTo(factor);
        bool definite = SpdMatrix.TryFactor(factor, N);
        double logDeterminant = definite ? SpdMatrix.LogDeterminant(factor, N) : 0;
        definite &= SpdMatrix.TryInvert(inverse, N);
        for (int l = 0; l < locals.Count; l++)
        {
            LocalHypothesis local = locals[l];
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

    private void Reserve(int tracks)
    {
        int needed = tracks * locals.Count;
        if (_shares.Length < needed)
        {
            _shares = new double[2 * needed];
            _previous = new double[2 * needed];
            _costs = new double[2 * needed];
        }
    }
}

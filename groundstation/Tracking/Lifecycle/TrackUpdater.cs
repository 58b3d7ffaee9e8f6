using System.Runtime.CompilerServices;
using JointWatch.Tracking.Association;
using JointWatch.Tracking.Filtering;
using JointWatch.Tracking.Measurement;

namespace JointWatch.Tracking.Lifecycle;

/// <summary>
/// Takes what the association says of a track into its state and its existence probability: the state after each explanation (no detection, or
/// one of them), mixed by how likely each is (J. Williams, "Marginal multi-Bernoulli filters", 2015, theorem 2 and section IV-B). One a thread.
/// </summary>
internal sealed class TrackUpdater(ExistenceOptions options, InteractingModels models)
{
    private readonly List<ModelBank> _spare = [];
    private readonly List<double> _shares = [];
    private ModelBank[] _banks = [];

    /// <summary>Updates a track.</summary>
    /// <param name="track">The track.</param>
    /// <param name="index">Its index in the problem.</param>
    /// <param name="problem">The problem, solved.</param>
    /// <param name="takesOne">Whether the state takes the likeliest detection for certain.</param>
    /// <param name="proves">Whether a detection says that there is an object.</param>
    /// <param name="observations">The detections of the scan.</param>
    /// <param name="time">The scan's time.</param>
    /// <returns>The pair whose detection is the track's, where that is more likely than not; or -1.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Update(
        Track track, int index, AssociationProblem problem, bool takesOne, bool proves, ReadOnlySpan<Observation> observations, UtcMicroseconds time)
    {
        (int first, int last) = problem.EdgesOf(index);
        double seen = track.Existence * track.MissProbability;
        double unseen = problem.Missed[index] * (track.Existence - seen) / (1 - seen);
        double detected = 0;
        int best = -1;
        for (int e = first; e < last; e++)
        {
            detected += problem.Belief[e];
            best = best < 0 || problem.Belief[e] > problem.Belief[best] ? e : best;
        }

        // A bearing leaves open what it is of: anything along it. It moves a track, and proves nothing.
        track.Existence = proves ? Math.Min(unseen + detected, 1 - 1e-12) : track.Existence;
        if (!(detected > options.LeastShare * track.Existence))
        {
            return -1;
        }

        bool taken = takesOne || problem.Belief[best] > (1 - options.LeastShare) * track.Existence
            ? TakeOne(track, observations[problem.DetectionOf[best]])
            : Mix(track, problem, first, last, unseen, observations);
        if (!taken)
        {
            return -1;
        }

        track.Accept(time);
        return problem.Belief[best] > 0.5 * track.Existence ? best : -1;
    }

    private bool TakeOne(Track track, in Observation observation) => models.TryUpdate(track.Working, observation, out _);

    private bool Mix(
        Track track, AssociationProblem problem, int first, int last, double unseen, ReadOnlySpan<Observation> observations)
    {
        Reserve(last - first + 1);
        _shares.Clear();
        double sum = 0;
        if (unseen > options.LeastShare * track.Existence)
        {
            _banks[0] = track.Working;
            _shares.Add(unseen);
            sum = unseen;
        }

        int spare = 0;
        for (int e = first; e < last; e++)
        {
            if (!(problem.Belief[e] > options.LeastShare * track.Existence))
            {
                continue;
            }

            ModelBank bank = _spare[spare++];
            bank.CopyFrom(track.Working);

            // An explanation that is not the likeliest is often a surprise, and is no reason to wake all models.
            if (models.TryUpdate(bank, observations[problem.DetectionOf[e]], out _, mayWake: problem.Belief[e] > 0.5 * track.Existence))
            {
                _banks[_shares.Count] = bank;
                _shares.Add(problem.Belief[e]);
                sum += problem.Belief[e];
            }
        }

        if (spare == 0 || !(sum > 0))
        {
            return false;
        }

        Span<double> shares = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_shares);
        for (int i = 0; i < shares.Length; i++)
        {
            shares[i] /= sum;
        }

        ModelBank mixed = _spare[^1];
        models.Merge(shares, _banks.AsSpan(0, shares.Length), mixed);
        track.Working.CopyFrom(mixed);
        return true;
    }

    private void Reserve(int hypotheses)
    {
        while (_spare.Count < hypotheses + 1)
        {
            _spare.Add(models.NewBank());
        }

        if (_banks.Length < hypotheses)
        {
            _banks = new ModelBank[2 * hypotheses];
        }
    }
}

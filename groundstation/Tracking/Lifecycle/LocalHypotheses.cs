using JointWatch.Tracking.Association;
using JointWatch.Tracking.Filtering;
using JointWatch.Tracking.Measurement;

namespace JointWatch.Tracking.Lifecycle;

/// <summary>What the pairs and misses that occur in joint associations make of the tracks of a part, each worked out once.</summary>
/// <param name="options">How many tracks a part may have.</param>
/// <param name="models">Updates.</param>
internal sealed class LocalHypotheses(JointOptions options, InteractingModels models)
{
    private readonly List<LocalHypothesis> _all = [];
    private readonly int[] _first = new int[options.MaxTracks + 1];

    /// <summary>Gets how many there are.</summary>
    public int Count { get; private set; }

    public LocalHypothesis this[int index] => _all[index];

    /// <summary>Works out what each pair that occurs, and each miss, makes of its track.</summary>
    public void Collect(
        ReadOnlySpan<Track> all, ReadOnlySpan<int> members, JointHypotheses hypotheses, AssociationProblem problem, ReadOnlySpan<Observation> observations)
    {
        Count = 0;
        for (int i = 0; i < members.Length; i++)
        {
            Track track = all[members[i]];
            _first[i] = Count;
            for (int h = 0; h < hypotheses.Count; h++)
            {
                int edge = hypotheses.Choice(h)[i];
                if (IndexOf(i, edge) >= 0)
                {
                    continue;
                }

                LocalHypothesis local = Next();
                local.Edge = edge;
                local.Bank.CopyFrom(track.Working);
                double seen = track.Existence * track.MissProbability;
                bool updated = edge >= 0 && models.TryUpdate(local.Bank, observations[problem.DetectionOf[edge]], out _, mayWake: h == 0);
                local.Existence = updated ? 1 : (track.Existence - seen) / (1 - seen);
                local.Moments.Set(local.Bank);
            }
        }

        _first[members.Length] = Count;
    }

    /// <summary>The place of what a pair, or a miss, makes of a track.</summary>
    /// <exception cref="InvalidOperationException">It does not occur.</exception>
    public int Find(int track, int edge)
    {
        for (int l = _first[track]; l < _first[track + 1]; l++)
        {
            if (_all[l].Edge == edge)
            {
                return l;
            }
        }

        throw new InvalidOperationException($"track {track} has no explanation {edge}");
    }

    private LocalHypothesis Next()
    {
        if (Count == _all.Count)
        {
            _all.Add(new LocalHypothesis(models.NewBank()));
        }

        return _all[Count++];
    }

    private int IndexOf(int track, int edge)
    {
        for (int l = _first[track]; l < Count; l++)
        {
            if (_all[l].Edge == edge)
            {
                return l;
            }
        }

        return -1;
    }
}

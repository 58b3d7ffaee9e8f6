using JointWatch.Tracking.Engine;

namespace JointWatch.Tracking.Late;

/// <summary>
/// What the tracker knew at some moments of the last seconds. A snapshot of a time holds all that scans before it have brought, and nothing of
/// those at it or after it.
/// </summary>
internal sealed class Snapshots(Func<TrackerState> newState, double spacingSeconds, double reachSeconds)
{
    private readonly List<(UtcMicroseconds Time, TrackerState State)> _taken = [];
    private readonly Stack<TrackerState> _spare = new();

    /// <summary>Gets the time of the oldest snapshot: the tracker can go back so far.</summary>
    public UtcMicroseconds? Oldest => _taken.Count > 0 ? _taken[0].Time : null;

    /// <summary>Takes a snapshot before the first scan of a time, if the last one is old enough; and forgets those that are no longer needed.</summary>
    public void Take(UtcMicroseconds time, TrackerState state)
    {
        if (_taken.Count > 0 && time.SecondsSince(_taken[^1].Time) < spacingSeconds)
        {
            return;
        }

        int needless = 0;
        while (needless + 1 < _taken.Count && time.SecondsSince(_taken[needless + 1].Time) >= reachSeconds)
        {
            _spare.Push(_taken[needless++].State);
        }

        _taken.RemoveRange(0, needless);
        TrackerState copy = _spare.Count > 0 ? _spare.Pop() : newState();
        copy.CopyFrom(state);
        _taken.Add((time, copy));
    }

    /// <summary>Forgets the snapshots after a time: they lack the scan that has come late.</summary>
    public void ForgetAfter(UtcMicroseconds time)
    {
        while (_taken.Count > 1 && _taken[^1].Time > time)
        {
            _spare.Push(_taken[^1].State);
            _taken.RemoveAt(_taken.Count - 1);
        }
    }

    /// <summary>The newest snapshot left.</summary>
    public (UtcMicroseconds Time, TrackerState State) Newest => _taken[^1];

    /// <summary>The newest snapshot of a time or before it; the oldest where there is none.</summary>
    public (UtcMicroseconds Time, TrackerState State) NewestUpTo(UtcMicroseconds time)
    {
        int index = _taken.Count - 1;
        while (index > 0 && _taken[index].Time > time)
        {
            index--;
        }

        return _taken[index];
    }
}

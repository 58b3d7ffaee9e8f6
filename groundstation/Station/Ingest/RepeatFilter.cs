namespace JointWatch.Station.Ingest;

/// <summary>
/// Knows which sequence numbers of one boot of one node have come: closed intervals, rising, with a gap between each two. Exact while there
/// are at most <see cref="MaxIntervals"/> gaps; beyond, the oldest gap is closed, and what was missing in it counts as lost for good.
/// </summary>
internal sealed class RepeatFilter
{
    /// <summary>How many runs of numbers are told apart: 1,000 gaps in one boot are a broken node, and 16 KB.</summary>
    public const int MaxIntervals = 1_000;

    private readonly List<(ulong First, ulong Last)> _seen = [];

    /// <summary>Gets how many numbers up to the largest seen did not come.</summary>
    public long Missing { get; private set; }

    /// <summary>Whether a number has come before.</summary>
    public bool Contains(ulong sequence)
    {
        int at = IndexOfIntervalFrom(sequence);
        return at >= 0 && sequence <= _seen[at].Last;
    }

    /// <summary>Notes a number that <see cref="Contains"/> does not know.</summary>
    public void Add(ulong sequence)
    {
        int before = IndexOfIntervalFrom(sequence);
        int after = before + 1;
        Missing += MissingAfterAdding(sequence, after);
        bool joinsBefore = before >= 0 && _seen[before].Last + 1 == sequence;
        bool joinsAfter = after < _seen.Count && _seen[after].First - 1 == sequence;
        switch (joinsBefore, joinsAfter)
        {
            case (true, true):
                _seen[before] = (_seen[before].First, _seen[after].Last);
                _seen.RemoveAt(after);
                break;
            case (true, false):
                _seen[before] = (_seen[before].First, sequence);
                break;
            case (false, true):
                _seen[after] = (sequence, _seen[after].Last);
                break;
            default:
                _seen.Insert(after, (sequence, sequence));
                break;
        }

        if (_seen.Count > MaxIntervals)
        {
            _seen[0] = (_seen[0].First, _seen[1].Last);
            _seen.RemoveAt(1);
        }
    }

    private long MissingAfterAdding(ulong sequence, int after)
    {
        if (after < _seen.Count)
        {
            return -1;
        }

        ulong skipped = _seen.Count == 0 ? sequence : sequence - _seen[^1].Last - 1;
        return (long)Math.Min(skipped, long.MaxValue / 2);
    }

    /// <summary>The last interval that begins at or before a number, or -1.</summary>
    private int IndexOfIntervalFrom(ulong sequence)
    {
        int low = 0;
        int high = _seen.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (_seen[middle].First <= sequence)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high;
    }
}

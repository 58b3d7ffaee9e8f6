namespace JointWatch.Tracking.Engine;

/// <summary>
/// Gives out track numbers. A track is known by the detection that founded it, so one that is founded again when the tracker goes back in time
/// has the number that it had.
/// </summary>
internal sealed class TrackNumbers(long first)
{
    private const int Capacity = 1_024;

    private readonly Dictionary<(long Scan, int Detection), TrackId> _given = new(Capacity);
    private readonly Queue<(long Scan, int Detection)> _order = new(Capacity);
    private long _next = first;

    /// <summary>Gets the greatest number given out so far.</summary>
    public long Last => _next - 1;

    /// <summary>The number of the track founded by a detection of a scan.</summary>
    public TrackId Of(long scan, int detection)
    {
        if (!_given.TryGetValue((scan, detection), out TrackId id))
        {
            id = new TrackId(_next++);
            _given.Add((scan, detection), id);
            _order.Enqueue((scan, detection));
        }

        return id;
    }

    /// <summary>Forgets the detections of scans before one: the tracker cannot go back to them.</summary>
    public void Forget(long beforeScan)
    {
        while (_order.TryPeek(out (long Scan, int Detection) oldest) && oldest.Scan < beforeScan)
        {
            _given.Remove(_order.Dequeue());
        }
    }
}

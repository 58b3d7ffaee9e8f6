using JointWatch.Tracking;

namespace JointWatch.Station.Ingest;

/// <summary>What the station knows of one node.</summary>
public sealed class NodeRecord(NodeId id)
{
    /// <summary>How many boots back a report may come from: a node that keeps unsent reports over a restart sends them under their old boot.</summary>
    private const int BootsRemembered = 8;

    private readonly SortedList<uint, RepeatFilter> _boots = [];
    private UtcMicroseconds? _lastScan;

    public NodeId Id { get; } = id;

    /// <summary>Gets the newest birth, or null before the first.</summary>
    public NodeBirth? Birth { get; private set; }

    /// <summary>Gets what the node, or its last will, said of its state last; a hint, not proof.</summary>
    public NodeState? State { get; private set; }

    public NodeHealth? Health { get; private set; }

    /// <summary>Gets when the station last heard of it, on the station's wall clock. A last will does not count: it comes from the broker.</summary>
    public UtcMicroseconds? LastHeard { get; private set; }

    public long Reports { get; private set; }

    public long Detections { get; private set; }

    public long Repeats { get; private set; }

    public long Quarantined { get; private set; }

    /// <summary>Gets how many sequence numbers of the boots that are remembered did not come.</summary>
    public long Missed => _boots.Values.Sum(b => b.Missing);

    internal void Heard(UtcMicroseconds receivedAt) => LastHeard = receivedAt;

    internal void Refused() => Quarantined++;

    internal void Take(NodeBirth birth)
    {
        Birth = birth;
        if (_boots.TryAdd(birth.Boot, new RepeatFilter()) && _boots.Count > BootsRemembered)
        {
            _boots.RemoveAt(0);
        }
    }

    internal void Take(NodeState state) => State = state;

    internal void Take(NodeHealth health) => Health = health;

    /// <summary>
    /// Whether a scan comes so soon after the one before it, by its own time, that the node cannot have made it: a node that sends many times
    /// its rate must not take the tracker's time from the others. Late scans that come in between are a whole period apart and pass.
    /// </summary>
    internal bool ScansTooFast(NodeReport report)
    {
        const double LeastShareOfPeriod = 0.25;
        if (_lastScan is { } last && Math.Abs(report.Time.SecondsSince(last)) < LeastShareOfPeriod * Birth!.Sensor.ScanPeriodSeconds)
        {
            return true;
        }

        _lastScan = report.Time;
        return false;
    }

    /// <summary>Counts a report, or finds that it came before.</summary>
    /// <returns>False for a repeat.</returns>
    /// <exception cref="RefusedException">No birth of that boot is known.</exception>
    internal bool TryTake(NodeReport report)
    {
        if (!_boots.TryGetValue(report.Boot, out RepeatFilter? filter))
        {
            throw new RefusedException("boot", $"{report.Boot}", $"a boot whose birth came before: {string.Join(", ", _boots.Keys)}");
        }

        if (filter.Contains(report.Sequence))
        {
            Repeats++;
            return false;
        }

        filter.Add(report.Sequence);
        Reports++;
        Detections += report.Detections.Count;
        return true;
    }
}

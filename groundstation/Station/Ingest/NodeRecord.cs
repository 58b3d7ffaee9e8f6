using JointWatch.Tracking;

namespace JointWatch.Station.Ingest;

/// <summary>What the station knows of one node.</summary>
public sealed class NodeRecord(NodeId id)
{
    /// <summary>How many boots back a report may come from: a node that keeps unsent reports over a restart sends them under their old boot.</summary>
    private const int BootsRemembered = 8;

    private readonly SortedList<uint, RepeatFilter> _boots = [];
    private string? _keyName;
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

    /// <summary>Gets how often the node's button was pressed.</summary>
    public long Marks { get; private set; }

    /// <summary>Gets whether the node's own test target was among what its newest report looked at.</summary>
    public bool Testing { get; private set; }

    /// <summary>Gets whether what the node says now is sealed with its key. Only its state, a hint, may come from anyone.</summary>
    public bool IsAuthenticated { get; private set; }

    /// <summary>Gets how many sequence numbers of the boots that are remembered did not come.</summary>
    public long Missed => _boots.Values.Sum(b => b.Missing);

    internal void Heard(UtcMicroseconds receivedAt) => LastHeard = receivedAt;

    internal void Refused() => Quarantined++;

    /// <summary>
    /// From here on the node's messages are sealed with the key of this name. What came before under no key or another one is not held against
    /// it: someone else may have sent it, and a board that was given a new key may count its boots anew.
    /// </summary>
    internal void Enrol(string keyName)
    {
        if (keyName != _keyName)
        {
            _keyName = keyName;
            Birth = null;
            Health = null;
            _boots.Clear();
        }
    }

    /// <summary>Notes whether the message in hand is sealed with the node's key.</summary>
    internal void Trust(bool isSealed) => IsAuthenticated = isSealed;

    /// <summary>Takes a birth.</summary>
    /// <returns>Whether it is of a boot that was not known.</returns>
    /// <exception cref="RefusedException">It is of an earlier boot than the newest and sealed: someone plays it again.</exception>
    internal bool Take(NodeBirth birth)
    {
        if (IsAuthenticated && Birth is { } newest && birth.Boot < newest.Boot)
        {
            throw new RefusedException("boot", $"{birth.Boot}", $"at least {newest.Boot}, the boot of its newest birth: an old message played again");
        }

        bool isNew = birth.Boot != Birth?.Boot;
        Birth = birth;
        if (_boots.TryAdd(birth.Boot, new RepeatFilter()) && _boots.Count > BootsRemembered)
        {
            _boots.RemoveAt(0);
        }

        return isNew;
    }

    internal void Take(NodeState state) => State = state;

    /// <summary>Takes a health.</summary>
    /// <exception cref="RefusedException">It is sealed and not newer than the one before: someone plays it again.</exception>
    internal void Take(NodeHealth health)
    {
        if (IsAuthenticated && Health is { } last && (health.Boot < last.Boot || (health.Boot == last.Boot && health.UptimeSeconds <= last.UptimeSeconds)))
        {
            throw new RefusedException(
                "uptime", $"{health.UptimeSeconds:F0} s of boot {health.Boot}", $"more than {last.UptimeSeconds:F0} s of boot {last.Boot}: an old message played again");
        }

        Health = health;
    }

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
        Marks += report.Marks;
        Testing = report.Test;
        return true;
    }
}

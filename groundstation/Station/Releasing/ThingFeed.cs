using JointWatch.Releases.Inputs;
using JointWatch.Station.Core;
using JointWatch.Station.Ingest;
using JointWatch.Station.Journal;
using JointWatch.Station.Picture;
using JointWatch.Tracking;
using JointWatch.Warnings;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Station.Releasing;

/// <summary>Takes what a station knows, in the order in which it comes to know it. On the core's thread.</summary>
internal interface IThingTaker
{
    /// <summary>A warning is new or changed.</summary>
    void Take(LaunchWarning warning, UtcMicroseconds now);

    /// <summary>Anything else is.</summary>
    void Take(Unreleased thing, UtcMicroseconds now);

    /// <summary>Another clock is in force; what was known under the other one is not told under this.</summary>
    void Clear(StationCore core);

    /// <summary>Time has passed.</summary>
    void AdvanceTo(UtcMicroseconds now);
}

/// <summary>
/// Tells a taker what a policy may speak of: the station's warnings and tracks, and of announcements and nodes the party's own.
/// </summary>
internal sealed class ThingFeed(string party, IThingTaker taker) : ICoreObserver
{
    private readonly List<Action<StationCore>> _pending = [];
    private readonly Dictionary<TrackId, TrackEstimate> _tracks = [];
    private readonly Dictionary<string, AnnouncementEntry?> _announcements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, uint> _runOfAnnouncement = new(StringComparer.Ordinal);
    private readonly Dictionary<NodeId, NodeBirth> _births = [];
    private readonly Dictionary<NodeId, bool> _outages = [];

    /// <inheritdoc/>
    public void WarningChanged(LaunchWarning warning) => _pending.Add(core => taker.Take(warning, core.Now));

    /// <inheritdoc/>
    public void ScanProcessed(NodeId node, Scan scan, IReadOnlyList<TrackId?> associated, IReadOnlyList<TrackEstimate> updated)
    {
        foreach (TrackEstimate track in updated)
        {
            _tracks[track.Id] = track;
            _pending.Add(core => taker.Take(Unreleased.Of(track), core.Now));
        }
    }

    /// <inheritdoc/>
    public void ClockChanged(string? exercise)
    {
        _tracks.Clear();
        _announcements.Clear();
        _births.Clear();
        _outages.Clear();
        _pending.Add(taker.Clear);
    }

    /// <inheritdoc/>
    public void EntryProcessed(StationCore core, JournalEntry entry)
    {
        foreach (Action<StationCore> pending in _pending)
        {
            pending(core);
        }

        _pending.Clear();
        if (entry.Kind is EntryKind.Tick or EntryKind.Notification or EntryKind.Acknowledged or EntryKind.Message or EntryKind.Sealed)
        {
            TakeAnnouncements(core);
        }

        if (entry.Kind == EntryKind.Tick)
        {
            TakeEndedTracks(core);
            TakeNodes(core);
            taker.AdvanceTo(core.Now);
        }
    }

    private void TakeAnnouncements(StationCore core)
    {
        foreach (AnnouncementEntry entry in core.Announcements.Book.Entries.Where(e => e.Plan.Party == party))
        {
            // What came in during an exercise is of that exercise for good, and what did not is of none: neither is told under the other's clock.
            string name = entry.Plan.Name;
            uint run = core.Exercise is null ? 0 : core.LastRun;
            _runOfAnnouncement.TryAdd(name, run);
            if (_runOfAnnouncement[name] == run && !ReferenceEquals(_announcements.GetValueOrDefault(name), entry))
            {
                _announcements[name] = entry;
                taker.Take(Unreleased.Of(entry), core.Now);
            }
        }
    }

    private void TakeEndedTracks(StationCore core)
    {
        HashSet<TrackId> alive = [.. core.Tracks.Select(t => t.Id)];
        foreach (TrackEstimate track in _tracks.Values.Where(t => !alive.Contains(t.Id)).ToArray())
        {
            _tracks.Remove(track.Id);
            taker.Take(Unreleased.Of(track with { State = TrackState.Ended }), core.Now);
        }
    }

    private void TakeNodes(StationCore core)
    {
        foreach (NodeRecord node in core.Nodes.InOrder.Where(n => n.Id.Party == party && n.Birth is not null))
        {
            NodeBirth birth = node.Birth!;
            if (!ReferenceEquals(_births.GetValueOrDefault(node.Id), birth))
            {
                _births[node.Id] = birth;
                taker.Take(Unreleased.Of(new SensorCoverage(birth.Sensor.Id, birth.Kind, birth.Place, birth.Sensor.FieldOfView)), core.Now);
            }

            bool isOut = NodeViews.Of(node, core.Wall, []).State != "online";
            if (!_outages.TryGetValue(node.Id, out bool before) || before != isOut)
            {
                _outages[node.Id] = isOut;
                taker.Take(Unreleased.Of(new NodeStanding(birth.Sensor.Id, birth.Place, isOut, core.Now)), core.Now);
            }
        }
    }
}

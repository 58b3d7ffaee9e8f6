using JointWatch.Releases.Inputs;
using JointWatch.Releases.Trying;
using JointWatch.Station.Core;
using JointWatch.Station.Ingest;
using JointWatch.Station.Journal;
using JointWatch.Station.Picture;
using JointWatch.Tracking;
using JointWatch.Warnings;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Station.Releasing;

/// <summary>
/// Plays a journal through the core and hands what a policy may speak of to trials: the station's warnings and tracks, and of announcements and nodes the party's own.
/// </summary>
internal sealed class JournalFeed : ICoreObserver, IDisposable
{
    private readonly string _party;
    private readonly IReadOnlyList<ReleaseTrial> _trials;
    private readonly StationCore _core;
    private readonly Dictionary<TrackId, TrackEstimate> _tracks = [];
    private readonly Dictionary<string, AnnouncementEntry?> _announcements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, uint> _runOfAnnouncement = new(StringComparer.Ordinal);
    private readonly Dictionary<NodeId, NodeBirth> _births = [];
    private readonly Dictionary<NodeId, bool> _outages = [];

    public JournalFeed(string party, IReadOnlyList<ReleaseTrial> trials, StageFactory stages)
    {
        _party = party;
        _trials = trials;
        _core = new StationCore(new CoreOptions(), stages, this);
    }

    public void Process(JournalEntry entry)
    {
        _core.Process(entry);
        if (entry.Kind is EntryKind.Tick or EntryKind.Notification or EntryKind.Acknowledged or EntryKind.Message or EntryKind.Sealed)
        {
            TakeAnnouncements();
        }

        if (entry.Kind == EntryKind.Tick)
        {
            TakeEndedTracks();
            TakeNodes();
        }
    }

    /// <inheritdoc/>
    public void WarningChanged(LaunchWarning warning) => Take(Unreleased.Of(warning));

    /// <inheritdoc/>
    public void ScanProcessed(NodeId node, Scan scan, IReadOnlyList<TrackId?> associated, IReadOnlyList<TrackEstimate> updated)
    {
        foreach (TrackEstimate track in updated)
        {
            _tracks[track.Id] = track;
            Take(Unreleased.Of(track));
        }
    }

    /// <inheritdoc/>
    public void ClockChanged(bool isExercise)
    {
        _tracks.Clear();
        _announcements.Clear();
        _births.Clear();
        _outages.Clear();
        foreach (ReleaseTrial trial in _trials)
        {
            trial.Clear(_core.Now, isExercise);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _core.Dispose();

    private void TakeAnnouncements()
    {
        foreach (AnnouncementEntry entry in _core.Announcements.Book.Entries.Where(e => e.Plan.Party == _party))
        {
            // What came in during an exercise is of that exercise for good, and what did not is of none: neither is told under the other's clock.
            string name = entry.Plan.Name;
            uint run = _core.Exercise is null ? 0 : _core.LastRun;
            _runOfAnnouncement.TryAdd(name, run);
            if (_runOfAnnouncement[name] == run && !ReferenceEquals(_announcements.GetValueOrDefault(name), entry))
            {
                _announcements[name] = entry;
                Take(Unreleased.Of(entry));
            }
        }
    }

    private void TakeEndedTracks()
    {
        HashSet<TrackId> alive = [.. _core.Tracks.Select(t => t.Id)];
        foreach (TrackEstimate track in _tracks.Values.Where(t => !alive.Contains(t.Id)).ToArray())
        {
            _tracks.Remove(track.Id);
            Take(Unreleased.Of(track with { State = TrackState.Ended }));
        }
    }

    private void TakeNodes()
    {
        foreach (NodeRecord node in _core.Nodes.InOrder.Where(n => n.Id.Party == _party && n.Birth is not null))
        {
            NodeBirth birth = node.Birth!;
            if (!ReferenceEquals(_births.GetValueOrDefault(node.Id), birth))
            {
                _births[node.Id] = birth;
                Take(Unreleased.Of(new SensorCoverage(birth.Sensor.Id, birth.Kind, birth.Place, birth.Sensor.FieldOfView)));
            }

            bool isOut = NodeViews.Of(node, _core.Wall, []).State != "online";
            if (!_outages.TryGetValue(node.Id, out bool before) || before != isOut)
            {
                _outages[node.Id] = isOut;
                Take(Unreleased.Of(new NodeStanding(birth.Sensor.Id, birth.Place, isOut, _core.Now)));
            }
        }
    }

    private void Take(Unreleased thing)
    {
        foreach (ReleaseTrial trial in _trials)
        {
            trial.Take(thing, _core.Now);
        }
    }
}

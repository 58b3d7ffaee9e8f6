using JointWatch.Reviews.Input;
using JointWatch.Station.Core;
using JointWatch.Station.Ingest;
using JointWatch.Station.Journal;
using JointWatch.Tracking;
using JointWatch.Warnings;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Station.Reviewing;

/// <summary>Watches a core that plays a journal, and notes what the station made of one run.</summary>
/// <param name="run">The run's number; what belongs to no exercise or another is passed over.</param>
internal sealed class PartyWatcher(string party, uint run, double sampleSeconds) : ICoreObserver
{
    private readonly List<Sample> _samples = [];
    private readonly List<LaunchWarning> _changed = [];
    private readonly List<SeenWarning> _warnings = [];
    private readonly Dictionary<int, AnnouncementLabel> _labels = [];
    private readonly SortedDictionary<string, List<double>> _delays = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _refusals = new(StringComparer.Ordinal);
    private (NodeId Node, UtcMicroseconds Time)? _scan;
    private long _refused;

    /// <inheritdoc/>
    public void ScanProcessed(NodeId node, Scan scan, IReadOnlyList<TrackId?> associated, IReadOnlyList<TrackEstimate> updated) => _scan = (node, scan.Time);

    /// <inheritdoc/>
    public void WarningChanged(LaunchWarning warning) => _changed.Add(warning);

    /// <inheritdoc/>
    public void WarningJudged(LaunchWarning warning, AnnouncementVerdict verdict) => _labels[warning.Id] = verdict.Label;

    /// <inheritdoc/>
    public void EntryProcessed(StationCore core, JournalEntry entry)
    {
        bool isOurs = core.Exercise?.Clock.Run == run;
        if (isOurs)
        {
            _warnings.AddRange(_changed.Select(w => new SeenWarning(core.Now, w)));
            TakeDelay(core);
            TakeRefusals(core);
            if (entry.Kind == EntryKind.Tick && (_samples.Count == 0 || core.Now.SecondsSince(_samples[^1].Time) >= sampleSeconds))
            {
                _samples.Add(new Sample(core.Now, [.. core.Tracks.Select(t => new SeenTrack(t.Id, At(t, core.Now), t.Velocity, t.FirstDetection, t.Covariance))]));
            }
        }

        _refused = core.Counts.Quarantined;
        _changed.Clear();
        _scan = null;
    }

    public Observed ToObserved() => new(
        party, _samples, _warnings, _labels, [.. _delays.Select(d => new BoardDelays(d.Key, d.Value))], _refusals);

    /// <summary>Where a track is now, by its velocity: it was updated a scan ago at most.</summary>
    private static Tracking.Geodesy.Vector3 At(TrackEstimate track, UtcMicroseconds now) => track.Position + (track.Velocity * now.SecondsSince(track.Time));

    private void TakeDelay(StationCore core)
    {
        if (_scan is { } scan)
        {
            double rate = Math.Max(0.001, core.Exercise!.Clock.RateMilli * 1e-3);
            string board = scan.Node.ToString();
            (_delays.TryGetValue(board, out List<double>? seconds) ? seconds : _delays[board] = []).Add(Math.Max(0, core.Now.SecondsSince(scan.Time) / rate));
        }
    }

    private void TakeRefusals(StationCore core)
    {
        if (core.Counts.Quarantined > _refused && core.Quarantine.Newest() is [var newest, ..])
        {
            _refusals[newest.Refusal.Field] = _refusals.GetValueOrDefault(newest.Refusal.Field) + core.Counts.Quarantined - _refused;
        }
    }
}

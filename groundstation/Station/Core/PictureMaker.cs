using JointWatch.Station.Ingest;
using JointWatch.Tracking;
using JointWatch.Warnings;

namespace JointWatch.Station.Core;

/// <summary>Drives tracker and warning stage, and tells what came of it.</summary>
internal sealed class PictureMaker
{
    private readonly CoreOptions _options;
    private readonly StageFactory _stages;
    private readonly IReadOnlyList<ICoreObserver> _observers;
    private readonly PictureDigest _digest;
    private readonly Queue<LaunchWarning> _past = new();
    private ITracker _tracker;
    private IWarningStage _warnings;
    private UtcMicroseconds? _warningsAt;
    private long _lastTrack;
    private int _lastWarning;

    public PictureMaker(CoreOptions options, StageFactory stages, IReadOnlyList<ICoreObserver> observers, PictureDigest digest)
    {
        _options = options;
        _stages = stages;
        _observers = observers;
        _digest = digest;
        _tracker = stages.Tracker(1);
        _warnings = stages.Warnings(1);
    }

    public IEnumerable<TrackEstimate> ConfirmedTracks => _tracker.Tracks.Where(t => t.State == TrackState.Confirmed);

    public IReadOnlyList<SensorKnowledge> Learned => _tracker.Sensors;

    public IEnumerable<LaunchWarning> Warnings => _past.Concat(_warnings.Warnings);

    /// <summary>Gets the greatest number that a track has got so far.</summary>
    public long LastTrack => _lastTrack;

    /// <summary>Gets the greatest number that a warning has got so far.</summary>
    public int LastWarning => _lastWarning;

    /// <summary>Takes a scan, at the station's time <paramref name="now"/>.</summary>
    public void Take(NodeId node, Scan scan, UtcMicroseconds now)
    {
        IReadOnlyList<TrackId?> tracks = _tracker.Process(scan);
        IReadOnlyList<TrackEstimate> updated = Updated(tracks);
        foreach (TrackEstimate track in updated)
        {
            _digest.Add(PictureLine.Of(track));
        }

        foreach (ICoreObserver observer in _observers)
        {
            observer.ScanProcessed(node, scan, tracks, updated);
        }

        if (_warningsAt is not { } last || now.SecondsSince(last) >= _options.WarningPeriodSeconds || now < last)
        {
            LookForWarnings(now);
        }
    }

    /// <summary>Lets time pass: warnings at <paramref name="now"/>, tracks at <paramref name="patient"/>, so that no report on its way is outrun.</summary>
    public void AdvanceTo(UtcMicroseconds now, UtcMicroseconds patient)
    {
        _tracker.AdvanceTo(patient);
        LookForWarnings(now);
    }

    /// <summary>Begins anew for another clock. Warnings stay listed as they stand.</summary>
    public void Clear()
    {
        foreach (LaunchWarning warning in _warnings.Warnings)
        {
            if (_past.Count == _options.PastWarningsKept)
            {
                _past.Dequeue();
            }

            _past.Enqueue(warning);
        }

        _tracker = _stages.Tracker(_lastTrack + 1);
        _warnings = _stages.Warnings(_lastWarning + 1);
        _warningsAt = null;
        foreach (ICoreObserver observer in _observers)
        {
            observer.PictureCleared();
        }
    }

    /// <summary>Begins anew behind numbers that were given out from what is not in the journal any more.</summary>
    public void GoOnBehind(long track, int warning)
    {
        _lastTrack = Math.Max(_lastTrack, track);
        _lastWarning = Math.Max(_lastWarning, warning);
        Clear();
    }

    private List<TrackEstimate> Updated(IReadOnlyList<TrackId?> associated)
    {
        _lastTrack = _tracker.LastTrackNumber;
        var updated = new List<TrackEstimate>();
        foreach (TrackId id in associated.OfType<TrackId>().Distinct().OrderBy(id => id.Value))
        {
            if (_tracker.Find(id) is { State: TrackState.Confirmed } track)
            {
                updated.Add(track);
            }
        }

        return updated;
    }

    private void LookForWarnings(UtcMicroseconds now)
    {
        _warningsAt = now;
        foreach (LaunchWarning warning in _warnings.Update([.. ConfirmedTracks], _tracker.TakeEnded(), now))
        {
            _lastWarning = Math.Max(_lastWarning, warning.Id);
            _digest.Add(PictureLine.Of(warning));
            foreach (ICoreObserver observer in _observers)
            {
                observer.WarningChanged(warning);
            }
        }
    }
}

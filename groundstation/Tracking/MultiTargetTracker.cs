using JointWatch.Tracking.Engine;
using JointWatch.Tracking.Filtering;
using JointWatch.Tracking.Initiation.SingleSensor;
using JointWatch.Tracking.Late;
using JointWatch.Tracking.Registration;

namespace JointWatch.Tracking;

/// <summary>
/// The tracker: a track-oriented marginal multi-Bernoulli/Poisson filter (J. Williams, "Marginal multi-Bernoulli filters: RFS derivation of
/// MHT, JIPDA, and association-based MeMBer", IEEE Trans. AES 51(3), 2015) over interacting motion models. Each stage has a simpler baseline to choose
/// instead. It works in the Cartesian frame of the sensors' <see cref="Sensor.Frame"/>, which the first scan settles.
/// </summary>
/// <remarks>
/// Scans may come late and in any order. One that no newer scan has anything to do with (no track near its detections has been updated since) is
/// taken as it is; for any other the tracker goes back to what it knew before it, and works through it and all later ones again. So the tracks
/// are those of the ordered run. A scan older than the newest by more than <see cref="TrackerOptions.MaxLatenessSeconds"/> is left out.
/// </remarks>
public sealed class MultiTargetTracker : ITracker, IPastTracks
{
    /// <summary>How far apart the moments are to which the tracker can go back. Closer costs more copying, farther more work done twice.</summary>
    private const double SnapshotSpacingSeconds = 1;

    private readonly TrackerOptions _options;
    private readonly ScanWindow _window = new();
    private readonly Associations _associations = new();
    private readonly HashSet<TrackId> _endsTold = [];
    private readonly Queue<(TrackId Id, UtcMicroseconds ToldAt)> _endsInOrder = new();
    private readonly RegistrationEstimator _registration;
    private readonly StateMoments _moments = new();
    private TrackId?[] _scratch = [];
    private List<TrackEstimate> _ended = [];
    private List<TrackEstimate>? _published;
    private TrackerEngine? _engine;
    private TrackerState? _present;
    private Snapshots? _snapshots;
    private ModelBank? _bank;
    private UtcMicroseconds? _newest;

    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public MultiTargetTracker(TrackerOptions? options = null)
    {
        _options = options ?? new TrackerOptions();
        _options.Validate();
        _registration = new RegistrationEstimator(_options.Registration);
    }

    /// <inheritdoc/>
    public IReadOnlyList<TrackEstimate> Tracks => _published ??= Publish();

    /// <inheritdoc/>
    public long ScansTooLate { get; private set; }

    /// <inheritdoc/>
    public long LastTrackNumber => _engine?.Numbers.Last ?? (_options.FirstTrackNumber - 1);

    /// <inheritdoc/>
    public IReadOnlyList<SensorKnowledge> Sensors => [.. (_engine?.State.Sensors ?? []).Select(Describe)];

    /// <summary>Gets the lines of sight that one sensor of angles alone holds, each with the ranges that it may have.</summary>
    public IReadOnlyList<LineHypothesis> Lines => _engine?.State.Lines.Hypotheses ?? [];

    /// <summary>Gets the number of scans for which the tracker went back in time.</summary>
    public long Rollbacks { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<TrackId?> Process(Scan scan)
    {
        Span<TrackId?> takenBy = _associations.Reset(scan.Detections.Count);
        if (_newest is { } newest && newest.SecondsSince(scan.Time) > _options.MaxLatenessSeconds)
        {
            ScansTooLate++;
            return _associations;
        }

        (TrackerEngine engine, Snapshots snapshots) = Start(scan);
        _published = null;
        bool late = _window.Count > 0 && scan.Time < _window.Newest;
        int index = _window.Add(scan, _registration.CorrectionOf(scan.Sensor.Id));
        if (late)
        {
            snapshots.ForgetAfter(scan.Time);
            TakeLate(engine, snapshots, index, takenBy);
        }
        else
        {
            snapshots.Take(scan.Time, engine.State);
            Process(engine, _window[index], takenBy);
        }

        _newest = engine.State.Newest;
        engine.Numbers.Forget(_window.Forget(snapshots.Oldest ?? scan.Time, _registration));
        return _associations;
    }

    /// <inheritdoc/>
    public void AdvanceTo(UtcMicroseconds time)
    {
        if (_newest is { } newest && time <= newest)
        {
            return;
        }

        _newest = time;
        _published = null;
        _engine?.AdvanceTo(time);
    }

    /// <inheritdoc/>
    public TrackEstimate? Find(TrackId id)
    {
        foreach (Track track in _engine?.State.Tracks ?? [])
        {
            if (track.Id == id)
            {
                return EstimateOf(track, track.State);
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public IReadOnlyList<TrackEstimate> TakeEnded()
    {
        List<TrackEstimate> taken = _ended;
        _ended = [];
        return taken;
    }

    /// <inheritdoc/>
    public IReadOnlyList<TrackEstimate> TracksAt(UtcMicroseconds time)
    {
        if (_engine is not { } engine || _snapshots is not { } snapshots || time >= engine.State.Newest)
        {
            return Tracks;
        }

        _present ??= engine.NewState();
        _present.CopyFrom(engine.State);
        (UtcMicroseconds begin, TrackerState then) = snapshots.NewestUpTo(time);
        engine.State.CopyFrom(then);
        for (int i = _window.FirstFrom(begin); i < _window.Count && _window[i].Scan.Time <= time; i++)
        {
            Process(engine, _window[i], ScratchFor(_window[i].Scan));
        }

        engine.AdvanceTo(time);
        List<TrackEstimate> past = Publish();
        engine.State.CopyFrom(_present);
        return past;
    }

    private Span<TrackId?> ScratchFor(Scan scan)
    {
        int count = scan.Detections.Count;
        _scratch = _scratch.Length < count ? new TrackId?[2 * count] : _scratch;
        Array.Clear(_scratch, 0, count);
        return _scratch;
    }

    private (TrackerEngine Engine, Snapshots Snapshots) Start(Scan first)
    {
        if (_engine is null || _snapshots is null)
        {
            _engine = new TrackerEngine(_options, first.Sensor.Frame) { Ended = NoteEnd };
            _bank = _engine.Models.NewBank();
            _snapshots = new Snapshots(_engine.NewState, SnapshotSpacingSeconds, _options.MaxLatenessSeconds);

            // The first scan to come need not be the oldest: before all of them nothing is known.
            _engine.State.Newest = first.Time.AddSeconds(-_options.MaxLatenessSeconds);
            _snapshots.Take(_engine.State.Newest, _engine.State);
            _engine.State.Newest = _newest ?? first.Time;
        }

        return (_engine, _snapshots);
    }

    private void TakeLate(TrackerEngine engine, Snapshots snapshots, int index, Span<TrackId?> takenBy)
    {
        ScanWindow.Entry late = _window[index];
        Array.Clear(late.Sure);
        if (engine.TryProcessLate(late.Scan, late.Serial, late.Correction, takenBy, late.Sure))
        {
            return;
        }

        Rollbacks++;
        UtcMicroseconds newest = engine.State.Newest;
        (UtcMicroseconds time, TrackerState then) = snapshots.Newest;
        engine.State.CopyFrom(then);
        for (int i = _window.FirstFrom(time); i < _window.Count; i++)
        {
            ScanWindow.Entry entry = _window[i];
            snapshots.Take(entry.Scan.Time, engine.State);
            Process(engine, entry, i == index ? takenBy : ScratchFor(entry.Scan));
        }

        engine.AdvanceTo(newest);
    }

    private SensorKnowledge Describe(SensorMemory memory) => new(
        memory.Id,
        _registration.Registrations.FirstOrDefault(registration => registration.Sensor == memory.Id),
        memory.Clutter.PerScan,
        memory.Clutter.PerScanSigma);

    private static void Process(TrackerEngine engine, in ScanWindow.Entry entry, Span<TrackId?> takenBy)
    {
        Array.Clear(entry.Sure);
        engine.Process(entry.Scan, entry.Serial, entry.Correction, takenBy, entry.Sure);
    }

    private void NoteEnd(Track track)
    {
        if (!_endsTold.Add(track.Id))
        {
            return;
        }

        _ended.Add(EstimateOf(track, TrackState.Ended));
        UtcMicroseconds now = _newest ?? track.UpdatedAt;
        _endsInOrder.Enqueue((track.Id, now));

        // No going back reaches an end from before the window twice over.
        while (now.SecondsSince(_endsInOrder.Peek().ToldAt) > 2 * _options.MaxLatenessSeconds + 1)
        {
            _endsTold.Remove(_endsInOrder.Dequeue().Id);
        }
    }

    private List<TrackEstimate> Publish()
    {
        List<TrackEstimate> published = [];
        foreach (Track track in _engine?.State.Tracks ?? [])
        {
            published.Add(EstimateOf(track, track.State));
        }

        published.Sort(static (a, b) => a.Id.Value.CompareTo(b.Id.Value));
        return published;
    }

    private TrackEstimate EstimateOf(Track track, TrackState state)
    {
        TrackerEngine engine = _engine!;
        UtcMicroseconds time = engine.State.Newest;
        engine.Models.Predict(track.Updated, time.SecondsSince(track.UpdatedAt), _bank!);
        _moments.Set(_bank!);
        return new TrackEstimate(
            track.Id,
            state,
            time,
            _moments.Position,
            _moments.Velocity,
            _moments.Acceleration,
            _moments.CopyCovariance(),
            track.History.FirstDetection,
            track.History.LastDetection,
            track.History.Detections,
            track.History.Sensors)
        {
            Existence = track.ExistenceAt(time, _options.Existence.StaySeconds),
            DetectionsOfSecond = track.History.DetectionsOfSecond,
        };
    }
}

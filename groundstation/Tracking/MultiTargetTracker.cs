using System.Runtime.InteropServices;
using JointWatch.Tracking.Association;
using JointWatch.Tracking.Filtering;
using JointWatch.Tracking.Initiation;
using JointWatch.Tracking.Lifecycle;
using JointWatch.Tracking.Measurement;

namespace JointWatch.Tracking;

/// <summary>
/// The baseline tracker: interacting motion models and an extended Kalman filter, gating by chi-square, global nearest neighbour, two-point
/// initiation, confirmation by score, deletion by misses and time. It works in the Cartesian frame of the sensors' <see cref="Sensor.Frame"/>.
/// </summary>
/// <remarks>
/// Late scans: each track keeps the estimate of its last update and is predicted afresh for each scan, so a scan that arrives after a newer
/// one is nothing special for the tracks that the newer one did not update. For the others the estimate is taken back to the scan's time,
/// as <see cref="KalmanUpdate"/> says. A scan older than the newest by more than <see cref="TrackerOptions.MaxLatenessSeconds"/> is left out.
/// </remarks>
public sealed class MultiTargetTracker : ITracker
{
    private readonly TrackerOptions _options;
    private readonly InteractingModels _models;
    private readonly Gate _gate;
    private readonly IAssociator _associator;
    private readonly IInitiator _initiator;
    private readonly ScoreConfirmation _confirmation;
    private readonly TimeAndMissDeletion _deletion;
    private readonly TwinMerging _merging;

    private readonly List<Track> _tracks = [];
    private readonly List<Track> _confirmed = [];
    private readonly List<Track> _tentative = [];
    private readonly Stack<Track> _spare = [];
    private readonly List<TrackSeed> _seeds = [];
    private readonly ModelBank _scratchBank;
    private readonly StateMoments _scratchMoments = new();
    private Observation[] _observations = [];
    private bool[] _available = [];

    private List<TrackEstimate> _ended = [];
    private IReadOnlyList<TrackEstimate>? _published;
    private UtcMicroseconds _newest;
    private bool _started;
    private long _lastId;

    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public MultiTargetTracker(TrackerOptions? options = null)
    {
        _options = options ?? new TrackerOptions();
        _options.Validate();
        _lastId = _options.FirstTrackNumber - 1;
        _models = new InteractingModels(_options.Motion);
        _gate = new Gate(_options.Gate);
        _associator = new NearestNeighbourAssociator(_gate);
        _initiator = new TwoPointInitiator(_options.Initiation, _options.Triangulation);
        _confirmation = new ScoreConfirmation(_options.Confirmation);
        _deletion = new TimeAndMissDeletion(_options.Deletion);
        _merging = new TwinMerging(_options.Merging);
        _scratchBank = _models.NewBank();
    }

    /// <inheritdoc/>
    public IReadOnlyList<TrackEstimate> Tracks => _published ??= [.. _tracks.Select(track => EstimateOf(track, track.State))];

    /// <inheritdoc/>
    public long ScansTooLate { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<TrackId?> Process(Scan scan)
    {
        TrackId?[] takenBy = new TrackId?[scan.Detections.Count];
        if (_started && _newest.SecondsSince(scan.Time) > _options.MaxLatenessSeconds)
        {
            ScansTooLate++;
            return takenBy;
        }

        _newest = !_started || scan.Time > _newest ? scan.Time : _newest;
        _started = true;
        _published = null;
        Prepare(scan);
        ReadOnlySpan<Observation> seen = _observations.AsSpan(0, scan.Detections.Count);
        Span<bool> free = _available.AsSpan(0, scan.Detections.Count);
        double detectionProbability = Math.Clamp(scan.Sensor.DetectionProbability, 0.05, 0.98);
        PredictTo(scan);
        _associator.Associate(_confirmed, seen, detectionProbability, free);
        _associator.Associate(_tentative, seen, detectionProbability, free);
        Update(scan, seen, detectionProbability, takenBy);
        LeaveToConfirmed(seen, free);
        Begin(scan, seen, free, takenBy);
        Review();
        return takenBy;
    }

    /// <inheritdoc/>
    public void AdvanceTo(UtcMicroseconds time)
    {
        if (_started && time <= _newest)
        {
            return;
        }

        _newest = time;
        _started = true;
        _published = null;
        foreach (Track track in _tracks)
        {
            _models.Predict(track.Updated, time.SecondsSince(track.LastDetection), track.Predicted);
            track.AtScan.Set(track.Predicted);
        }

        EndAll(static (tracker, index) => tracker._deletion.IsOver(tracker._tracks[index], tracker._newest));
    }

    /// <inheritdoc/>
    public IReadOnlyList<TrackEstimate> TakeEnded()
    {
        List<TrackEstimate> taken = _ended;
        _ended = [];
        return taken;
    }

    private void Prepare(Scan scan)
    {
        int count = scan.Detections.Count;
        if (_observations.Length < count)
        {
            _observations = new Observation[2 * count];
            _available = new bool[2 * count];
        }

        double falseDensity = FalseDensity.Of(scan.Sensor, count);
        for (int d = 0; d < count; d++)
        {
            _observations[d] = Observation.Of(scan.Sensor, scan.Detections[d], falseDensity);
            _available[d] = true;
        }
    }

    private void PredictTo(Scan scan)
    {
        _confirmed.Clear();
        _tentative.Clear();
        Visibility visibility = new(scan.Sensor);
        foreach (Track track in _tracks)
        {
            _models.Predict(track.Updated, scan.Time.SecondsSince(track.LastDetection), track.Predicted);
            track.AtScan.Set(track.Predicted);

            // An infra-red sensor sees hot bodies only: that it sees nothing says nothing.
            track.Visible = scan.Sensor.Kind == SensorKind.Radar && visibility.CouldSee(track.AtScan.Position);
            (track.State == TrackState.Confirmed ? _confirmed : _tentative).Add(track);
        }
    }

    private void Update(Scan scan, ReadOnlySpan<Observation> seen, double detectionProbability, TrackId?[] takenBy)
    {
        double missed = -Math.Log(1 - detectionProbability);
        foreach (Track track in _tracks)
        {
            if (track.Taken >= 0 && TryUpdate(track, scan, seen[track.Taken]))
            {
                takenBy[track.Taken] = track.Id;
                track.Score += track.TakenScore;
                track.Count(scan.Sensor, scan.Time);
                if (track.State == TrackState.Tentative && _confirmation.IsReal(track))
                {
                    track.State = TrackState.Confirmed;
                }
            }
            else if (track.Visible)
            {
                track.Score -= missed;
                track.MissedEvidence += missed;
            }
        }
    }

    private bool TryUpdate(Track track, Scan scan, in Observation observation)
    {
        double seconds = scan.Time.SecondsSince(track.LastDetection);
        if (seconds < 0)
        {
            return _models.TryUpdate(track.Updated, observation, seconds);
        }

        if (!_models.TryUpdate(track.Predicted, observation, 0))
        {
            return false;
        }

        (track.Updated, track.Predicted) = (track.Predicted, track.Updated);
        track.AtScan.Set(track.Updated);
        return true;
    }

    /// <summary>A detection that a confirmed track could have made begins no track: one object, one track.</summary>
    private void LeaveToConfirmed(ReadOnlySpan<Observation> seen, Span<bool> free)
    {
        for (int d = 0; d < free.Length; d++)
        {
            for (int t = 0; t < _confirmed.Count && free[d]; t++)
            {
                free[d] = !_gate.Admits(_confirmed[t].AtScan, seen[d], out _);
            }
        }
    }

    private void Begin(Scan scan, ReadOnlySpan<Observation> seen, ReadOnlySpan<bool> free, TrackId?[] takenBy)
    {
        _seeds.Clear();
        _initiator.Initiate(scan, seen, free, _seeds);
        foreach (ref readonly TrackSeed seed in CollectionsMarshal.AsSpan(_seeds))
        {
            if (_tracks.Count >= _options.MaxTracks)
            {
                return;
            }

            Track track = _spare.Count > 0 ? _spare.Pop() : new Track(_models.NewBank(), _models.NewBank());
            track.Reset(new TrackId(++_lastId));
            SeedFilter.Start(seed, _options.Motion.InitialAccelerationSigma, _models, track.Updated);
            track.AtScan.Set(track.Updated);
            track.Score = seed.Score;
            track.CountPlot(seed.Earlier);
            track.CountPlot(seed.Later);
            takenBy[seed.Later.Detection] = track.Id;
            _tracks.Add(track);
        }
    }

    private void Review()
    {
        EndAll(static (tracker, index) => tracker._merging.IsTwin(tracker._tracks, index));
        EndAll(static (tracker, index) => tracker._deletion.IsOver(tracker._tracks[index], tracker._newest));
    }

    /// <summary>Ends the tracks of which a test holds, oldest first.</summary>
    private void EndAll(Func<MultiTargetTracker, int, bool> isOver)
    {
        for (int i = 0; i < _tracks.Count;)
        {
            Track track = _tracks[i];
            if (!isOver(this, i))
            {
                i++;
                continue;
            }

            if (track.State == TrackState.Confirmed)
            {
                _ended.Add(EstimateOf(track, TrackState.Ended));
            }

            _tracks.RemoveAt(i);
            _spare.Push(track);
        }
    }

    private TrackEstimate EstimateOf(Track track, TrackState state)
    {
        _models.Predict(track.Updated, _newest.SecondsSince(track.LastDetection), _scratchBank);
        _scratchMoments.Set(_scratchBank);
        return new TrackEstimate(
            track.Id,
            state,
            _newest,
            _scratchMoments.Position,
            _scratchMoments.Velocity,
            _scratchMoments.Acceleration,
            _scratchMoments.CopyCovariance(),
            track.FirstDetection,
            track.LastDetection,
            track.Detections,
            [.. track.Sensors]);
    }
}

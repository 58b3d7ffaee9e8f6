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
    private readonly TrackerOptions options;
    private readonly InteractingModels models;
    private readonly Gate gate;
    private readonly IAssociator associator;
    private readonly IInitiator initiator;
    private readonly ScoreConfirmation confirmation;
    private readonly TimeAndMissDeletion deletion;
    private readonly TwinMerging merging;

    private readonly List<Track> tracks = [];
    private readonly List<Track> confirmed = [];
    private readonly List<Track> tentative = [];
    private readonly Stack<Track> spare = [];
    private readonly List<TrackSeed> seeds = [];
    private readonly ModelBank scratchBank;
    private readonly StateMoments scratchMoments = new();
    private Observation[] observations = [];
    private bool[] available = [];

    private List<TrackEstimate> ended = [];
    private IReadOnlyList<TrackEstimate>? published;
    private UtcMicroseconds newest;
    private bool started;
    private long lastId;

    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public MultiTargetTracker(TrackerOptions? options = null)
    {
        this.options = options ?? new TrackerOptions();
        this.options.Validate();
        lastId = this.options.FirstTrackNumber - 1;
        models = new InteractingModels(this.options.Motion);
        gate = new Gate(this.options.Gate);
        associator = new NearestNeighbourAssociator(gate);
        initiator = new TwoPointInitiator(this.options.Initiation, this.options.Triangulation);
        confirmation = new ScoreConfirmation(this.options.Confirmation);
        deletion = new TimeAndMissDeletion(this.options.Deletion);
        merging = new TwinMerging(this.options.Merging);
        scratchBank = models.NewBank();
    }

    /// <inheritdoc/>
    public IReadOnlyList<TrackEstimate> Tracks => published ??= [.. tracks.Select(track => EstimateOf(track, track.State))];

    /// <inheritdoc/>
    public long ScansTooLate { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<TrackId?> Process(Scan scan)
    {
        TrackId?[] takenBy = new TrackId?[scan.Detections.Count];
        if (started && newest.SecondsSince(scan.Time) > options.MaxLatenessSeconds)
        {
            ScansTooLate++;
            return takenBy;
        }

        newest = !started || scan.Time > newest ? scan.Time : newest;
        started = true;
        published = null;
        Prepare(scan);
        ReadOnlySpan<Observation> seen = observations.AsSpan(0, scan.Detections.Count);
        Span<bool> free = available.AsSpan(0, scan.Detections.Count);
        double detectionProbability = Math.Clamp(scan.Sensor.DetectionProbability, 0.05, 0.98);
        PredictTo(scan);
        associator.Associate(confirmed, seen, detectionProbability, free);
        associator.Associate(tentative, seen, detectionProbability, free);
        Update(scan, seen, detectionProbability, takenBy);
        LeaveToConfirmed(seen, free);
        Begin(scan, seen, free, takenBy);
        Review();
        return takenBy;
    }

    /// <inheritdoc/>
    public void AdvanceTo(UtcMicroseconds time)
    {
        if (started && time <= newest)
        {
            return;
        }

        newest = time;
        started = true;
        published = null;
        foreach (Track track in tracks)
        {
            models.Predict(track.Updated, time.SecondsSince(track.LastDetection), track.Predicted);
            track.AtScan.Set(track.Predicted);
        }

        EndAll(static (tracker, index) => tracker.deletion.IsOver(tracker.tracks[index], tracker.newest));
    }

    /// <inheritdoc/>
    public IReadOnlyList<TrackEstimate> TakeEnded()
    {
        List<TrackEstimate> taken = ended;
        ended = [];
        return taken;
    }

    private void Prepare(Scan scan)
    {
        int count = scan.Detections.Count;
        if (observations.Length < count)
        {
            observations = new Observation[2 * count];
            available = new bool[2 * count];
        }

        double falseDensity = FalseDensity.Of(scan.Sensor, count);
        for (int d = 0; d < count; d++)
        {
            observations[d] = Observation.Of(scan.Sensor, scan.Detections[d], falseDensity);
            available[d] = true;
        }
    }

    private void PredictTo(Scan scan)
    {
        confirmed.Clear();
        tentative.Clear();
        Visibility visibility = new(scan.Sensor);
        foreach (Track track in tracks)
        {
            models.Predict(track.Updated, scan.Time.SecondsSince(track.LastDetection), track.Predicted);
            track.AtScan.Set(track.Predicted);

            // An infra-red sensor sees hot bodies only: that it sees nothing says nothing.
            track.Visible = scan.Sensor.Kind == SensorKind.Radar && visibility.CouldSee(track.AtScan.Position);
            (track.State == TrackState.Confirmed ? confirmed : tentative).Add(track);
        }
    }

    private void Update(Scan scan, ReadOnlySpan<Observation> seen, double detectionProbability, TrackId?[] takenBy)
    {
        double missed = -Math.Log(1 - detectionProbability);
        foreach (Track track in tracks)
        {
            if (track.Taken >= 0 && TryUpdate(track, scan, seen[track.Taken]))
            {
                takenBy[track.Taken] = track.Id;
                track.Score += track.TakenScore;
                track.Count(scan.Sensor, scan.Time);
                if (track.State == TrackState.Tentative && confirmation.IsReal(track))
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
            return models.TryUpdate(track.Updated, observation, seconds);
        }

        if (!models.TryUpdate(track.Predicted, observation, 0))
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
            for (int t = 0; t < confirmed.Count && free[d]; t++)
            {
                free[d] = !gate.Admits(confirmed[t].AtScan, seen[d], out _);
            }
        }
    }

    private void Begin(Scan scan, ReadOnlySpan<Observation> seen, ReadOnlySpan<bool> free, TrackId?[] takenBy)
    {
        seeds.Clear();
        initiator.Initiate(scan, seen, free, seeds);
        foreach (ref readonly TrackSeed seed in CollectionsMarshal.AsSpan(seeds))
        {
            if (tracks.Count >= options.MaxTracks)
            {
                return;
            }

            Track track = spare.Count > 0 ? spare.Pop() : new Track(models.NewBank(), models.NewBank());
            track.Reset(new TrackId(++lastId));
            SeedFilter.Start(seed, options.Motion.InitialAccelerationSigma, models, track.Updated);
            track.AtScan.Set(track.Updated);
            track.Score = seed.Score;
            track.CountPlot(seed.Earlier);
            track.CountPlot(seed.Later);
            takenBy[seed.Later.Detection] = track.Id;
            tracks.Add(track);
        }
    }

    private void Review()
    {
        EndAll(static (tracker, index) => tracker.merging.IsTwin(tracker.tracks, index));
        EndAll(static (tracker, index) => tracker.deletion.IsOver(tracker.tracks[index], tracker.newest));
    }

    /// <summary>Ends the tracks of which a test holds, oldest first.</summary>
    private void EndAll(Func<MultiTargetTracker, int, bool> isOver)
    {
        for (int i = 0; i < tracks.Count;)
        {
            Track track = tracks[i];
            if (!isOver(this, i))
            {
                i++;
                continue;
            }

            if (track.State == TrackState.Confirmed)
            {
                ended.Add(EstimateOf(track, TrackState.Ended));
            }

            tracks.RemoveAt(i);
            spare.Push(track);
        }
    }

    private TrackEstimate EstimateOf(Track track, TrackState state)
    {
        models.Predict(track.Updated, newest.SecondsSince(track.LastDetection), scratchBank);
        scratchMoments.Set(scratchBank);
        return new TrackEstimate(
            track.Id,
            state,
            newest,
            scratchMoments.Position,
            scratchMoments.Velocity,
            scratchMoments.Acceleration,
            scratchMoments.CopyCovariance(),
            track.FirstDetection,
            track.LastDetection,
            track.Detections,
            [.. track.Sensors]);
    }
}

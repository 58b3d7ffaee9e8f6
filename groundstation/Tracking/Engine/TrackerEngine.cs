using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using JointWatch.Tracking.Association;
using JointWatch.Tracking.Filtering;
using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Initiation;
using JointWatch.Tracking.Lifecycle;
using JointWatch.Tracking.Measurement;
using JointWatch.Tracking.Motion;

namespace JointWatch.Tracking.Engine;

/// <summary>
/// Takes one scan after another through the stages: match, associate, update, initiate, review. What it keeps between scans is in
/// <see cref="State"/>, what it needs within one is its own.
/// </summary>
internal sealed class TrackerEngine
{
    private readonly TrackerOptions _options;
    private readonly InteractingModels _models;
    private readonly IAssociator _associator;
    private readonly ITrackLife _life;
    private readonly TwinMerging _merging;
    private readonly TrackNumbers _numbers;
    private readonly Matcher _matcher;
    private readonly TrackUpdater _updater;
    private readonly JointUpdater _joint;
    private readonly Clusters _clusters = new();
    private readonly SensorView _view = new();
    private readonly AssociationProblem _problem = new();
    private readonly List<TrackSeed> _seeds = [];
    private Observation[] _observations = [];

    public TrackerEngine(TrackerOptions options, LocalFrame frame)
    {
        _options = options;
        _models = new InteractingModels(options.Motion, options.Filter, Surroundings.Of(frame));
        _associator = options.Association == AssociationMethod.BeliefPropagation ? new BeliefPropagation(options.Beliefs) : new NearestNeighbour();
        Lost lost = new(options.Deletion);
        _life = options.Life == LifeMethod.Existence
            ? new ExistenceLife(options.Existence, options.Confirmation, lost)
            : new ScoreLife(options.Confirmation, options.Deletion, lost);
        _merging = new TwinMerging(options.Merging);
        _numbers = new TrackNumbers(options.FirstTrackNumber);
        _matcher = new Matcher(options.Gate);
        _updater = new TrackUpdater(options.Existence, _models);
        _joint = new JointUpdater(options.Joint, _models);
        State = NewState();
    }

    /// <summary>Gets what is known now.</summary>
    public TrackerState State { get; }

    /// <summary>Gets or sets who hears of confirmed tracks that end, as they end.</summary>
    public Action<Track>? Ended { get; set; }

    public InteractingModels Models => _models;

    public TrackNumbers Numbers => _numbers;

    public TrackerState NewState() => new(_models.NewBank, NewInitiator());

    /// <summary>Takes a scan.</summary>
    /// <param name="scan">The scan.</param>
    /// <param name="serial">Its number in order of arrival: who founds a track is known by it.</param>
    /// <param name="takenBy">Gets, for each detection, the track that it is of, or null.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Process(Scan scan, long serial, Span<TrackId?> takenBy)
    {
        ComeTo(scan.Time);
        SensorMemory memory = State.Sensor(scan.Sensor.Id);
        memory.ComeTo(scan.Time, _options.Initiation);
        ReadOnlySpan<Observation> observations = Prepare(scan, memory);
        Match(scan);
        Work(scan, serial, observations, memory, takenBy);
    }

    /// <summary>
    /// Takes a scan that comes late, if what came after it has nothing to do with it: then the order does not matter.
    /// </summary>
    /// <returns>False, with nothing changed, if it does.</returns>
    public bool TryProcessLate(Scan scan, long serial, Span<TrackId?> takenBy)
    {
        SensorMemory memory = State.Sensor(scan.Sensor.Id);
        ReadOnlySpan<Observation> observations = Prepare(scan, memory);
        Match(scan);
        if (_matcher.MetLater || State.Initiator.MetLater(scan, observations))
        {
            return false;
        }

        memory.ComeTo(scan.Time, _options.Initiation);
        Work(scan, serial, observations, memory, takenBy);
        return true;
    }

    /// <summary>Lets time pass.</summary>
    public void AdvanceTo(UtcMicroseconds time)
    {
        ComeTo(time);
        Review();
    }

    private void Work(Scan scan, long serial, ReadOnlySpan<Observation> observations, SensorMemory memory, Span<TrackId?> takenBy)
    {
        _clusters.Find(_problem);
        _associator.Solve(_problem, _clusters);
        Update(scan, observations, takenBy);
        Begin(scan, serial, observations, takenBy);
        memory.Looked(_view.DetectionProbability);
        _merging.Review(_problem, State.Tracks);
        Review();
    }

    /// <summary>What is not seen may have gone.</summary>
    private void ComeTo(UtcMicroseconds time)
    {
        double seconds = time.SecondsSince(State.Newest);
        if (seconds <= 0)
        {
            return;
        }

        double stays = Math.Exp(-seconds / _options.Existence.StaySeconds);
        foreach (Track track in State.Tracks)
        {
            track.Existence *= stays;
        }

        State.Newest = time;
    }

    private ReadOnlySpan<Observation> Prepare(Scan scan, SensorMemory memory)
    {
        int count = scan.Detections.Count;
        if (_observations.Length < count)
        {
            _observations = new Observation[2 * count];
        }

        double rate = Math.Max(scan.Sensor.FalseDetectionsPerScan, 0.05);
        for (int d = 0; d < count; d++)
        {
            _observations[d] = Observation.Of(scan.Sensor, scan.Detections[d]);
        }

        Span<Observation> observations = _observations.AsSpan(0, count);
        _view.Set(scan, observations);
        double logFalse = Math.Log(rate);
        double logNew = Math.Log(_view.DetectionProbability * memory.Undetected);
        Span<Sighting> sightings = _view.Sightings;
        for (int d = 0; d < count; d++)
        {
            double field = FalseField.LogDensityOfOne(scan.Sensor, scan.Detections[d], observations[d].LineOfSight);
            double newDensity = logNew + (_options.Initiation.Birth is { } birth ? NewAt(birth, observations[d].Position, sightings[d].Range) : field);
            double ratio = Math.Exp(newDensity - logFalse - field);
            sightings[d].NewShare = ratio / (1 + ratio);
            sightings[d].LogOtherDensity = logFalse + field + Math.Log(1 + ratio);
        }

        return observations;
    }

    /// <summary>The logarithm of the density of one new object, in a unit of what the sensor measures; nothing of directions alone.</summary>
    private double NewAt(BirthPlace birth, Vector3 position, double range) => _view.Form switch
    {
        MeasuredForm.Place => birth.LogDensity(position, _view.Frame),
        MeasuredForm.RangeAzimuth => birth.LogDensity(position, _view.Frame) + Math.Log(range),
        MeasuredForm.RangeAngles => birth.LogDensity(position, null) + (2 * Math.Log(range)),
        _ => double.NegativeInfinity,
    };

    private void Match(Scan scan)
    {
        Span<Track> tracks = CollectionsMarshal.AsSpan(State.Tracks);
        _matcher.Match(tracks, _view, scan.Time, _models);
        _problem.Begin(_view.Count);
        int pair = 0;
        foreach (Track track in tracks)
        {
            for (int i = 0; i < track.Pairs; i++, pair++)
            {
                _problem.AddEdge(_matcher.Detection[pair], _matcher.Weight[pair]);
            }

            _problem.EndTrack();
        }

        _problem.End();
    }

    private void Update(Scan scan, ReadOnlySpan<Observation> observations, Span<TrackId?> takenBy)
    {
        Span<Track> tracks = CollectionsMarshal.AsSpan(State.Tracks);
        Span<int> pairs = stackalloc int[_options.Joint.MaxTracks];
        for (int t = 0; t < tracks.Length; t++)
        {
            if (!_clusters.IsFirst(t))
            {
                continue;
            }

            ReadOnlySpan<int> members = _clusters.Members(t);
            bool jointly = !_associator.TakesOne && members.Length > 1
                && _joint.TryUpdate(tracks, members, _problem, observations, scan.Time, pairs);
            for (int i = 0; i < members.Length; i++)
            {
                Track track = tracks[members[i]];
                int pair = jointly
                    ? pairs[i]
                    : _updater.Update(track, members[i], _problem, _associator.TakesOne, observations, scan.Time);
                Note(track, pair, scan, takenBy);
            }
        }
    }

    private void Note(Track track, int pair, Scan scan, Span<TrackId?> takenBy)
    {
        if (pair >= 0)
        {
            takenBy[_problem.DetectionOf[pair]] = track.Id;
            track.History.Score += Math.Log(_problem.Weight[pair]);
            track.History.Count(scan.Sensor, scan.Time);
        }
        else if (track.MissProbability > 0)
        {
            double missed = -Math.Log(1 - track.MissProbability);
            track.History.Score -= missed;
            track.History.MissedEvidence += missed;
        }
    }

    private void Begin(Scan scan, long serial, ReadOnlySpan<Observation> observations, Span<TrackId?> takenBy)
    {
        _seeds.Clear();
        State.Initiator.Initiate(scan, _view, observations, _problem.Free, _seeds);
        foreach (ref readonly TrackSeed seed in CollectionsMarshal.AsSpan(_seeds))
        {
            if (State.Tracks.Count >= _options.MaxTracks)
            {
                return;
            }

            Track track = State.Add();
            _models.Initialise(track.Updated, seed.State, seed.Covariance);
            track.Begin(_numbers.Of(serial, seed.Detection), seed.Existence, scan.Time);
            seed.Earlier.CountIn(track.History);
            seed.Later.CountIn(track.History);
            track.History.Score = Math.Log(seed.Existence / (1 - seed.Existence));
            takenBy[seed.Detection] ??= track.Id;
        }
    }

    private void Review()
    {
        foreach (Track track in State.Tracks)
        {
            _life.Judge(track);
        }

        State.RemoveAll(
            this,
            static (engine, track) => engine._life.IsOver(track, engine.State.Newest),
            static (engine, track) =>
            {
                if (track.WasConfirmed)
                {
                    engine.Ended?.Invoke(track);
                }
            });
    }

    private IInitiator NewInitiator() => _options.Beginning == InitiationMethod.Poisson
        ? new PoissonInitiator(_options.Initiation, _options.Triangulation, _options.Beliefs, _options.Motion.InitialAccelerationSigma)
        : new TwoPointInitiator(_options.Initiation, _options.Triangulation, _options.Motion.InitialAccelerationSigma);
}

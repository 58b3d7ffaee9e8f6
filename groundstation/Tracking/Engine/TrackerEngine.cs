using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using JointWatch.Tracking.Association;
using JointWatch.Tracking.Filtering;
using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Initiation;
using JointWatch.Tracking.Initiation.SingleSensor;
using JointWatch.Tracking.Lifecycle;
using JointWatch.Tracking.Measurement;
using JointWatch.Tracking.Registration;
using JointWatch.Tracking.Motion;

namespace JointWatch.Tracking.Engine;

/// <summary>
/// Takes one scan after another through the stages: match, associate, update, initiate, review. What it keeps between scans is in
/// <see cref="State"/>, what it needs within one is its own.
/// </summary>
internal sealed class TrackerEngine
{
    /// <summary>The belief in a pair from which it serves to find the errors of sensors.</summary>
    private const double SureBelief = 0.6;

    /// <summary>How often all tracks are looked at, whether they have ended; those that a scan concerns are looked at with it.</summary>
    private const double SweepSeconds = 0.25;

    private readonly TrackerOptions _options;
    private readonly InteractingModels _models;
    private readonly IAssociator _associator;
    private readonly ITrackLife _life;
    private readonly TwinMerging _merging;
    private readonly TrackNumbers _numbers;
    private readonly Crew _crew;
    private readonly Worker[] _workers;
    private readonly Action<int, int, int> _match;
    private readonly Action<int, int, int> _update;
    private readonly Action<Track> _tellEnd;
    private readonly Clusters _clusters = new();
    private readonly TrackPool _pool;
    private readonly SensorView _view = new();
    private readonly AssociationProblem _problem = new();
    private readonly List<TrackSeed> _seeds = new(64);
    private readonly KnownObjects _known;
    private Observation[] _observations = [];
    private Detection[] _detections = [];
    private double[] _false = [];
    private int[] _pairOf = [];
    private readonly List<Track> _present = [];
    private int[] _indexOf = [];
    private UtcMicroseconds _time;
    private bool _metLater;

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
        _known = new KnownObjects(options.Existence.HidesMeters);
        _numbers = new TrackNumbers(options.FirstTrackNumber);
        _crew = new Crew(options.Threads);
        _workers = [.. Enumerable.Range(0, options.Threads).Select(_ => new Worker(options, _models))];
        _match = MatchPart;
        _update = UpdatePart;
        _tellEnd = TellEnd;
        _pool = new TrackPool(_models.NewBank);
        State = NewState();
    }

    /// <summary>Gets what is known now.</summary>
    public TrackerState State { get; }

    /// <summary>Gets or sets who hears of confirmed tracks that end, as they end.</summary>
    public Action<Track>? Ended { get; set; }

    public InteractingModels Models => _models;

    public TrackNumbers Numbers => _numbers;

    public TrackerState NewState() => new(_pool, NewInitiator(), new SingleSensorLines(_options.SingleSensor), _options.Clutter);

    /// <summary>Takes a scan.</summary>
    /// <param name="scan">The scan.</param>
    /// <param name="serial">Its number in order of arrival: who founds a track is known by it.</param>
    /// <param name="correction">What is to be taken off its detections.</param>
    /// <param name="takenBy">Gets, for each detection, the track that it is of, or null.</param>
    /// <param name="sure">Gets, for each detection, the confirmed track that it is of almost certainly, or null.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Process(Scan scan, long serial, in SensorCorrection correction, Span<TrackId?> takenBy, Span<TrackId?> sure)
    {
        State.Newest = scan.Time > State.Newest ? scan.Time : State.Newest;
        SensorMemory memory = State.Sensor(scan.Sensor.Id);
        memory.MeasuresAngles |= scan.Sensor.Kind == SensorKind.Infrared;
        memory.ComeTo(scan.Time, _options.Initiation);
        ReadOnlySpan<Observation> observations = Prepare(scan, memory, correction);
        Attend(scan);
        Match(scan);
        Work(scan, serial, observations, memory, takenBy, sure);
    }

    /// <summary>
    /// Takes a scan that comes late, if what came after it has nothing to do with it: then the order does not matter.
    /// </summary>
    /// <returns>False, with nothing changed, if it does.</returns>
    public bool TryProcessLate(Scan scan, long serial, in SensorCorrection correction, Span<TrackId?> takenBy, Span<TrackId?> sure)
    {
        SensorMemory memory = State.Sensor(scan.Sensor.Id);
        ReadOnlySpan<Observation> observations = Prepare(scan, memory, correction);
        Attend(scan);
        Match(scan);
        if (_metLater || State.Initiator.MetLater(scan, _view, observations))
        {
            return false;
        }

        memory.ComeTo(scan.Time, _options.Initiation);
        Work(scan, serial, observations, memory, takenBy, sure);
        return true;
    }

    /// <summary>Lets time pass.</summary>
    public void AdvanceTo(UtcMicroseconds time)
    {
        State.Newest = time > State.Newest ? time : State.Newest;
        Sweep();
    }

    private void Work(
        Scan scan, long serial, ReadOnlySpan<Observation> observations, SensorMemory memory, Span<TrackId?> takenBy, Span<TrackId?> sure)
    {
        _clusters.Find(_problem);
        _associator.Solve(_problem, _clusters);
        Update(scan, takenBy, sure);
        Begin(scan, serial, observations, takenBy);
        Learn(scan, memory);
        _merging.Review(_problem, _present);
        Review();
    }

    /// <summary>Collects the tracks that the sensor may see: the rest have nothing to do with the scan.</summary>
    private void Attend(Scan scan)
    {
        _present.Clear();
        if (_indexOf.Length < State.Tracks.Count)
        {
            _indexOf = new int[Math.Max(256, 2 * State.Tracks.Count)];
        }

        ReadOnlySpan<TrackPlace> places = State.Places;
        double range = scan.Sensor.FieldOfView.RangeMaxMeters * (1 + _options.Gate.BeyondRangeShare);
        for (int i = 0; i < places.Length; i++)
        {
            if (places[i].MayBeWithin(range, scan.Sensor.Frame.Origin, scan.Time))
            {
                _indexOf[_present.Count] = i;
                State.Tracks[i].BringTo(scan.Time, _options.Existence.StaySeconds);
                State.Tracks[i].IsHidden = false;
                State.Tracks[i].IsBehind = false;
                _present.Add(State.Tracks[i]);
            }
        }

        if (_view.Form is MeasuredForm.Place or MeasuredForm.Azimuth)
        {
            Shadows.Mark(_present, scan.Sensor.Frame, scan.Time, _options.Existence.HidesMeters);
        }
    }

    private ReadOnlySpan<Observation> Prepare(Scan scan, SensorMemory memory, in SensorCorrection correction)
    {
        int count = scan.Detections.Count;
        if (_observations.Length < count)
        {
            _observations = new Observation[2 * count];
            _detections = new Detection[2 * count];
            _false = new double[2 * count];
        }

        bool corrects = correction != default;
        for (int d = 0; d < count; d++)
        {
            _detections[d] = corrects ? correction.Correct(scan.Detections[d]) : scan.Detections[d];
            _observations[d] = Observation.Of(scan.Sensor, _detections[d]);
        }

        Span<Observation> observations = _observations.AsSpan(0, count);
        _view.Set(scan, _detections.AsSpan(0, count), observations);
        double logStated = Math.Log(memory.Clutter.Stated(scan.Sensor));
        double logNew = Math.Log(_view.DetectionProbability * memory.Undetected);
        Span<Sighting> sightings = _view.Sightings;
        for (int d = 0; d < count; d++)
        {
            double field = FalseField.LogDensityOfOne(scan.Sensor, _detections[d], observations[d].LineOfSight);
            double logFalse = logStated + memory.Clutter.LogFactor(scan.Detections[d]);
            double newDensity = logNew + (_options.Initiation.Birth is { } birth ? NewAt(birth, observations[d].Position, sightings[d].Range) : field);
            double ratio = Math.Exp(newDensity - logFalse - field);
            sightings[d].NewShare = ratio / (1 + ratio);
            sightings[d].LogOtherDensity = logFalse + field + Math.Log(1 + ratio);
        }

        return observations;
    }

    /// <summary>What the scan says of its sensor: how many of its detections are of nothing.</summary>
    private void Learn(Scan scan, SensorMemory memory)
    {
        Span<double> isFalse = _false.AsSpan(0, _view.Count);
        for (int d = 0; d < isFalse.Length; d++)
        {
            isFalse[d] = _problem.Free[d] * (1 - _view.Sightings[d].NewShare);
        }

        memory.Clutter.Update(scan.Sensor, scan.Detections, isFalse);
        memory.Looked(_view.DetectionProbability);
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
        _time = scan.Time;
        _metLater = false;
        int parts = _crew.Run(_present.Count, _match);
        _problem.Begin(_view.Count);
        int next = 0;
        for (int part = 0; part < parts; part++)
        {
            Matcher matcher = _workers[part].Matcher;
            _metLater |= matcher.MetLater;
            int pair = 0;
            for (; next < matcher.Last; next++)
            {
                for (int i = 0; i < _present[next].Pairs; i++, pair++)
                {
                    _problem.AddEdge(matcher.Detection[pair], matcher.Weight[pair]);
                }

                _problem.EndTrack();
            }
        }

        _problem.End();
    }

    private void MatchPart(int part, int first, int last) =>
        _workers[part].Matcher.Match(CollectionsMarshal.AsSpan(_present), first, last, _view, _time, _models);

    private void Update(Scan scan, Span<TrackId?> takenBy, Span<TrackId?> sure)
    {
        int count = _present.Count;
        if (_pairOf.Length < count)
        {
            _pairOf = new int[2 * count];
        }

        _crew.Run(count, _update);
        for (int t = 0; t < count; t++)
        {
            Note(_present[t], _pairOf[t], scan, takenBy, sure);
            State.Places[_indexOf[t]].Set(_present[t]);
        }
    }

    /// <summary>Updates the parts of the problem whose first track is in a run of tracks. No two share a track or a detection.</summary>
    private void UpdatePart(int part, int first, int last)
    {
        Worker worker = _workers[part];
        ReadOnlySpan<Track> tracks = CollectionsMarshal.AsSpan(_present);
        ReadOnlySpan<Observation> observations = _observations.AsSpan(0, _view.Count);
        Span<int> pairs = stackalloc int[_options.Joint.MaxTracks];
        bool proves = _view.Form != MeasuredForm.Azimuth;
        for (int t = first; t < last; t++)
        {
            if (!_clusters.IsFirst(t))
            {
                continue;
            }

            ReadOnlySpan<int> members = worker.Members(_clusters, t);
            bool jointly = proves && !_associator.TakesOne && members.Length > 1
                && worker.Joint.TryUpdate(tracks, members, _problem, observations, _time, pairs);
            for (int i = 0; i < members.Length; i++)
            {
                _pairOf[members[i]] = jointly
                    ? pairs[i]
                    : worker.Updater.Update(tracks[members[i]], members[i], _problem, _associator.TakesOne, proves, observations, _time);
            }
        }
    }

    private void Note(Track track, int pair, Scan scan, Span<TrackId?> takenBy, Span<TrackId?> sure)
    {
        if (pair >= 0)
        {
            takenBy[_problem.DetectionOf[pair]] = track.Id;
            if (track.State == TrackState.Confirmed && _problem.Belief[pair] > SureBelief)
            {
                sure[_problem.DetectionOf[pair]] = track.Id;
            }

            track.History.Score += Math.Log(_problem.Weight[pair]);
            bool holds = _view.Form != MeasuredForm.Azimuth;
            track.History.Count(scan.Sensor, scan.Time, holds);
            bool mayBeEcho = track.IsBehind && scan.Sensor.Noise.ExtentMeters > 0;
            track.History.ClearLooks += holds && !mayBeEcho ? 1 : 0;
            track.History.LooksBehind += holds && mayBeEcho ? 1 : 0;
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
        if (_view.Form == MeasuredForm.Place)
        {
            _known.Mark(_present, scan, observations, _problem.Free);
        }

        State.Initiator.Initiate(scan, _view, observations, _problem.Free, _seeds);
        if (scan.Sensor.Noise.ExtentMeters > 0)
        {
            KnownObjects.RemoveParts(_seeds, scan.Sensor.Noise.ExtentMeters);
        }

        HoldLines(scan);
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
            State.Places[^1].Set(track);
            _life.Judge(track);
            takenBy[seed.Detection] ??= track.Id;
        }
    }

    /// <summary>Where only one sensor of angles is known, nothing crosses its lines of sight: they are held, each with all ranges that it may have.</summary>
    private void HoldLines(Scan scan)
    {
        int ofAngles = 0;
        foreach (SensorMemory sensor in State.Sensors)
        {
            ofAngles += sensor.MeasuresAngles ? 1 : 0;
        }

        if (ofAngles != 1)
        {
            return;
        }

        for (int d = 0; d < _view.Count; d++)
        {
            _false[d] = _view.Sightings[d].LogOtherDensity;
        }

        int before = _seeds.Count;
        State.Lines.Take(scan, _problem.Free, _false.AsSpan(0, _view.Count), _seeds);
        if (_seeds.Count > before && before > 0)
        {
            RemoveTwice(before);
        }
    }

    /// <summary>A detection founds one track: what the plots found comes before what the lines found.</summary>
    private void RemoveTwice(int before)
    {
        for (int i = _seeds.Count - 1; i >= before; i--)
        {
            for (int j = 0; j < before; j++)
            {
                if (_seeds[j].Detection == _seeds[i].Detection)
                {
                    _seeds.RemoveAt(i);
                    break;
                }
            }
        }
    }

    /// <summary>Sets the state of the tracks that the scan concerned; and from time to time of all.</summary>
    private void Review()
    {
        if (State.Newest.SecondsSince(State.SweptAt) >= SweepSeconds)
        {
            Sweep();
            return;
        }

        bool anyOver = false;
        for (int i = 0; i < _present.Count; i++)
        {
            _life.Judge(_present[i]);
            bool over = _life.IsOver(_present[i], State.Newest);
            State.Places[_indexOf[i]].IsOver = over;
            anyOver |= over;
        }

        if (anyOver)
        {
            State.RemoveOver(_tellEnd);
        }
    }

    private void Sweep()
    {
        State.SweptAt = State.Newest;
        bool anyOver = false;
        for (int i = 0; i < State.Tracks.Count; i++)
        {
            Track track = State.Tracks[i];
            track.BringTo(State.Newest, _options.Existence.StaySeconds);
            _life.Judge(track);
            bool over = _life.IsOver(track, State.Newest);
            State.Places[i].IsOver = over;
            anyOver |= over;
        }

        if (anyOver)
        {
            State.RemoveOver(_tellEnd);
        }
    }

    private void TellEnd(Track track)
    {
        if (track.WasConfirmed)
        {
            Ended?.Invoke(track);
        }
    }

    private IInitiator NewInitiator() => _options.Beginning == InitiationMethod.Poisson
        ? new PoissonInitiator(_options.Initiation, _options.Triangulation, _options.Beliefs, _options.Motion.InitialAccelerationSigma)
        : new TwoPointInitiator(_options.Initiation, _options.Triangulation, _options.Motion.InitialAccelerationSigma);
}

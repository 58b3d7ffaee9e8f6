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
    private readonly Look _look;
    private readonly Founding _founding;
    private readonly AssociationProblem _problem = new();
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
        _numbers = new TrackNumbers(options.FirstTrackNumber);
        _look = new Look(options.Initiation.Birth);
        _founding = new Founding(options, _models, _numbers, _life);
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
        _look.Take(scan, memory, correction);
        Attend(scan);
        Match(scan);
        Work(scan, serial, memory, takenBy, sure);
    }

    /// <summary>
    /// Takes a scan that comes late, if what came after it has nothing to do with it: then the order does not matter.
    /// </summary>
    /// <returns>False, with nothing changed, if it does.</returns>
    public bool TryProcessLate(Scan scan, long serial, in SensorCorrection correction, Span<TrackId?> takenBy, Span<TrackId?> sure)
    {
        SensorMemory memory = State.Sensor(scan.Sensor.Id);
        _look.Take(scan, memory, correction);
        Attend(scan);
        Match(scan);
        if (_metLater || State.Initiator.MetLater(scan, _look.View, _look.Observations))
        {
            return false;
        }

        memory.ComeTo(scan.Time, _options.Initiation);
        Work(scan, serial, memory, takenBy, sure);
        return true;
    }

    /// <summary>Lets time pass.</summary>
    public void AdvanceTo(UtcMicroseconds time)
    {
        State.Newest = time > State.Newest ? time : State.Newest;
        Sweep();
    }

    private void Work(Scan scan, long serial, SensorMemory memory, Span<TrackId?> takenBy, Span<TrackId?> sure)
    {
        _clusters.Find(_problem);
        _associator.Solve(_problem, _clusters);
        Update(scan, takenBy, sure);
        _founding.Found(State, scan, serial, _look, _problem, _present, takenBy);
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

        if (_look.View.Form is MeasuredForm.Place or MeasuredForm.Azimuth)
        {
            Shadows.Mark(_present, scan.Sensor.Frame, scan.Time, _options.Existence.HidesMeters);
        }
    }

    /// <summary>What the scan says of its sensor: how many of its detections are of nothing.</summary>
    private void Learn(Scan scan, SensorMemory memory)
    {
        if (_false.Length < _look.View.Count)
        {
            _false = new double[2 * _look.View.Count];
        }

        Span<double> isFalse = _false.AsSpan(0, _look.View.Count);
        for (int d = 0; d < isFalse.Length; d++)
        {
            isFalse[d] = _problem.Free[d] * (1 - _look.View.Sightings[d].NewShare);
        }

        memory.Clutter.Update(scan.Sensor, scan.Detections, isFalse);
        memory.Looked(_look.View.DetectionProbability);
    }

    private void Match(Scan scan)
    {
        _time = scan.Time;
        _metLater = false;
        int parts = _crew.Run(_present.Count, _match);
        _problem.Begin(_look.View.Count);
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
        _workers[part].Matcher.Match(CollectionsMarshal.AsSpan(_present), first, last, _look.View, _time, _models);

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
        ReadOnlySpan<Observation> observations = _look.Observations;
        Span<int> pairs = stackalloc int[_options.Joint.MaxTracks];
        bool proves = _look.View.Form != MeasuredForm.Azimuth;
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
            bool holds = _look.View.Form != MeasuredForm.Azimuth;
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

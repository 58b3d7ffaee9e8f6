using JointWatch.Tracking;
using JointWatch.Warnings.Ballistics;
using JointWatch.Warnings.Evidence;
using JointWatch.Warnings.Launch;

namespace JointWatch.Warnings.Life;

/// <summary>One object that is being looked into, with or without a warning yet: all that is remembered of it, through whatever tracks it had.</summary>
internal sealed class Watch
{
    private readonly WarningOptions _options;
    private readonly UtcMicroseconds _firstSeen;
    private VelocityTrend _trend;
    private UtcMicroseconds? _dragSeen;

    public Watch(TrackEstimate track, WarningOptions options)
    {
        _options = options;
        _trend = new VelocityTrend(options.TrendSeconds);
        Evidence = new LaunchEvidence(options.Evidence);
        Engine = new EngineWatch(options);
        Launch = new LaunchEstimator(options);
        Forecast = new Forecast(options);
        _firstSeen = track.FirstDetection;
        Boost = new BoostWatch(options);
        Body = new BallisticBody(options.BallisticCoefficient, options.BallisticCoefficientLogSigma);
        Last = track;
        Kinematics = TrackKinematics.Of(track);
        LastInteresting = track.Time;
        IsFirstSeenHigh = Kinematics.HeightMeters > options.Evidence.SpaceMeters;
        Take(track);
    }

    public TrackId Track => Last.Id;

    /// <summary>Gets the newest estimate that a detection stood behind.</summary>
    public TrackEstimate Last { get; private set; }

    public TrackKinematics Kinematics { get; private set; }

    public SpecificForce? Force { get; private set; }

    public LaunchEvidence Evidence { get; }

    public EngineWatch Engine { get; }

    public LaunchEstimator Launch { get; }

    public Forecast Forecast { get; }

    public BoostWatch Boost { get; }

    /// <summary>Gets what is known of its ballistic coefficient.</summary>
    public BallisticBody Body { get; private set; }

    /// <summary>Gets or sets the warning as last published, or null before there is one.</summary>
    public LaunchWarning? Warning { get; set; }

    /// <summary>Gets or sets the warning of the object beside which this one was first seen, or null.</summary>
    public LaunchWarning? Parent { get; set; }

    /// <summary>Gets or sets the highest of suspected, probable and confirmed that it has been.</summary>
    public WarningState Highest { get; set; }

    /// <summary>Gets or sets what the newest revision took the engine to be doing.</summary>
    public EngineState PublishedEngine { get; set; }

    /// <summary>Gets or sets a value indicating whether its track was in the last call.</summary>
    public bool IsPresent { get; set; }

    /// <summary>Gets or sets the track that it had before, until a revision has said so.</summary>
    public TrackId? TakenOverFrom { get; set; }

    /// <summary>Gets how many detections earlier tracks of the same object had.</summary>
    public int EarlierDetections { get; private set; }

    /// <summary>Gets the sensors of all its tracks, in order of first contribution.</summary>
    public IReadOnlyList<SensorId> Sensors { get; private set; } = [];

    public int Detections => EarlierDetections + Last.Detections;

    /// <summary>Gets for how long it has been seen, through all its tracks, seconds.</summary>
    public double SeenSeconds => Last.LastDetection.SecondsSince(_firstSeen);

    /// <summary>Gets a value indicating whether it was first seen so high that it may have come from space.</summary>
    public bool IsFirstSeenHigh { get; }

    /// <summary>Gets a value indicating whether it has been faster, beyond doubt, than anything that is launched from one place on Earth to another.</summary>
    public bool HasBeenTooFast { get; private set; }

    /// <summary>Gets a value indicating whether more than one sensor stood behind a track of it while that did what no aircraft does.</summary>
    public bool IsSeenByTwo { get; private set; }

    /// <summary>Gets when it last did anything that is worth a look.</summary>
    public UtcMicroseconds LastInteresting { get; private set; }

    public bool IsOpen => Warning is { State: WarningState.Suspected or WarningState.Probable or WarningState.Confirmed };

    public double SilenceSeconds(UtcMicroseconds now) => Math.Max(0, now.SecondsSince(Last.Time));

    /// <summary>Whether no detection has come for so long that it may go on under another number.</summary>
    public bool IsLost(UtcMicroseconds now) => !IsPresent || SilenceSeconds(now) > 2 * _options.FreshSeconds;

    /// <summary>Takes a track's estimate if a new detection stands behind it; what a tracker only extrapolated says nothing new.</summary>
    public void Observe(TrackEstimate track)
    {
        if (track.Detections <= Last.Detections || track.Time.SecondsSince(track.LastDetection) > _options.FreshSeconds || track.Time <= Last.Time)
        {
            return;
        }

        double step = track.Time.SecondsSince(Last.Time);
        Last = track;
        Kinematics = TrackKinematics.Of(track);
        Take(track);
        Evidence.Weigh(Kinematics, Force, step);

        // A tracker that does not count has two sensors or has not.
        int ofSecond = track.DetectionsOfSecond ?? (track.Sensors.Count > 1 ? _options.Evidence.LeastDetectionsOfSecond : 0);
        IsSeenByTwo |= Evidence.IsSpeaking && ofSecond >= _options.Evidence.LeastDetectionsOfSecond;
    }

    /// <summary>Goes on with another track of the same object; evidence and launch stay, the trend of the velocity begins anew.</summary>
    public void TakeOver(Watch other)
    {
        TakenOverFrom ??= Track;
        EarlierDetections += Last.Detections;
        _trend = new VelocityTrend(_options.TrendSeconds);
        Last = other.Last;
        Kinematics = other.Kinematics;
        IsPresent = other.IsPresent;
        Take(other.Last);
    }

    private void Take(TrackEstimate track)
    {
        _trend.Add(track.Time, track.Position, track.Velocity, Kinematics.VelocitySigma);
        Force = _trend.Force();
        if (Force is { } force)
        {
            Engine.Observe(force, Kinematics.HeightMeters, Kinematics.Climb, track.Time);
        }

        HasBeenTooFast |= Kinematics.Speed - (_options.GateSigmas * Kinematics.SpeedSigma) > _options.Evidence.SpaceMetersPerSecond;
        SeeDrag(track.Time);
        Boost.Observe(track.Time, Engine.State, Force, Kinematics);
        Launch.Observe(track, Engine.State);
        if (LaunchEvidence.IsWorthALook(Kinematics.HeightMeters, Kinematics.Speed, Kinematics.Climb))
        {
            LastInteresting = track.Time;
        }

        AddSensors(track.Sensors);
    }

    /// <summary>What brakes a falling body in thick air tells its ballistic coefficient; forces over spans that overlap would tell it twice.</summary>
    private void SeeDrag(UtcMicroseconds time)
    {
        bool isApart = _dragSeen is not { } seen || time.SecondsSince(seen) >= _options.TrendSeconds;
        if (isApart && Engine.State == EngineState.Stopped && Kinematics.Climb < 0 && Kinematics.HeightMeters < _options.ThinAirMeters
            && Force is { } force && -force.Along > _options.Evidence.BoundSigmas * force.Sigma)
        {
            _dragSeen = time;
            Body = Body.Seen(Atmosphere.DensityKilogramsPerCubicMeter(Kinematics.HeightMeters), force.MeanSpeed, (-force.Along, force.Sigma));
        }
    }

    private void AddSensors(IReadOnlyList<SensorId> sensors)
    {
        foreach (SensorId sensor in sensors)
        {
            if (!Sensors.Contains(sensor))
            {
                Sensors = [.. Sensors, sensor];
            }
        }
    }
}

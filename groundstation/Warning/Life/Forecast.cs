using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings.Ballistics;
using JointWatch.Warnings.Evidence;

namespace JointWatch.Warnings.Life;

/// <summary>What is going to become of an object: impact or orbit, apogee, class. It holds the newest answer.</summary>
internal sealed class Forecast(WarningOptions options)
{
    /// <summary>How level the way to orbit is by the time that its perigee tells, radians (20 degrees), and how high.</summary>
    private const double LevelRadians = 0.35;

    /// <summary>An orbit is called and given up on two forecasts in a row, and given up below this share of its perigee.</summary>
    private const int OrbitForecasts = 2;
    private const double LeavesOrbitShare = 0.7;

    /// <summary>How many sigma of the perigee are doubt. Half: between a missile's perigee, far under ground, and an orbit's there is nothing to confuse.</summary>
    private const double OrbitDoubtSigmas = 0.5;

    private const double FewestRangeWhileBurningMeters = 1_000_000;

    /// <summary>A stage that turns back or brakes takes its range below this share of what it was, and its engine does so above the air.</summary>
    private const double ReturnsShare = 0.7;

    /// <summary>The range that counts as known, as a share of its sigma.</summary>
    private const double KnownRangeSigmas = 10;

    /// <summary>How likely a body that burns on nearly level above the air is on its way to orbit.</summary>
    private const double HeadsForOrbit = 0.9;

    private readonly ClassOdds _odds = new(options.Evidence);
    private double _farthestMeters;
    private int _returning;
    private int _orbital;
    private bool _isAfterCutOff;

    /// <summary>Gets the time of the estimate on which the newest answer rests, or null before the first.</summary>
    public UtcMicroseconds? Time { get; private set; }

    public ImpactEstimate? Impact { get; private set; }

    public bool ReachesOrbit { get; private set; }

    public double ApogeeMeters { get; private set; }

    /// <summary>Gets one sigma of the apogee, metres; NaN while there is none.</summary>
    public double ApogeeSigmaMeters { get; private set; } = double.NaN;

    public ObjectClass Class { get; private set; }

    public IReadOnlyList<ClassProbability> Probabilities { get; private set; } = [];

    /// <summary>Gets the distance over ground from launch to impact, metres; NaN while one of them is unknown.</summary>
    public double RangeMeters { get; private set; } = double.NaN;

    /// <summary>Gets a value indicating whether the answer was given with the engine stopped, so that it should hold.</summary>
    public bool IsSettled { get; private set; }

    /// <summary>What falls freely, and has for a while, is looked at only as often as its warning may be revised: the answer is the same, but for noise.</summary>
    public bool IsDue(Watch watch)
    {
        bool isSettled = watch.Boost.CutOff is { } end && watch.Last.Time.SecondsSince(end.Time) > options.SettleSeconds && watch.Engine.State == EngineState.Stopped;
        double period = isSettled ? Math.Max(options.ImpactPeriodSeconds, options.RevisionSeconds.Coasting) : options.ImpactPeriodSeconds;
        return Time is not { } time || watch.Last.Time.SecondsSince(time) >= period || (watch.Boost.HasCutOff && !_isAfterCutOff);
    }

    public void Renew(Watch watch)
    {
        (TrackEstimate last, TrackKinematics kinematics, EngineState engine) = (watch.Last, watch.Kinematics, watch.Engine.State);
        Time = last.Time;
        _isAfterCutOff = watch.Boost.HasCutOff;
        IsSettled = engine == EngineState.Stopped;
        BodyState state = new(last.Position, last.Velocity);
        Orbit orbit = Orbit.Of(state);

        // An orbit is called when its perigee is high enough beyond doubt, and given up when it is too low beyond doubt: a body in orbit that is
        // seen worse for a while is still in orbit.
        double doubt = OrbitDoubtSigmas * Orbit.PerigeePerSpeed * kinematics.SpeedSigma;
        bool isHigh = ReachesOrbit
            ? orbit.PerigeeMeters + doubt > options.OrbitPerigeeMeters * LeavesOrbitShare
            : orbit.PerigeeMeters - doubt > options.OrbitPerigeeMeters;
        _orbital = isHigh
            ? Math.Min(_orbital + 1, OrbitForecasts)
            : Math.Max(_orbital - 1, 0);
        ReachesOrbit = _orbital == OrbitForecasts || (ReachesOrbit && _orbital > 0);
        ImpactPrediction? prediction = ReachesOrbit ? null : ImpactPredictor.Predict(state, watch.Boost.Credible(last), last.Time, watch.Body, watch.Boost.Remainder, options);
        Impact = prediction?.Impact;
        ApogeeSigmaMeters = prediction?.ApogeeSigmaMeters ?? double.NaN;
        ApogeeMeters = prediction?.ApogeeMeters ?? (double.IsFinite(orbit.ApogeeMeters) ? orbit.ApogeeMeters : kinematics.HeightMeters);
        RangeMeters = Impact is { } impact && watch.Launch.Estimate is { } launch ? EarthShape.GroundDistanceMeters(launch.Point, impact.Point) : double.NaN;
        bool heads = engine == EngineState.Burning
            && orbit.PerigeeMeters > options.SpaceLaunchPerigeeMeters
            && kinematics.HeightMeters > Atmosphere.TopMeters * 2 / 3
            && Math.Abs(kinematics.PathAngleRadians) < LevelRadians;
        double sigma = Impact is { } i && watch.Launch.Estimate is { } l ? Math.Sqrt((i.SemiMajorMeters * i.SemiMajorMeters) + (l.RadiusMeters * l.RadiusMeters)) : double.NaN;
        _returning = Returns(kinematics, engine, sigma) ? _returning + 1 : 0;
        Class = Class == ObjectClass.ReturningStage || watch.Engine.HasTurnedBack || _returning > 1 ? ObjectClass.ReturningStage : ClassNow(heads, engine);
        double? toOrbit = ReachesOrbit ? 1
            : watch.Boost.HasCutOff ? OrbitShare(orbit, watch)
            : heads || Class == ObjectClass.SpaceLaunch ? HeadsForOrbit
            : null;

        // What has stopped and does not come down, by the best estimate, goes to orbit or half round the Earth.
        (double Meters, double SigmaMeters) range = Impact is null && watch.Boost.HasCutOff ? (Math.PI * Wgs84.MeanRadiusMeters, 1) : (RangeMeters, sigma);
        Probabilities = _odds.Of(watch.Evidence.Confidence, toOrbit, range, watch.Boost.HasCutOff ? EngineState.Stopped : engine, Class);
    }

    /// <summary>How likely a body whose engine has stopped is in orbit: its perigee is normal about that of the newest estimate and of what may be left of the boost.</summary>
    private double OrbitShare(Orbit orbit, Watch watch)
    {
        double push = watch.Boost.Remainder.Acceleration.Length * watch.Boost.Remainder.MeanSeconds;
        double speedSigma = Math.Sqrt((watch.Kinematics.SpeedSigma * watch.Kinematics.SpeedSigma) + (push * push));
        return NormalDistribution.Below((orbit.PerigeeMeters + (Orbit.PerigeePerSpeed * push) - options.OrbitPerigeeMeters) / (Orbit.PerigeePerSpeed * speedSigma));
    }

    /// <summary>Whether an engine takes the impact back towards where it came from.</summary>
    private bool Returns(in TrackKinematics kinematics, EngineState engine, double sigma)
    {
        bool isBack = engine == EngineState.Burning && kinematics.HeightMeters > options.ThinAirMeters
            && RangeMeters + (options.Evidence.BoundSigmas * sigma) < ReturnsShare * _farthestMeters;
        bool isKnown = engine == EngineState.Stopped && RangeMeters > KnownRangeSigmas * sigma;
        _farthestMeters = isKnown ? Math.Max(_farthestMeters, RangeMeters) : _farthestMeters;
        return isBack;
    }

    private ObjectClass ClassNow(bool heads, EngineState engine)
    {
        if (ReachesOrbit || heads)
        {
            return ObjectClass.SpaceLaunch;
        }

        if (double.IsNaN(RangeMeters) || engine == EngineState.Unknown)
        {
            return Class;
        }

        // While an engine burns the range is a lower bound: it may raise the class, not lower it.
        return engine == EngineState.Stopped ? RangeClass.Of(RangeMeters, Class, options.ClassHysteresis)
            : RangeMeters < FewestRangeWhileBurningMeters || Class == ObjectClass.SpaceLaunch ? Class
            : (ObjectClass)Math.Max((int)Class, (int)RangeClass.Of(RangeMeters, Class, options.ClassHysteresis));
    }
}

using JointWatch.Tracking;
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

    private int _orbital;

    /// <summary>Gets the time of the estimate on which the newest answer rests, or null before the first.</summary>
    public UtcMicroseconds? Time { get; private set; }

    public ImpactEstimate? Impact { get; private set; }

    public bool ReachesOrbit { get; private set; }

    public double ApogeeMeters { get; private set; }

    public ObjectClass Class { get; private set; }

    /// <summary>Gets the distance over ground from launch to impact, metres; NaN while one of them is unknown.</summary>
    public double RangeMeters { get; private set; } = double.NaN;

    /// <summary>Gets a value indicating whether the answer was given with the engine stopped, so that it should hold.</summary>
    public bool IsSettled { get; private set; }

    public bool IsDue(TrackEstimate last) => Time is not { } time || last.Time.SecondsSince(time) >= options.ImpactPeriodSeconds;

    public void Renew(TrackEstimate last, in TrackKinematics kinematics, EngineState engine, LaunchEstimate? launch)
    {
        Time = last.Time;
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
        ImpactPrediction? prediction = ReachesOrbit ? null : ImpactPredictor.Predict(state, [.. last.Covariance], last.Time, options);
        Impact = prediction?.Impact;
        ApogeeMeters = prediction?.ApogeeMeters ?? (double.IsFinite(orbit.ApogeeMeters) ? orbit.ApogeeMeters : kinematics.HeightMeters);
        RangeMeters = Impact is { } impact && launch is not null ? EarthShape.GroundDistanceMeters(launch.Point, impact.Point) : double.NaN;
        Class = ClassNow(orbit, kinematics, engine);
    }

    private ObjectClass ClassNow(Orbit orbit, in TrackKinematics kinematics, EngineState engine)
    {
        bool heads = engine == EngineState.Burning
            && orbit.PerigeeMeters > options.SpaceLaunchPerigeeMeters
            && kinematics.HeightMeters > Atmosphere.TopMeters * 2 / 3
            && Math.Abs(kinematics.PathAngleRadians) < LevelRadians;
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

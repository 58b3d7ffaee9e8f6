using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings.Ballistics;
using JointWatch.Warnings.Evidence;

namespace JointWatch.Warnings.Launch;

/// <summary>
/// Remembers the beginning of a track and works out from it when and whence it was launched: by <see cref="LaunchFit"/> if the
/// engine was seen burning, and otherwise by following the free-fall arc backwards to the ground, which is crude and says so by its sigma.
/// </summary>
internal sealed class LaunchEstimator(WarningOptions options)
{
    private const double SampleSeconds = 1;
    private const int LeastSamples = 4;

    /// <summary>An estimate whose sigma is larger than this says nothing.</summary>
    private const double MostSigmaMeters = 100_000;

    /// <summary>
    /// What the unseen boost changes on the free-fall arc run backwards: it begins later and farther along than that arc does, by a share
    /// of the way and time flown.
    /// </summary>
    private const double UnseenBoostShare = 0.15;

    /// <summary>A ballistic coefficient that leaves drag out: run backwards it would speed the body up without bound.</summary>
    private const double NoDrag = 1e12;

    /// <summary>
    /// What the fit's covariance is worth, measured over seeded flights (calibration benchmark): more the better the arc fits, for then the track's covariances are
    /// too large; less the harder the rocket pushes, for then the tracker lags; more the more detections there are between two samples, for then these have less
    /// memory in common.
    /// </summary>
    private const double FitVariance = 2.2;
    private const double MisfitPower = 0.45;
    private const double HardPushMetersPerSecondSquared = 25;
    private const double PushPower = 0.7;
    private const double UsualDetectionsPerSecond = 6;
    private const double DetectionsPower = -0.35;

    /// <summary>A launch pad lets go some time after the thrust is there, one sigma; and what was not seen may have taken longer by a share of it.</summary>
    private const double IgnitionSigmaSeconds = 0.3;
    private const double UnseenTimeShare = 0.03;

    /// <summary>A rocket that has just left its pad is so slow, m/s: what the height errs by, as much as the place, is time.</summary>
    private const double RisingSpeed = 50;

    /// <summary>The direction flown is read off the way flown only when it is so many times longer than the launch point is uncertain.</summary>
    private const double LeastWayInSigmas = 10;

    private readonly List<LaunchSample> _samples = [];
    private bool _isClosed;
    private bool _isBoostSeen;
    private bool _hasCutOff;
    private int _fitted;
    private EngineState _newestEngine;
    private Vector3 _farthestBurning;

    /// <summary>Gets the newest estimate, or null while there is none.</summary>
    public LaunchEstimate? Estimate { get; private set; }

    /// <summary>Takes an estimate of the track; what comes after the beginning is not looked at.</summary>
    public void Observe(TrackEstimate track, EngineState engine)
    {
        _newestEngine = engine;
        _isBoostSeen |= engine == EngineState.Burning && !_isClosed;
        _hasCutOff |= _isBoostSeen && engine == EngineState.Stopped;
        if (!_hasCutOff || (engine == EngineState.Burning && IsFarther(track.Position)))
        {
            _farthestBurning = track.Position;
        }

        _isClosed |= _samples.Count > 0
            && ((engine == EngineState.Stopped && _isBoostSeen) || track.Time.SecondsSince(_samples[0].Time) > options.LaunchFitSeconds);
        if (_isClosed || (_samples.Count > 0 && track.Time.SecondsSince(_samples[^1].Time) < SampleSeconds))
        {
            return;
        }

        _samples.Add(new LaunchSample(track.Time, track.Position, track.Velocity, track.Covariance, track.Detections));
    }

    /// <summary>Whether the way from the beginning is longer than so far: an engine throttled down for a while was taken for one cut off.</summary>
    private bool IsFarther(Vector3 position) =>
        _samples.Count > 0 && (position - _samples[0].Position).Length > (_farthestBurning - _samples[0].Position).Length;

    /// <summary>Works the estimate out anew if there is anything new to it.</summary>
    public void Refresh()
    {
        if (_samples.Count < LeastSamples)
        {
            return;
        }

        if (_fitted == _samples.Count)
        {
            Estimate = _isBoostSeen && Estimate is { } known ? known with { AzimuthRadians = AzimuthFlown(known) } : Estimate;
            return;
        }

        _fitted = _samples.Count;
        LaunchEstimate? estimate = _isBoostSeen ? FromBoost() : _newestEngine == EngineState.Stopped ? FromFreeFall() : null;
        if (estimate is not null && estimate.RadiusMeters < MostSigmaMeters)
        {
            Estimate = _isBoostSeen ? estimate with { AzimuthRadians = AzimuthFlown(estimate) } : estimate;
        }
    }

    /// <summary>
    /// The azimuth from the launch point to where the boost has led so far: a rocket that rises straight up shows its direction only then.
    /// </summary>
    private double AzimuthFlown(LaunchEstimate launch)
    {
        Enu way = LocalFrame.At(launch.Point).ToLocal(_farthestBurning);
        return Math.Sqrt((way.EastMeters * way.EastMeters) + (way.NorthMeters * way.NorthMeters)) > LeastWayInSigmas * launch.RadiusMeters
            ? way.AzimuthRadians
            : launch.AzimuthRadians;
    }

    private LaunchEstimate? FromBoost()
    {
        LocalFrame frame = LocalFrame.At(EarthShape.Ground(_samples[0].Position));
        if (LaunchFit.Fit(_samples, frame, options.LaunchCorrelation) is not { } fit)
        {
            return null;
        }

        ReadOnlySpan<double> p = fit.Parameters;
        double eastVariance = Variance(fit, BoostArc.East, BoostArc.East);
        double northVariance = Variance(fit, BoostArc.North, BoostArc.North);
        double radius = Math.Sqrt((eastVariance + northVariance) / 2);
        Geodetic point = EarthShape.Ground(frame.ToCommon(new Enu(p[BoostArc.East], p[BoostArc.North], 0)));
        return new LaunchEstimate(
            _samples[0].Time.AddSeconds(p[BoostArc.Time]),
            Math.Sqrt(
                Variance(fit, BoostArc.Time, BoostArc.Time) + Square(UnseenTimeShare * p[BoostArc.Time]) + Square(IgnitionSigmaSeconds) + Square(radius / RisingSpeed)),
            point,
            radius,
            AzimuthFrom(p))
        {
            AzimuthSigmaRadians = Math.Sqrt(Variance(fit, BoostArc.Azimuth, BoostArc.Azimuth)),
            Spread = PlaneSpread.Ellipse(point, eastVariance, Variance(fit, BoostArc.East, BoostArc.North), northVariance, 1),
        };
    }

    /// <summary>A covariance of two parameters as experience shows it.</summary>
    private double Variance(LaunchFit fit, int row, int column)
    {
        double perSecond = (_samples[^1].Detections - _samples[0].Detections) / _samples[^1].Time.SecondsSince(_samples[0].Time);
        double share = FitVariance
            * Math.Pow(Math.Min(1, fit.Misfit), MisfitPower)
            * Math.Pow(Math.Max(1, Math.Exp(fit.Parameters[BoostArc.LogForce]) / HardPushMetersPerSecondSquared), PushPower)
            * Math.Pow(Math.Max(1, perSecond) / UsualDetectionsPerSecond, DetectionsPower);
        return share * fit.Covariance[(row * BoostArc.Parameters) + column];
    }

    private static double Square(double x) => x * x;

    /// <summary>An azimuth in [0, 2π): a fit that leans backwards means the other way.</summary>
    private static double AzimuthFrom(ReadOnlySpan<double> p)
    {
        bool isBackwards = p[BoostArc.Lean] + (20 * p[BoostArc.LeanRate]) < 0;
        double azimuth = (p[BoostArc.Azimuth] + (isBackwards ? Math.PI : 0)) % Math.Tau;
        return azimuth < 0 ? azimuth + Math.Tau : azimuth;
    }

    private LaunchEstimate? FromFreeFall()
    {
        LaunchSample last = _samples[^1];
        BodyState state = new(last.Position, last.Velocity);
        if (Orbit.Of(state).PerigeeMeters > 0
            || BallisticArc.ToGround(state, NoDrag, options.LongestFallSeconds, direction: -1) is not { } meeting)
        {
            return null;
        }

        Geodetic point = EarthShape.Ground(meeting.State.Position);
        double flownMeters = EarthShape.GroundDistanceMeters(point, EarthShape.Ground(last.Position));
        Enu leaving = LocalFrame.At(point).DirectionToLocal(meeting.State.Velocity);
        return new LaunchEstimate(
            last.Time.AddSeconds(meeting.Seconds),
            20 + (UnseenBoostShare * -meeting.Seconds),
            point,
            10_000 + (UnseenBoostShare * flownMeters),
            leaving.AzimuthRadians);
    }
}

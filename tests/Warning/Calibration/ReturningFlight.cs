using JointWatch.Exercises.Paths;
using JointWatch.Exercises.Rockets;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings;

namespace JointWatch.Warning.Calibration;

/// <summary>
/// A first stage that turns back, drawn by seed and flown by the exercise's Earth and air: it climbs by programme, falls free for some seconds, burns back along the way
/// that it came until it would come down near its pad, and then falls without thrust.
/// </summary>
internal sealed class ReturningFlight
{
    private const double Step = 0.25;
    private const double StandardGravity = 9.80665;

    /// <summary>Above so much such stages turn; that of CRS-12 began to at 80 km.</summary>
    private const double LeastTurnMeters = 65_000;

    private readonly Geodetic _pad;
    private readonly double _azimuth;
    private readonly LocalFrame _frame;
    private readonly RocketStage _up;
    private readonly RocketStage _back;
    private readonly double _rise;
    private readonly double _turned;
    private readonly double _stagingElevation;
    private readonly double _gap;
    private readonly double _backElevation;
    private readonly double _wantedMeters;
    private readonly double _ballistic;
    private double _backEnd = double.PositiveInfinity;

    private ReturningFlight(SeededDraws draws, Geodetic pad, double azimuth)
    {
        (_pad, _azimuth, _frame) = (pad, azimuth, LocalFrame.At(pad));
        (_rise, _turned, _stagingElevation) = (draws.Between(5, 12), draws.Between(120, 150), draws.Between(0.5, 0.8));
        _up = new RocketStage(draws.Between(12.5, 16), draws.Between(2_750, 3_000), draws.Between(135, 160), 400_000);
        _gap = draws.Between(8, 25);
        _back = new RocketStage(draws.Between(12, 20), draws.Between(2_800, 3_000), double.PositiveInfinity, 120_000);
        (_backElevation, _wantedMeters, _ballistic) = (draws.Between(0, 0.15), draws.Between(-5_000, 60_000), draws.Between(2_000, 6_000));
    }

    private double Ignition => _up.LongestBurnSeconds + _gap;

    public static CalibrationFlight Fly(SeededDraws draws, Geodetic pad, double azimuth)
    {
        while (true)
        {
            if (new ReturningFlight(draws, pad, azimuth).Fly() is { } flight)
            {
                return flight;
            }
        }
    }

    /// <summary>The flight, or null if this stage does not get back.</summary>
    private CalibrationFlight? Fly()
    {
        Vector3 position = _pad.ToEcef().Vector;
        Vector3 velocity = Vector3.Zero;
        List<PathSample> samples = [];
        double top = 0;
        double topSeconds = 0;
        for (double t = 0; ; t += Step)
        {
            double height = Height(position);
            bool endsNow = double.IsPositiveInfinity(_backEnd) && t > Ignition && Reach(position, velocity, height) <= _wantedMeters;
            _backEnd = endsNow ? t : _backEnd;
            bool turnsLow = t >= Ignition && t < Ignition + Step && height < LeastTurnMeters;
            if (height < -100 || turnsLow || (double.IsPositiveInfinity(_backEnd) && t > Ignition + 70))
            {
                return null;
            }

            (top, topSeconds) = height > top ? (height, t) : (top, topSeconds);
            samples.Add(new PathSample(t, position, velocity, Intensity(t), endsNow));
            if (height < 0 && t > _backEnd)
            {
                break;
            }

            (position, velocity) = Move(t, position, velocity);
        }

        // The last step is cut where it meets the ground.
        (PathSample above, PathSample below) = (samples[^2], samples[^1]);
        double share = Height(above.PositionMeters) / (Height(above.PositionMeters) - Height(below.PositionMeters));
        Vector3 down = above.PositionMeters + (share * (below.PositionMeters - above.PositionMeters));
        samples[^1] = below with { Seconds = above.Seconds + (share * Step), PositionMeters = down };
        return new CalibrationFlight(
            ObjectClass.ReturningStage, new SampledPath(samples), _pad, _azimuth, _backEnd, topSeconds, Wgs84.ToGeodetic(Ecef.FromVector(down)) with { HeightMeters = 0 });
    }

    private double Intensity(double t) => t < _up.LongestBurnSeconds ? _up.IntensityWattsPerSteradian : IsBurningBack(t) ? _back.IntensityWattsPerSteradian : 300;

    private bool IsBurningBack(double t) => t >= Ignition && t < _backEnd;

    /// <summary>How far down range it would come down without air on a flat Earth, metres: enough to end the burn by.</summary>
    private double Reach(Vector3 position, Vector3 velocity, double height)
    {
        Enu place = _frame.ToLocal(position);
        Vector3 along = _frame.DirectionToCommon(Enu.FromSpherical(1, _azimuth, 0));
        double climb = Vector3.Dot(velocity, position.Unit);
        double fall = (climb + Math.Sqrt(Math.Max(0, (climb * climb) + (2 * StandardGravity * height)))) / StandardGravity;
        return (place.EastMeters * Math.Sin(_azimuth)) + (place.NorthMeters * Math.Cos(_azimuth)) + (fall * Vector3.Dot(velocity, along));
    }

    /// <summary>One step of the classical Runge-Kutta method, with the direction of thrust held.</summary>
    private (Vector3 Position, Vector3 Velocity) Move(double t, Vector3 p, Vector3 v)
    {
        bool isUp = t < _up.LongestBurnSeconds;
        double thrust = isUp ? _up.Acceleration(t) : IsBurningBack(t) ? _back.Acceleration(t - Ignition) : 0;
        double elevation = isUp ? double.Lerp(Math.PI / 2, _stagingElevation, Math.Clamp((t - _rise) / _turned, 0, 1)) : _backElevation;
        LocalFrame here = LocalFrame.At(Wgs84.ToGeodetic(Ecef.FromVector(p)));
        Vector3 push = thrust * here.DirectionToCommon(Enu.FromSpherical(1, isUp ? _azimuth : _azimuth + Math.PI, elevation));
        Vector3 a1 = Pull(p, v);
        Vector3 a2 = Pull(p + (Step / 2 * v), v + (Step / 2 * a1));
        Vector3 a3 = Pull(p + (Step / 2 * v) + (Step * Step / 4 * a1), v + (Step / 2 * a2));
        Vector3 a4 = Pull(p + (Step * v) + (Step * Step / 2 * a2), v + (Step * a3));
        return (p + (Step * v) + (Step * Step / 6 * (a1 + a2 + a3)), v + (Step / 6 * (a1 + (2 * a2) + (2 * a3) + a4)));

        Vector3 Pull(Vector3 position, Vector3 velocity) => EarthModel.Real.Acceleration(position, velocity, _ballistic) + push;
    }

    private static double Height(Vector3 position) => Wgs84.ToGeodetic(Ecef.FromVector(position)).HeightMeters;
}

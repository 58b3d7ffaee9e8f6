using JointWatch.Exercises.Paths;
using JointWatch.Exercises.Rockets;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings;

namespace JointWatch.Warning.Calibration;

/// <summary>
/// A climb to orbit in two stages, drawn by seed and flown by the exercise's Earth and air: straight up, over at an even rate, then by the guidance that brings
/// height and rate of climb to their goals at the time when the speed will be there (explicit guidance: G. W. Cherry, "A general, explicit, optimizing guidance law for
/// rocket-propelled spaceflight", AIAA 64-638, 1964, here for the vertical alone).
/// </summary>
internal sealed class AscentFlight
{
    private const double Step = 0.25;
    private const double CoastSeconds = 120;

    /// <summary>Nearer to the end the guidance would divide by next to nothing.</summary>
    private const double LastGuidedSeconds = 8;

    private readonly Geodetic _pad;
    private readonly double _azimuth;
    private readonly double _rise;
    private readonly double _turned;
    private readonly double _stagingElevation;
    private readonly double _topMeters;
    private readonly double _surplus;
    private readonly RocketStage _first;
    private readonly RocketStage _second;
    private readonly double _gap;
    private readonly double _ballistic;
    private double _elevation = Math.PI / 2;

    private AscentFlight(SeededDraws draws, Geodetic pad, double azimuth)
    {
        (_pad, _azimuth) = (pad, azimuth);
        (_rise, _turned) = (draws.Between(5, 12), draws.Between(120, 150));
        _stagingElevation = draws.Between(0.3, 0.5);
        _topMeters = draws.Between(180_000, 300_000);
        _surplus = draws.Between(20, 80);
        double from = draws.Between(35, 60);
        _first = new RocketStage(draws.Between(12.5, 16), draws.Between(2_750, 3_000), draws.Between(140, 160), 400_000)
        {
            Throttled = new Throttling(from, from + draws.Between(10, 20), draws.Between(0.7, 0.95)),
        };
        _second = new RocketStage(draws.Between(7.5, 9.5), draws.Between(3_300, 3_450), double.PositiveInfinity, 60_000);
        (_gap, _ballistic) = (draws.Between(2, 8), draws.Between(30_000, 90_000));
    }

    public static CalibrationFlight Fly(SeededDraws draws, Geodetic pad, double azimuth)
    {
        while (true)
        {
            var ascent = new AscentFlight(draws, pad, azimuth);
            if (ascent.Climb() is { } flight)
            {
                return flight;
            }
        }
    }

    /// <summary>The flight, or null if this rocket does not reach its orbit from this pad.</summary>
    private CalibrationFlight? Climb()
    {
        Vector3 position = _pad.ToEcef().Vector;
        Vector3 velocity = Vector3.Zero;
        List<PathSample> samples = [];
        double end = double.PositiveInfinity;
        for (double t = 0; t <= end + CoastSeconds; t += Step)
        {
            double burning = Thrust(t, end);
            double height = Wgs84.ToGeodetic(Ecef.FromVector(position)).HeightMeters;
            if (height < -100 || burning > 80)
            {
                return null;
            }

            samples.Add(new PathSample(t, position, velocity, burning > 0 ? Stage(t).IntensityWattsPerSteradian : 500, t == end));
            if (double.IsPositiveInfinity(end) && t > _first.LongestBurnSeconds && IsInOrbit(position, velocity))
            {
                end = t;
                burning = 0;
            }

            Guide(t, burning, position, velocity, height);
            (position, velocity) = Move(t, end, position, velocity);
        }

        double perigee = Height(position, velocity);
        return perigee < 130_000
            ? null
            : new CalibrationFlight(ObjectClass.SpaceLaunch, new SampledPath(samples), _pad, _azimuth, end, end + (CoastSeconds / 2), null);
    }

    private RocketStage Stage(double t) => t < _first.LongestBurnSeconds ? _first : _second;

    private double Thrust(double t, double end)
    {
        double second = t - _first.LongestBurnSeconds - _gap;
        return t < _first.LongestBurnSeconds ? _first.Acceleration(t)
            : second < 0 || t >= end ? 0
            : _second.Acceleration(second);
    }

    private bool IsInOrbit(Vector3 position, Vector3 velocity) =>
        Inertial(position, velocity).Length >= Math.Sqrt(Wgs84.GravitationalConstant / position.Length) + _surplus;

    private static Vector3 Inertial(Vector3 p, Vector3 v) => v + Vector3.Cross(new Vector3(0, 0, Wgs84.RotationRateRadiansPerSecond), p);

    /// <summary>Where the thrust points: by programme in the air, above it so that height and climb come right together with the speed.</summary>
    private void Guide(double t, double thrust, Vector3 position, Vector3 velocity, double height)
    {
        if (t < _first.LongestBurnSeconds)
        {
            _elevation = double.Lerp(Math.PI / 2, _stagingElevation, Math.Clamp((t - _rise) / _turned, 0, 1));
            return;
        }

        Vector3 up = position.Unit;
        Vector3 inertial = Inertial(position, velocity);
        double climb = Vector3.Dot(inertial, up);
        double level = Math.Sqrt(Math.Max(0, Vector3.Dot(inertial, inertial) - (climb * climb)));
        double missing = Math.Sqrt(Wgs84.GravitationalConstant / position.Length) + _surplus - level;
        double togo = thrust > 0 ? _second.ExhaustVelocityMetersPerSecond / thrust * (1 - Math.Exp(-missing / _second.ExhaustVelocityMetersPerSecond)) : 0;
        if (togo < LastGuidedSeconds)
        {
            return;
        }

        double wanted = (6 * (_topMeters - height) / (togo * togo)) - (4 * climb / togo);
        double weight = (Wgs84.GravitationalConstant / Vector3.Dot(position, position)) - (level * level / position.Length);
        _elevation = Math.Asin(Math.Clamp((wanted + weight) / thrust, -0.5, 0.85));
    }

    /// <summary>One step of the classical Runge-Kutta method, with the direction of thrust held.</summary>
    private (Vector3 Position, Vector3 Velocity) Move(double t, double end, Vector3 p, Vector3 v)
    {
        (double h, double middle, double push) = (Step, Thrust(t + (Step / 2), end), Thrust(t, end));
        double last = Thrust(t + (Step * 0.999), end);
        Vector3 direction = LocalFrame.At(Wgs84.ToGeodetic(Ecef.FromVector(p))).DirectionToCommon(Enu.FromSpherical(1, _azimuth, _elevation));
        Vector3 a1 = EarthModel.Real.Acceleration(p, v, _ballistic) + (push * direction);
        Vector3 a2 = EarthModel.Real.Acceleration(p + (h / 2 * v), v + (h / 2 * a1), _ballistic) + (middle * direction);
        Vector3 a3 = EarthModel.Real.Acceleration(p + (h / 2 * v) + (h * h / 4 * a1), v + (h / 2 * a2), _ballistic) + (middle * direction);
        Vector3 a4 = EarthModel.Real.Acceleration(p + (h * v) + (h * h / 2 * a2), v + (h * a3), _ballistic) + (last * direction);
        return (p + (h * v) + (h * h / 6 * (a1 + a2 + a3)), v + (h / 6 * (a1 + (2 * a2) + (2 * a3) + a4)));
    }

    /// <summary>The perigee's height, metres, of the ellipse about a point mass (R. R. Bate, D. D. Mueller, J. E. White, 1971, section 1.6).</summary>
    private static double Height(Vector3 position, Vector3 velocity)
    {
        Vector3 v = Inertial(position, velocity);
        Vector3 momentum = Vector3.Cross(position, v);
        double parameter = Vector3.Dot(momentum, momentum) / Wgs84.GravitationalConstant;
        double energy = (Vector3.Dot(v, v) / 2) - (Wgs84.GravitationalConstant / position.Length);
        double eccentricity = Math.Sqrt(Math.Max(0, 1 + (2 * energy * parameter / Wgs84.GravitationalConstant)));
        return (parameter / (1 + eccentricity)) - Wgs84.SemiMajorAxisMeters;
    }
}

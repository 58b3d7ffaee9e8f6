using JointWatch.Exercises.Paths;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercises.Rockets;

/// <summary>A whole flight, from the pad to the ground.</summary>
/// <param name="Samples">Dense; seconds from lift-off.</param>
/// <param name="Impact">Where it comes down, height zero; null if it has not within <see cref="RocketFlight.LongestFlightSeconds"/>.</param>
public sealed record RocketFlightResult(
    IReadOnlyList<PathSample> Samples, double BurnoutSeconds, double ApogeeMeters, Geodetic? Impact)
{
    /// <summary>Gets the flight's length, seconds.</summary>
    public double FlightSeconds => Samples[^1].Seconds;

    /// <summary>Distance over the ground from lift-off to impact, metres; infinite if it does not come down.</summary>
    public double RangeMeters(Geodetic launch) =>
        Impact is { } place ? Geodesic.Inverse(launch, place).DistanceMeters : double.PositiveInfinity;
}

/// <summary>
/// Flies a rocket by the equations of motion in ECEF: thrust, gravity, rotation and drag (<see cref="EarthModel"/>), integrated by
/// the classical Runge-Kutta method of order four. It has no lift and points its thrust without delay.
/// </summary>
public sealed class RocketFlight
{
    /// <summary>A flight longer than this has left for orbit, as far as an exercise is concerned.</summary>
    public const double LongestFlightSeconds = 5_400;

    private const double BoostStepSeconds = 0.1;
    private const double AirStepSeconds = 0.25;
    private const double SpaceStepSeconds = 2;
    private const double SpaceHeightMeters = 100_000;

    private readonly RocketDesign _design;
    private readonly EarthModel _earth;
    private readonly double _azimuthRadians;
    private readonly List<PathSample> _samples = [];
    private Vector3 _position;
    private Vector3 _velocity;
    private double _seconds;
    private double _apogeeMeters;

    private RocketFlight(RocketDesign design, EarthModel earth, double azimuthRadians, Vector3 position, Vector3 velocity)
    {
        _design = design;
        _earth = earth;
        _azimuthRadians = azimuthRadians;
        _position = position;
        _velocity = velocity;
    }

    /// <summary>Flies from rest on a pad with the engines burning <paramref name="burnSeconds"/> in all, stage after stage.</summary>
    public static RocketFlightResult Launch(RocketDesign design, Geodetic pad, double azimuthRadians, double burnSeconds, EarthModel earth)
    {
        var flight = new RocketFlight(design, earth, azimuthRadians, pad.ToEcef().Vector, Vector3.Zero);
        double left = burnSeconds;
        foreach (RocketStage stage in design.Stages)
        {
            double burn = Math.Min(left, stage.LongestBurnSeconds);
            if (burn <= 0)
            {
                break;
            }

            flight.Burn(stage, burn);
            left -= burn;
        }

        return flight.Coast();
    }

    /// <summary>A flight without thrust from a given state.</summary>
    public static RocketFlightResult FreeFall(Vector3 position, Vector3 velocity, double ballisticCoefficient, EarthModel earth)
    {
        var body = new RocketDesign([], new Steering.Unguided(0, 0), ballisticCoefficient, 0);
        return new RocketFlight(body, earth, 0, position, velocity).Coast();
    }

    private void Burn(RocketStage stage, double burnSeconds)
    {
        double ignition = _seconds;
        int steps = Math.Max(1, (int)Math.Ceiling(burnSeconds / BoostStepSeconds));
        double step = burnSeconds / steps;
        double finalShare = stage.MassShare(burnSeconds);
        for (int i = 0; i < steps; i++)
        {
            Record(stage.IntensityWattsPerSteradian, isBreak: i == 0);
            Step(step, (t, position, velocity) =>
            {
                double share = stage.MassShare(t - ignition);
                // The mass that drag has to slow is larger while propellant is left.
                Vector3 fall = _earth.Acceleration(position, velocity, _design.BallisticCoefficientKilogramsPerSquareMeter * share / finalShare);
                return fall + (stage.Acceleration(t - ignition) * ThrustDirection(t, position, velocity));
            });
        }

        // Sums of steps drift: the break stands on the instant itself.
        _seconds = ignition + burnSeconds;
    }

    private RocketFlightResult Coast()
    {
        double burnout = _seconds;
        double beta = _design.BallisticCoefficientKilogramsPerSquareMeter;
        while (_seconds < LongestFlightSeconds)
        {
            double height = Record(_design.BodyIntensityWattsPerSteradian, isBreak: _seconds <= burnout);
            Step(height > SpaceHeightMeters ? SpaceStepSeconds : AirStepSeconds, (_, p, v) => _earth.Acceleration(p, v, beta));
            if (Height(_position) <= 0)
            {
                return new RocketFlightResult(_samples, burnout, _apogeeMeters, TouchDown());
            }
        }

        Record(_design.BodyIntensityWattsPerSteradian, isBreak: true);
        return new RocketFlightResult(_samples, burnout, _apogeeMeters, null);
    }

    /// <summary>Ends the last step where it meets the ellipsoid.</summary>
    private Geodetic TouchDown()
    {
        PathSample last = _samples[^1];
        (Vector3 below, Vector3 velocityBelow) = (_position, _velocity);
        double span = _seconds - last.Seconds;
        (double low, double high) = (0, 1);
        for (int i = 0; i < 40; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = Height(At(middle).Position) > 0 ? (middle, high) : (low, middle);
        }

        // A flight that ends within its first microsecond has nothing to interpolate.
        double share = Math.Max(high, 1e-6);
        (_position, _velocity) = At(share);
        _seconds = last.Seconds + (share * span);
        Record(_design.BodyIntensityWattsPerSteradian, isBreak: true);
        return Wgs84.ToGeodetic(Ecef.FromVector(_position)) with { HeightMeters = 0 };

        (Vector3 Position, Vector3 Velocity) At(double s) =>
            Hermite.At(s, span, last.PositionMeters, last.VelocityMetersPerSecond, below, velocityBelow);
    }

    private void Step(double h, Func<double, Vector3, Vector3, Vector3> acceleration)
    {
        Vector3 k1 = acceleration(_seconds, _position, _velocity);
        Vector3 v2 = _velocity + (h / 2 * k1);
        Vector3 k2 = acceleration(_seconds + (h / 2), _position + (h / 2 * _velocity), v2);
        Vector3 v3 = _velocity + (h / 2 * k2);
        Vector3 k3 = acceleration(_seconds + (h / 2), _position + (h / 2 * v2), v3);
        Vector3 v4 = _velocity + (h * k3);
        Vector3 k4 = acceleration(_seconds + h, _position + (h * v3), v4);
        _position += h / 6 * (_velocity + (2 * v2) + (2 * v3) + v4);
        _velocity += h / 6 * (k1 + (2 * k2) + (2 * k3) + k4);
        _seconds += h;
    }

    private double Record(double intensity, bool isBreak)
    {
        double height = Height(_position);
        _apogeeMeters = Math.Max(_apogeeMeters, height);
        _samples.Add(new PathSample(_seconds, _position, _velocity, intensity, isBreak));
        return height;
    }

    private Vector3 ThrustDirection(double t, Vector3 position, Vector3 velocity)
    {
        double elevation;
        switch (_design.Steering)
        {
            case Steering.Unguided rail when t >= rail.RailSeconds:
                return velocity.Unit;
            case Steering.Unguided rail:
                elevation = rail.ElevationRadians;
                break;
            case Steering.PitchProgramme programme:
                double turned = Math.Clamp((t - programme.RiseSeconds) / programme.PitchOverSeconds, 0, 1);
                elevation = double.Lerp(Math.PI / 2, programme.FinalElevationRadians, turned);
                break;
            default:
                throw new InvalidOperationException($"no rule for steering by {_design.Steering.GetType().Name}");
        }

        var frame = LocalFrame.At(Wgs84.ToGeodetic(Ecef.FromVector(position)));
        return frame.DirectionToCommon(Enu.FromSpherical(1, _azimuthRadians, elevation));
    }

    private static double Height(Vector3 position) => Wgs84.ToGeodetic(Ecef.FromVector(position)).HeightMeters;
}

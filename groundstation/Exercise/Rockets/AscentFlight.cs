using JointWatch.Exercises.Paths;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercises.Rockets;

/// <summary>
/// A climb to orbit in two stages: straight up, over at an even rate, then by the guidance that brings
/// height and rate of climb to their goals at the time when the speed will be there (explicit guidance: G. W. Cherry, "A general, explicit, optimizing guidance law for
/// rocket-propelled spaceflight", AIAA 64-638, 1964, here for the vertical alone).
/// </summary>
internal sealed class AscentFlight(AscentDesign design, Geodetic pad, double azimuthRadians)
{
    private const double Step = 0.25;
    private const double LeastPerigeeMeters = 130_000;

    /// <summary>m/s²: a tank that is nearly empty, which no launcher burns.</summary>
    private const double MostAcceleration = 80;

    /// <summary>Nearer to the end the guidance would divide by next to nothing.</summary>
    private const double LastGuidedSeconds = 8;

    private double _elevation = Math.PI / 2;

    /// <summary>The flight, or null if this rocket does not reach its orbit from this pad.</summary>
    public OrbitalAscent? Fly(double coastSeconds)
    {
        Vector3 position = pad.ToEcef().Vector;
        Vector3 velocity = Vector3.Zero;
        List<PathSample> samples = [];
        double end = double.PositiveInfinity;
        for (double t = 0; t <= end + coastSeconds; t += Step)
        {
            double burning = Thrust(t, end);
            double height = Wgs84.ToGeodetic(Ecef.FromVector(position)).HeightMeters;
            if (height < -100 || burning > MostAcceleration)
            {
                return null;
            }

            if (double.IsPositiveInfinity(end) && t > design.First.LongestBurnSeconds && IsInOrbit(position, velocity))
            {
                end = t;
                burning = 0;
            }

            double intensity = burning > 0 ? Stage(t).IntensityWattsPerSteradian : design.BodyIntensityWattsPerSteradian;
            samples.Add(new PathSample(t, position, velocity, intensity, samples.Count > 0 && intensity != samples[^1].IntensityWattsPerSteradian));

            Guide(t, burning, position, velocity, height);
            (position, velocity) = Move(t, end, position, velocity);
        }

        return Perigee(position, velocity) < LeastPerigeeMeters ? null : new OrbitalAscent(samples, end);
    }

    private RocketStage Stage(double t) => t < design.First.LongestBurnSeconds ? design.First : design.Second;

    private double Thrust(double t, double end)
    {
        double second = t - design.First.LongestBurnSeconds - design.StagingGapSeconds;
        return t < design.First.LongestBurnSeconds ? design.First.Acceleration(t)
            : second < 0 || t >= end ? 0
            : design.Second.Acceleration(second);
    }

    private bool IsInOrbit(Vector3 position, Vector3 velocity) =>
        Inertial(position, velocity).Length >= Math.Sqrt(Wgs84.GravitationalConstant / position.Length) + design.SurplusMetersPerSecond;

    private static Vector3 Inertial(Vector3 p, Vector3 v) => v + Vector3.Cross(new Vector3(0, 0, Wgs84.RotationRateRadiansPerSecond), p);

    /// <summary>Where the thrust points: by programme in the air, above it so that height and climb come right together with the speed.</summary>
    private void Guide(double t, double thrust, Vector3 position, Vector3 velocity, double height)
    {
        if (t < design.First.LongestBurnSeconds)
        {
            _elevation = double.Lerp(Math.PI / 2, design.StagingElevationRadians, Math.Clamp((t - design.RiseSeconds) / design.TurnSeconds, 0, 1));
            return;
        }

        Vector3 up = position.Unit;
        Vector3 inertial = Inertial(position, velocity);
        double climb = Vector3.Dot(inertial, up);
        double level = Math.Sqrt(Math.Max(0, Vector3.Dot(inertial, inertial) - (climb * climb)));
        double missing = Math.Sqrt(Wgs84.GravitationalConstant / position.Length) + design.SurplusMetersPerSecond - level;
        double togo = thrust > 0 ? design.Second.ExhaustVelocityMetersPerSecond / thrust * (1 - Math.Exp(-missing / design.Second.ExhaustVelocityMetersPerSecond)) : 0;
        if (togo < LastGuidedSeconds)
        {
            return;
        }

        double wanted = (6 * (design.OrbitHeightMeters - height) / (togo * togo)) - (4 * climb / togo);
        double weight = (Wgs84.GravitationalConstant / Vector3.Dot(position, position)) - (level * level / position.Length);
        _elevation = Math.Asin(Math.Clamp((wanted + weight) / thrust, -0.5, 0.85));
    }

    /// <summary>One step of the classical Runge-Kutta method, with the direction of thrust held.</summary>
    private (Vector3 Position, Vector3 Velocity) Move(double t, double end, Vector3 p, Vector3 v)
    {
        (double h, double middle, double push) = (Step, Thrust(t + (Step / 2), end), Thrust(t, end));
        double last = Thrust(t + (Step * 0.999), end);
        Vector3 direction = LocalFrame.At(Wgs84.ToGeodetic(Ecef.FromVector(p))).DirectionToCommon(Enu.FromSpherical(1, azimuthRadians, _elevation));
        Vector3 a1 = EarthModel.Real.Acceleration(p, v, design.BallisticCoefficientKilogramsPerSquareMeter) + (push * direction);
        Vector3 a2 = EarthModel.Real.Acceleration(p + (h / 2 * v), v + (h / 2 * a1), design.BallisticCoefficientKilogramsPerSquareMeter) + (middle * direction);
        Vector3 a3 = EarthModel.Real.Acceleration(p + (h / 2 * v) + (h * h / 4 * a1), v + (h / 2 * a2), design.BallisticCoefficientKilogramsPerSquareMeter) + (middle * direction);
        Vector3 a4 = EarthModel.Real.Acceleration(p + (h * v) + (h * h / 2 * a2), v + (h * a3), design.BallisticCoefficientKilogramsPerSquareMeter) + (last * direction);
        return (p + (h * v) + (h * h / 6 * (a1 + a2 + a3)), v + (h / 6 * (a1 + (2 * a2) + (2 * a3) + a4)));
    }

    /// <summary>The perigee's height, metres, of the ellipse about a point mass (R. R. Bate, D. D. Mueller, J. E. White, 1971, section 1.6).</summary>
    private static double Perigee(Vector3 position, Vector3 velocity)
    {
        Vector3 v = Inertial(position, velocity);
        Vector3 momentum = Vector3.Cross(position, v);
        double parameter = Vector3.Dot(momentum, momentum) / Wgs84.GravitationalConstant;
        double energy = (Vector3.Dot(v, v) / 2) - (Wgs84.GravitationalConstant / position.Length);
        double eccentricity = Math.Sqrt(Math.Max(0, 1 + (2 * energy * parameter / Wgs84.GravitationalConstant)));
        return (parameter / (1 + eccentricity)) - Wgs84.SemiMajorAxisMeters;
    }
}

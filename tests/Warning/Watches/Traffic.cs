using JointWatch.Exercises.Paths;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warning.Tests.Simulation;

namespace JointWatch.Warning.Tests.Watches;

/// <summary>
/// An hour of everything that is no launch, over the Norwegian Sea. Rates an hour: 30 airliners, 3 fighters, 0.25 of an aircraft as fast and high as any
/// has flown in service (Mach 3.2 at 25.9 km, SR-71A, 1976), 1 balloon, 8 satellites of which a quarter have an eccentric orbit with a low perigee, 60 meteors
/// that radar or camera catch, and 0.5 of a fireball that lasts for seconds.
/// </summary>
internal sealed class Traffic(int seed)
{
    public const double HourSeconds = 3_600;

    public static readonly Geodetic Middle = Geodetic.FromDegrees(70.5, 14, 0);

    private readonly Random _random = new(seed);

    public List<SkyBody> Hour(double startSeconds)
    {
        var sky = new List<SkyBody>();
        Fill(30, () => new SkyBody(BodyKind.Airliner, Airliner(At()), 450_000, 40_000));
        Fill(3, () => new SkyBody(BodyKind.Fighter, JetFlight.Fly(_random.Next(), 0.4, Near(400_000, 6_000), At()).Path, 350_000, 120_000));
        Fill(0.25, () => new SkyBody(BodyKind.FastHighFlyer, Straight(At(), 25_900, 960), 600_000, 250_000));
        Fill(1, () => new SkyBody(BodyKind.Balloon, Straight(At(), 32_000, 25), 300_000, 0));
        Fill(6, () => new SkyBody(BodyKind.Satellite, Orbits.Pass(Near(900_000, 0), Any(Math.Tau), Any(300_000, 1_300_000), 0, At()), 1_500_000, 0));
        Fill(2, () => new SkyBody(
            BodyKind.Satellite, Orbits.Pass(Near(900_000, 0), Any(Math.Tau), Any(170_000, 500_000), Any(0.02, 0.74), At()), 1_500_000, 0));
        Fill(60, () => new SkyBody(BodyKind.Meteor, Meteor(At(), Any(12_000, 70_000), 5), 600_000, 600_000));
        Fill(0.5, () => new SkyBody(BodyKind.Fireball, Meteor(At(), Any(12_000, 22_000), Any(500, 20_000)), 900_000, 1_000_000));
        return sky;

        double At() => startSeconds + (HourSeconds * _random.NextDouble());

        void Fill(double rate, Func<SkyBody> make)
        {
            for (double left = rate + Math.Log(1 - _random.NextDouble()); left > 0; left += Math.Log(1 - _random.NextDouble()))
            {
                sky.Add(make());
            }
        }
    }

    private SampledPath Airliner(double start)
    {
        double speed = Any(180, 260);
        double height = Any(7_000, 12_500);
        Geodetic from = Near(500_000, height);
        double course = Any(Math.Tau);
        var waypoints = new List<Waypoint> { new(from, speed) };
        for (int leg = 0; leg < 3; leg++)
        {
            Geodetic next = Geodesic.Direct(waypoints[^1].Place with { HeightMeters = 0 }, course, Any(60_000, 200_000)).Place;
            waypoints.Add(new Waypoint(next with { HeightMeters = Math.Clamp(height + Any(-3_000, 3_000), 3_000, 12_800) }, Any(180, 260)));
            course += Any(-1.2, 1.2);
        }

        return AircraftRoute.Fly(waypoints, start, start + 2_400, 100, new AircraftLimits());
    }

    /// <summary>Level at a height along a great circle, a sample each second.</summary>
    private SampledPath Straight(double start, double heightMeters, double speed)
    {
        double course = Any(Math.Tau);
        Geodetic from = Geodesic.Direct(Near(250_000, 0), course, -speed * 900).Place;
        var samples = new List<PathSample>();
        for (int i = 0; i <= 1_800; i += 5)
        {
            (Geodetic place, double heading) = Geodesic.Direct(from, course, speed * i);
            Vector3 velocity = speed * (1 + (heightMeters / Wgs84.MeanRadiusMeters)) * LocalFrame.At(place).DirectionToCommon(Enu.FromSpherical(1, heading, 0));
            samples.Add(new PathSample(start + i, (place with { HeightMeters = heightMeters }).ToEcef().Vector, velocity, 0, false));
        }

        return new SampledPath(samples);
    }

    /// <summary>
    /// It shines from 105 km; what is left of it brakes by its ballistic coefficient, kg/m²: centimetres (5) last for a second, metres (20,000) reach the
    /// lower air. Its light and its ionised trail end at 20 km or 3 km/s.
    /// </summary>
    private SampledPath Meteor(double start, double speed, double ballisticCoefficient)
    {
        // From everywhere alike, so through a level surface by the sine of the elevation squared.
        double entry = Math.Max(0.15, Math.Acos(Math.Sqrt(_random.NextDouble())));
        Geodetic over = Near(500_000, 120_000);
        Vector3 velocity = speed * LocalFrame.At(over).DirectionToCommon(Enu.FromSpherical(1, Any(Math.Tau), -entry));
        SampledPath whole = Orbits.Fall(over.ToEcef().Vector, velocity, ballisticCoefficient, start, 40, 0.05);
        var lit = new List<PathSample>();
        for (double t = whole.StartSeconds; t <= whole.EndSeconds; t += 0.05)
        {
            ObjectState state = whole.StateAt(t);
            double height = Wgs84.ToGeodetic(Ecef.FromVector(state.PositionMeters)).HeightMeters;
            if (height > 105_000)
            {
                continue;
            }

            bool isLit = state.VelocityMetersPerSecond.Length > 3_000 && height > 20_000;
            if (!isLit && lit.Count >= 2)
            {
                break;
            }

            lit.Add(new PathSample(t, state.PositionMeters, state.VelocityMetersPerSecond, 0, false));
        }

        return new SampledPath(lit);
    }

    private Geodetic Near(double meters, double heightMeters) =>
        Geodesic.Direct(Middle, Any(Math.Tau), meters * Math.Sqrt(_random.NextDouble())).Place with { HeightMeters = heightMeters };

    private double Any(double to) => to * _random.NextDouble();

    private double Any(double from, double to) => from + ((to - from) * _random.NextDouble());
}

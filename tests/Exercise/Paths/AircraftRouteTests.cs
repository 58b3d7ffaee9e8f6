using CsCheck;
using JointWatch.Exercises.Paths;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercise.Tests.Paths;

public class AircraftRouteTests
{
    private static readonly AircraftLimits Limits = new();

    private static readonly Gen<Waypoint> AnyWaypoint =
        Gen.Select(Gen.Double[69, 72], Gen.Double[10, 20], Gen.Double[500, 12_000], Gen.Double[100, 300])
            .Select((lat, lon, height, speed) => new Waypoint(Geodetic.FromDegrees(lat, lon, height), speed));

    [Fact]
    public void Velocity_never_jumps_and_speed_height_and_climb_keep_their_bounds()
    {
        AnyWaypoint.Array[2, 5].Sample(
            waypoints =>
            {
                SampledPath path = AircraftRoute.Fly(waypoints, 0, 1_800, 200, Limits);
                double most = Math.Sqrt(Square(Limits.TurnMetersPerSecondSquared) + Square(Limits.AlongMetersPerSecondSquared) + Square(Limits.ClimbMetersPerSecondSquared));
                for (double t = 0; t + 0.5 <= path.EndSeconds; t += 0.5)
                {
                    ObjectState now = path.StateAt(t);
                    ObjectState then = path.StateAt(t + 0.5);
                    Geodetic place = Wgs84.ToGeodetic(Ecef.FromVector(now.PositionMeters));
                    Enu local = LocalFrame.At(place).DirectionToLocal(now.VelocityMetersPerSecond);
                    double speed = Math.Sqrt(Square(local.EastMeters) + Square(local.NorthMeters));
                    // 0.1 m/s² more: the way bends down with the Earth's surface, v²/r.
                    Assert.InRange((then.VelocityMetersPerSecond - now.VelocityMetersPerSecond).Length / 0.5, 0, most + 0.1);
                    Assert.InRange(speed, waypoints.Min(w => w.SpeedMetersPerSecond) - 0.1, waypoints.Max(w => w.SpeedMetersPerSecond) + 0.1);
                    Assert.InRange(Math.Abs(local.UpMeters), 0, Limits.ClimbMetersPerSecond + 0.1);
                    Assert.InRange(place.HeightMeters, waypoints.Min(w => w.Place.HeightMeters) - 50, waypoints.Max(w => w.Place.HeightMeters) + 50);
                }
            },
            iter: 60);
    }

    [Fact]
    public void An_aircraft_passes_each_waypoint_within_its_turn_and_ends_at_the_last()
    {
        Waypoint[] waypoints =
        [
            new(Geodetic.FromDegrees(70, 15, 10_000), 230),
            new(Geodetic.FromDegrees(70.8, 15.4, 10_500), 250),
            new(Geodetic.FromDegrees(70.6, 18, 10_500), 230),
        ];
        SampledPath path = AircraftRoute.Fly(waypoints, 10, 3_600, 200, Limits);
        Assert.Equal(10, path.StartSeconds);
        foreach (Waypoint waypoint in waypoints)
        {
            double nearest = double.PositiveInfinity;
            for (double t = path.StartSeconds; t <= path.EndSeconds; t += 0.5)
            {
                Geodetic place = Wgs84.ToGeodetic(Ecef.FromVector(path.StateAt(t).PositionMeters));
                nearest = Math.Min(nearest, Geodesic.Inverse(place, waypoint.Place).DistanceMeters);
            }

            // 5.6 km ahead of a right-angled turn of 13.9 km radius, at 250 m/s and 4.5 m/s²: v²/a (1/cos 45° - 1).
            Assert.InRange(nearest, 0, 250 * 250 / 4.5 * 0.42);
        }

        Geodetic end = Wgs84.ToGeodetic(Ecef.FromVector(path.StateAt(path.EndSeconds).PositionMeters));
        Assert.InRange(Geodesic.Inverse(end, waypoints[^1].Place).DistanceMeters, 0, 250);
    }

    [Fact]
    public void Between_waypoints_it_flies_the_great_circle()
    {
        Geodetic from = Geodetic.FromDegrees(70, 0, 10_000);
        Geodetic to = Geodetic.FromDegrees(70, 20, 10_000);
        SampledPath path = AircraftRoute.Fly([new(from, 250), new(to, 250)], 0, 7_200, 200, Limits);
        (double length, double azimuth) = Geodesic.Inverse(from, to);
        Geodetic middle = Geodesic.Direct(from, azimuth, length / 2).Place with { HeightMeters = 10_000 };
        double nearest = Enumerable.Range(0, (int)path.EndSeconds * 2)
            .Min(i => (Ecef.FromVector(path.StateAt(i / 2.0).PositionMeters) - middle.ToEcef()).Length);
        Assert.InRange(nearest, 0, 100);
        // Speed is over ground at height: the ellipsoid's arc is shorter by h / R.
        Assert.Equal(length * (1 + (10_000 / Wgs84.MeanRadiusMeters)) / 250, path.EndSeconds, 3.0);
    }

    private static double Square(double x) => x * x;
}

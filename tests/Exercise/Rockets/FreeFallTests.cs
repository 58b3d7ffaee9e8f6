using CsCheck;
using JointWatch.Exercises.Paths;
using JointWatch.Exercises.Rockets;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercise.Tests.Rockets;

public class FreeFallTests
{
    private const double Beta = 6_000;

    /// <summary>
    /// R. R. Bate, D. D. Mueller, J. E. White, "Fundamentals of Astrodynamics", 1971, equation 6.2-9: the free-flight range angle Ψ on an
    /// airless sphere at rest, cos(Ψ/2) = (1 - Q cos²φ) / sqrt(1 + Q (Q - 2) cos²φ), Q = v² r / μ. Along the equator the ellipsoid is such a sphere.
    /// </summary>
    [Theory]
    [InlineData(1_500, 45)]
    [InlineData(2_500, 40)]
    [InlineData(4_000, 35)]
    [InlineData(6_500, 30)]
    [InlineData(3_000, 70)]
    public void Range_on_an_airless_sphere_agrees_with_the_free_flight_range_equation(double speed, double elevationDegrees)
    {
        Geodetic launch = Geodetic.FromDegrees(0, 10, 0);
        double elevation = double.DegreesToRadians(elevationDegrees);
        Vector3 velocity = LocalFrame.At(launch).DirectionToCommon(Enu.FromSpherical(speed, Math.PI / 2, elevation));
        RocketFlightResult flight = RocketFlight.FreeFall(launch.ToEcef().Vector, velocity, Beta, EarthModel.AirlessAtRest);

        double q = speed * speed * Wgs84.SemiMajorAxisMeters / Wgs84.GravitationalConstant;
        double cos2 = Math.Cos(elevation) * Math.Cos(elevation);
        double angle = 2 * Math.Acos((1 - (q * cos2)) / Math.Sqrt(1 + (q * (q - 2) * cos2)));
        Assert.Equal(angle, flight.Impact!.Value.LongitudeRadians - launch.LongitudeRadians, 1e-6);
    }

    /// <summary>In the turning frame the Jacobi integral v²/2 + U - ω² (x² + y²) / 2 stands still, with the potential U of J2.</summary>
    [Fact]
    public void Free_fall_without_air_keeps_its_energy()
    {
        EarthModel earth = EarthModel.Real with { HasAtmosphere = false };
        Gen.Select(Gen.Double[-80, 80], Gen.Double[-180, 180], Gen.Double[0, 360], Gen.Double[20, 85], Gen.Double[500, 6_000]).Sample(
            (lat, lon, azimuth, elevation, speed) =>
            {
                Geodetic launch = Geodetic.FromDegrees(lat, lon, 100);
                Vector3 velocity = LocalFrame.At(launch)
                    .DirectionToCommon(Enu.FromSpherical(speed, double.DegreesToRadians(azimuth), double.DegreesToRadians(elevation)));
                RocketFlightResult flight = RocketFlight.FreeFall(launch.ToEcef().Vector, velocity, Beta, earth);
                double first = Jacobi(flight.Samples[0]);
                Assert.All(flight.Samples, s => Assert.Equal(first, Jacobi(s), 1.0));
            },
            iter: 40);
    }

    /// <summary>A body that falls from rest is deflected to the east by ω g t³ cos φ / 3 (any mechanics text; L. D. Landau, E. M. Lifshitz, "Mechanics", § 39, problem 1).</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(45)]
    [InlineData(-60)]
    public void A_falling_body_is_deflected_to_the_east(double latitude)
    {
        Geodetic tower = Geodetic.FromDegrees(latitude, 20, 2_000);
        RocketFlightResult flight = RocketFlight.FreeFall(
            tower.ToEcef().Vector, Vector3.Zero, Beta, EarthModel.Real with { HasAtmosphere = false });
        double t = flight.FlightSeconds;
        double gravity = 9.7803 * (1 + (0.0053 * Math.Pow(Math.Sin(tower.LatitudeRadians), 2)));
        double expected = Wgs84.RotationRateRadiansPerSecond * gravity * t * t * t * Math.Cos(tower.LatitudeRadians) / 3;
        Enu landed = LocalFrame.At(tower).ToLocal(flight.Samples[^1].PositionMeters);
        Assert.Equal(expected, landed.EastMeters, expected * 0.01);
        Assert.Equal(Math.Sqrt(2 * 2_000 / gravity), t, 0.01);
    }

    /// <summary>Where drag balances weight, v = sqrt(2 β g / ρ), with the sea-level density of the standard atmosphere.</summary>
    [Fact]
    public void A_light_body_comes_down_at_its_terminal_speed()
    {
        const double LightBeta = 100;
        Geodetic start = Geodetic.FromDegrees(45, 0, 4_000);
        RocketFlightResult flight = RocketFlight.FreeFall(start.ToEcef().Vector, Vector3.Zero, LightBeta, EarthModel.Real);
        Assert.Equal(Math.Sqrt(2 * LightBeta * 9.806 / 1.225), flight.Samples[^1].VelocityMetersPerSecond.Length, 0.3);
    }

    private static double Jacobi(PathSample sample)
    {
        (Vector3 p, Vector3 v) = (sample.PositionMeters, sample.VelocityMetersPerSecond);
        double r = p.Length;
        double sin = p.Z / r;
        double flattening = Wgs84.J2 * Math.Pow(Wgs84.SemiMajorAxisMeters / r, 2) * ((3 * sin * sin) - 1) / 2;
        double w = Wgs84.RotationRateRadiansPerSecond;
        return (Vector3.Dot(v, v) / 2) - (Wgs84.GravitationalConstant / r * (1 - flattening)) - (w * w * ((p.X * p.X) + (p.Y * p.Y)) / 2);
    }
}

using JointWatch.Exercises.Rockets;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings.Ballistics;

namespace JointWatch.Warning.Tests.Ballistics;

public sealed class FreeFallTests
{
    private const double Vacuum = 1e12;
    private const double W = Wgs84.RotationRateRadiansPerSecond;

    /// <summary>
    /// On the equator gravity with J2 is μ/r² (1 + 3/2 J2 (a/r)²), so a circular orbit has the rate n² = μ/r³ (1 + 3/2 J2 (a/r)²)
    /// (Kepler's third law; D. A. Vallado, "Fundamentals of Astrodynamics and Applications", 4th ed., equation 8-25 for the potential).
    /// </summary>
    [Theory]
    [InlineData(300_000)]
    [InlineData(2_000_000)]
    [InlineData(35_786_000)]
    public void A_circular_orbit_over_the_equator_closes_after_its_period(double heightMeters)
    {
        double r = Wgs84.SemiMajorAxisMeters + heightMeters;
        double ratio = Wgs84.SemiMajorAxisMeters / r;
        double rate = Math.Sqrt(Wgs84.GravitationalConstant / (r * r * r) * (1 + (1.5 * Wgs84.J2 * ratio * ratio)));
        double period = Math.Tau / rate;
        BodyState after = BallisticArc.After(new BodyState(new(r, 0, 0), new(0, (rate - W) * r, 0)), period, Vacuum)!.Value;

        var expected = new Vector3(r * Math.Cos(W * period), -r * Math.Sin(W * period), 0);
        Assert.InRange((after.Position - expected).Length, 0, 50);
    }

    /// <summary>The node of a circular orbit goes back by 3/2 J2 (a/r)² n cos i, to first order in J2 (Vallado, 4th ed., equation 9-38).</summary>
    [Theory]
    [InlineData(30)]
    [InlineData(63.4)]
    [InlineData(98.6)]
    public void The_node_of_an_orbit_moves_as_oblateness_moves_it(double inclinationDegrees)
    {
        double r = Wgs84.SemiMajorAxisMeters + 800_000;
        double inclination = double.DegreesToRadians(inclinationDegrees);
        double n = Math.Sqrt(Wgs84.GravitationalConstant / (r * r * r));
        double ratio = Wgs84.SemiMajorAxisMeters / r;
        const double Day = 86_400;
        double expected = -1.5 * Wgs84.J2 * ratio * ratio * n * Math.Cos(inclination) * Day;

        (double sin, double cos) = Math.SinCos(inclination);
        BodyState after = BallisticArc.After(new BodyState(new(r, 0, 0), new(0, (n * r * cos) - (W * r), n * r * sin)), Day, Vacuum)!.Value;
        Vector3 inertial = after.Velocity + new Vector3(-W * after.Position.Y, W * after.Position.X, 0);
        Vector3 normal = Vector3.Cross(after.Position, inertial);
        double node = Math.Atan2(normal.X, -normal.Y) + (W * Day);
        double moved = Math.IEEERemainder(node, Math.Tau);

        Assert.InRange(moved - expected, -0.01 * Math.Abs(expected) - 1e-4, (0.01 * Math.Abs(expected)) + 1e-4);
    }

    /// <summary>
    /// What falls from rest lands east of the plumb line by ω g t³ cos φ / 3 (J. B. Marion and S. T. Thornton, "Classical Dynamics of
    /// Particles and Systems", section 10.4), here from 2,000 m.
    /// </summary>
    [Theory]
    [InlineData(0)]
    [InlineData(45)]
    [InlineData(-70)]
    public void A_falling_body_is_carried_east(double latitudeDegrees)
    {
        Geodetic foot = Geodetic.FromDegrees(latitudeDegrees, 30, 0);
        GroundMeeting meeting = BallisticArc.ToGround(
            new BodyState((foot with { HeightMeters = 2_000 }).ToEcef().Vector, Vector3.Zero), Vacuum, 100)!.Value;
        double sin = Math.Sin(foot.LatitudeRadians);
        double gravity = 9.780327 * (1 + (0.0053024 * sin * sin));

        Assert.Equal(Math.Sqrt(2 * 2_000 / gravity), meeting.Seconds, 0.02);
        double east = LocalFrame.At(foot).ToLocal(meeting.State.Position).EastMeters;
        Assert.Equal(W * gravity * Math.Pow(meeting.Seconds, 3) * Math.Cos(foot.LatitudeRadians) / 3, east, 0.005);
    }

    /// <summary>
    /// The free-flight range angle Ψ of R. R. Bate, D. D. Mueller, J. E. White, "Fundamentals of Astrodynamics" (1971), equation 6.2-12:
    /// cos(Ψ/2) = (1 - Q cos²φ) / sqrt(1 + Q (Q - 2) cos²φ) with Q = v² r / μ, for a round Earth: J2 may change it by a few parts in a thousand.
    /// </summary>
    [Theory]
    [InlineData(0.3, 40)]
    [InlineData(0.6, 35)]
    [InlineData(0.85, 25)]
    public void A_free_flight_spans_the_angle_of_Kepler(double q, double pathAngleDegrees)
    {
        double r = Wgs84.SemiMajorAxisMeters + 150_000;
        double speed = Math.Sqrt(q * Wgs84.GravitationalConstant / r);
        (double sin, double cos) = Math.SinCos(double.DegreesToRadians(pathAngleDegrees));
        double expected = 2 * Math.Acos((1 - (q * cos * cos)) / Math.Sqrt(1 + (q * (q - 2) * cos * cos)));
        BodyState state = new(new(r, 0, 0), new(speed * sin, (speed * cos) - (W * r), 0));

        double low = 0;
        double high = 10;
        while (BallisticArc.After(state, high, Vacuum)!.Value.Position.Length > r)
        {
            (low, high) = (high, high + 10);
        }

        for (int i = 0; i < 40; i++)
        {
            double middle = (low + high) / 2;
            BodyState there = BallisticArc.After(state, middle, Vacuum)!.Value;
            (low, high) = there.Position.Length > r ? (middle, high) : (low, middle);
        }

        Vector3 end = BallisticArc.After(state, low, Vacuum)!.Value.Position;
        double angle = Math.Atan2(end.Y, end.X) + (W * low);
        Assert.InRange(angle / expected, 0.995, 1.005);
    }

    [Fact]
    public void Another_integrator_with_another_atmosphere_comes_down_at_the_same_place()
    {
        Vector3 position = Geodetic.FromDegrees(60, 10, 80_000).ToEcef().Vector;
        Vector3 velocity = LocalFrame.At(Geodetic.FromDegrees(60, 10, 80_000)).DirectionToCommon(new Enu(1_400, 900, 1_200));

        RocketFlightResult other = RocketFlight.FreeFall(position, velocity, 3_000, EarthModel.Real);
        GroundMeeting meeting = BallisticArc.ToGround(new BodyState(position, velocity), 3_000, 3_600)!.Value;

        Assert.InRange((other.Impact!.Value.ToEcef().Vector - meeting.State.Position).Length, 0, 100);
        Assert.Equal(other.FlightSeconds, meeting.Seconds, 0.3);
        Assert.Equal(other.ApogeeMeters, meeting.ApogeeMeters, 300.0);
    }

    [Fact]
    public void The_air_is_that_of_the_standard_atmosphere()
    {
        for (double height = 0; height <= 86_000; height += 500)
        {
            double expected = Atmosphere1976.DensityKilogramsPerCubicMeter(height);
            Assert.InRange(Atmosphere.DensityKilogramsPerCubicMeter(height) / expected, 0.97, 1.03);
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(45, 10_000)]
    [InlineData(-80, 150_000)]
    [InlineData(30, 1_000_000)]
    public void Height_and_vertical_are_those_of_the_ellipsoid(double latitudeDegrees, double heightMeters)
    {
        Geodetic place = Geodetic.FromDegrees(latitudeDegrees, 100, heightMeters);
        Vector3 position = place.ToEcef().Vector;

        Assert.Equal(heightMeters, EarthShape.HeightMeters(position), 1 + (6e-6 * heightMeters));
        Assert.InRange(Vector3.Dot(EarthShape.Up(position), LocalFrame.At(place).Up), 0.9999998, 1.0000001);
    }
}

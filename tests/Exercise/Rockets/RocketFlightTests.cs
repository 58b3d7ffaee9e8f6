using JointWatch.Exercises.Paths;
using JointWatch.Exercises.Rockets;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercise.Tests.Rockets;

public class RocketFlightTests
{
    private static readonly MissileOptions Options = new(400_000, 20, 6_000);
    private static readonly Geodetic Pad = Geodetic.FromDegrees(70, 14, 0);

    /// <summary>K. E. Tsiolkovsky's rocket equation: straight up and without air, Δv = c ln(m₀ / m) - ∫ g dt.</summary>
    [Fact]
    public void Straight_up_without_air_it_gains_what_the_rocket_equation_gives()
    {
        var stage = new RocketStage(20, 2_400, 90, 1);
        var rocket = new RocketDesign([stage], new Steering.PitchProgramme(1_000, 1, 0), 6_000, 0);
        RocketFlightResult flight = RocketFlight.Launch(rocket, Geodetic.FromDegrees(0, 0, 0), 0, 60, EarthModel.AirlessAtRest);
        List<PathSample> boost = [.. flight.Samples.TakeWhile(s => s.Seconds <= 60)];
        double gravityLoss = 0;
        for (int i = 1; i < boost.Count; i++)
        {
            gravityLoss += (boost[i].Seconds - boost[i - 1].Seconds) * (Gravity(boost[i]) + Gravity(boost[i - 1])) / 2;
        }

        double expected = (2_400 * Math.Log(1 / (1 - (20.0 * 60 / 2_400)))) - gravityLoss;
        Assert.Equal(60, boost[^1].Seconds, 1e-9);
        Assert.Equal(expected, boost[^1].VelocityMetersPerSecond.Length, 0.1);
        static double Gravity(PathSample s) => Wgs84.GravitationalConstant / Vector3.Dot(s.PositionMeters, s.PositionMeters);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(300)]
    [InlineData(1_000)]
    [InlineData(2_500)]
    [InlineData(6_000)]
    public void A_missile_comes_down_at_the_range_that_was_asked_for(double rangeKilometers)
    {
        double range = rangeKilometers * 1e3;
        RocketFlightResult? flight = RocketAim.ForRange(RocketCatalogue.Missile(range, Options), Pad, 5.5, range);
        Assert.NotNull(flight);
        // A millisecond more or less of burning moves a long flight by more than the 50 m that are aimed for.
        Assert.Equal(range, flight.RangeMeters(Pad), 50 + (range * 5e-5));
        Assert.Equal(0, Wgs84.ToGeodetic(Ecef.FromVector(flight.Samples[^1].PositionMeters)).HeightMeters, 1.0);
    }

    [Fact]
    public void A_sounding_rocket_reaches_the_apogee_that_was_asked_for_and_comes_down_near_by()
    {
        RocketDesign rocket = RocketCatalogue.SoundingRocket(double.DegreesToRadians(84), Options);
        RocketFlightResult? flight = RocketAim.ForApogee(rocket, Pad, 5.8, 200_000);
        Assert.NotNull(flight);
        Assert.Equal(200_000, flight.ApogeeMeters, 500.0);
        Assert.InRange(flight.RangeMeters(Pad), 20_000, 250_000);
    }

    [Fact]
    public void What_a_rocket_cannot_reach_is_not_pretended()
    {
        RocketDesign shortRange = RocketCatalogue.Missile(300_000, Options);
        Assert.Null(RocketAim.ForRange(shortRange, Pad, 5.5, 9_000_000));
    }

    [Fact]
    public void Intensity_is_that_of_the_plume_until_burn_out_and_of_the_body_after()
    {
        RocketFlightResult flight = RocketAim.ForRange(RocketCatalogue.Missile(400_000, Options), Pad, 5.5, 400_000)!;
        var path = new SampledPath(flight.Samples);
        Assert.Equal([0, flight.BurnoutSeconds, flight.FlightSeconds], path.Breaks);
        Assert.Equal(400_000, path.StateAt(flight.BurnoutSeconds - 0.01).IntensityWattsPerSteradian);
        Assert.Equal(20, path.StateAt(flight.BurnoutSeconds).IntensityWattsPerSteradian);
    }
}

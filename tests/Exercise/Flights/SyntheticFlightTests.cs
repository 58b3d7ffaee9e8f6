using JointWatch.Exercises;
using JointWatch.Exercises.Flights;
using JointWatch.Exercises.Paths;
using JointWatch.Exercises.Rockets;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercise.Tests.Flights;

/// <summary>A flight whose truth is known, read off a display that rounds altitudes to 100 m: how near does smoothing come to the truth?</summary>
public class SyntheticFlightTests
{
    private const double Azimuth = 5.4;
    private static readonly Geodetic Pad = Geodetic.FromDegrees(69.5, 15, 0);
    private static readonly RocketFlightResult Truth =
        RocketAim.ForRange(RocketCatalogue.Missile(500_000, new MissileOptions(1, 1, 6_000)), Pad, Azimuth, 500_000)!;

    private static readonly RecordedFlight Recorded = Record();

    [Fact]
    public void Altitude_and_vertical_speed_come_back_through_the_rounding()
    {
        var truth = new SampledPath(Truth.Samples);
        double altitude = 0;
        double speed = 0;
        foreach (FlightPoint point in Recorded.Points)
        {
            (double height, double climb, _, _) = Seen(truth, point.Seconds);
            altitude += Math.Pow(point.Altitude.Position - height, 2);
            speed += Math.Pow(point.Altitude.Velocity - climb, 2);
        }

        Assert.InRange(Math.Sqrt(altitude / Recorded.Points.Count), 0, 30);
        Assert.InRange(Math.Sqrt(speed / Recorded.Points.Count), 0, 3);
    }

    [Fact]
    public void The_engine_is_seen_to_burn_from_lift_off_to_burn_out()
    {
        IObjectPath path = Recorded.ToObject("x", 0, 0).Path;
        Assert.Equal(500_000, path.StateAt(1).IntensityWattsPerSteradian);
        Assert.Equal(500_000, path.StateAt(Truth.BurnoutSeconds - 3).IntensityWattsPerSteradian);
        for (double t = Truth.BurnoutSeconds + 3; t < path.EndSeconds - 60; t += 1)
        {
            Assert.Equal(20, path.StateAt(t).IntensityWattsPerSteradian);
        }
    }

    [Fact]
    public void Its_coast_is_free_fall()
    {
        IObjectPath path = Recorded.ToObject("x", 0, 0).Path;
        EarthModel airless = EarthModel.Real with { HasAtmosphere = false };
        for (double t = Truth.BurnoutSeconds + 10; t < Truth.FlightSeconds - 70; t += 1)
        {
            ObjectState state = path.StateAt(t);
            Vector3 acceleration = (path.StateAt(t + 1).VelocityMetersPerSecond - path.StateAt(t - 1).VelocityMetersPerSecond) / 2;
            Assert.InRange((acceleration - airless.Acceleration(state.PositionMeters, state.VelocityMetersPerSecond, 1)).Length, 0, 0.8);
        }
    }

    [Fact]
    public void It_comes_down_where_the_truth_does()
    {
        ExerciseObject item = Recorded.ToObject("x", 0, 0);
        Assert.NotNull(item.Impact);
        Assert.Equal(Truth.FlightSeconds, item.Impact.Seconds, 2.0);
        // A display shows no drift across the track, which the Earth's rotation causes: 500 km come down some kilometres off the line.
        Assert.InRange(Geodesic.Inverse(item.Impact.Place, Truth.Impact!.Value).DistanceMeters, 0, 15_000);
    }

    private static RecordedFlight Record()
    {
        var truth = new SampledPath(Truth.Samples);
        var rows = new List<FlightRow>();
        for (double t = 0; t <= Truth.FlightSeconds; t += 1)
        {
            (double height, double climb, double downrange, double along) = Seen(truth, t);
            rows.Add(new FlightRow(t, Math.Round(height / 100) * 100, downrange, Math.Round(climb, 1), Math.Round(along, 1)));
        }

        return new RecordedFlight(new FlightSite("Synthetic", Pad, Azimuth), rows);
    }

    private static (double Height, double Climb, double Downrange, double Along) Seen(SampledPath truth, double t)
    {
        ObjectState state = truth.StateAt(t);
        Geodetic place = Wgs84.ToGeodetic(Ecef.FromVector(state.PositionMeters));
        Enu velocity = LocalFrame.At(place).DirectionToLocal(state.VelocityMetersPerSecond);
        double horizontal = Math.Sqrt((velocity.EastMeters * velocity.EastMeters) + (velocity.NorthMeters * velocity.NorthMeters));
        double overGround = horizontal / (1 + (place.HeightMeters / Wgs84.MeanRadiusMeters));
        return (place.HeightMeters, velocity.UpMeters, Geodesic.Inverse(Pad, place).DistanceMeters, overGround);
    }
}

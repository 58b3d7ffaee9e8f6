using JointWatch.Exercise.Tests.Scenarios;
using JointWatch.Exercises;
using JointWatch.Exercises.Files;
using JointWatch.Exercises.Flights;
using JointWatch.Exercises.Paths;
using JointWatch.Exercises.Rockets;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercise.Tests.Flights;

public class RecordedFlightTests
{
    public static IEnumerable<TheoryDataRow<string>> Flights() => Repository.Flights();

    [Theory]
    [MemberData(nameof(Flights))]
    public void The_smoothed_flight_stays_near_its_readings(string name)
    {
        RecordedFlight flight = FlightFile.Read(Repository.Flight(name));
        var readings = File.ReadLines(Repository.Flight(name)).Skip(1).Select(l => l.Split(',').Select(double.Parse).ToArray()).ToList();
        (double altitude, double downrange, double vertical, double horizontal) = (0, 0, 0, 0);
        foreach ((double[] r, FlightPoint p) in readings.Zip(flight.Points))
        {
            altitude += Square(r[1] - p.Altitude.Position);
            downrange += Square(r[2] - p.Downrange.Position);
            vertical += Square(r[3] - p.Altitude.Velocity);
            horizontal += Square(r[4] - p.Downrange.Velocity);
        }

        int n = flight.Points.Count;
        Assert.InRange(Math.Sqrt(altitude / n), 0, 80);
        Assert.InRange(Math.Sqrt(downrange / n), 0, 80);
        Assert.InRange(Math.Sqrt(vertical / n), 0, 5);
        Assert.InRange(Math.Sqrt(horizontal / n), 0, 5);
    }

    /// <summary>Burn times from the README of the data set, seconds after lift-off; the display lags by a few.</summary>
    [Theory]
    [InlineData("bulgariasat-1.csv", new double[] { 158, 390, 406 })]
    [InlineData("iridium-next-3.csv", new double[] { 147, 166, 189, 343, 357 })]
    public void Engines_burn_when_the_data_set_says_so(string name, double[] changes)
    {
        IObjectPath path = FlightFile.Read(Repository.Flight(name)).ToObject("stage", 0, 10).Path;
        foreach (double change in changes)
        {
            Assert.Contains(path.Breaks, b => Math.Abs(b - change) <= 6);
        }
    }

    /// <summary>Between the burns the stage is a body in free fall (README of the data set): its acceleration is that of gravity on the turning Earth.</summary>
    [Theory]
    [InlineData("bulgariasat-1.csv", 175, 375)]
    [InlineData("iridium-next-3.csv", 205, 330)]
    [InlineData("spacex-crs-12.csv", 225, 350)]
    public void Between_the_burns_it_is_in_free_fall(string name, double from, double to)
    {
        IObjectPath path = FlightFile.Read(Repository.Flight(name)).ToObject("stage", 0, 10).Path;
        EarthModel airless = EarthModel.Real with { HasAtmosphere = false };
        for (double t = from; t <= to; t += 1)
        {
            ObjectState state = path.StateAt(t);
            Vector3 acceleration = (path.StateAt(t + 1).VelocityMetersPerSecond - path.StateAt(t - 1).VelocityMetersPerSecond) / 2;
            Vector3 fall = airless.Acceleration(state.PositionMeters, state.VelocityMetersPerSecond, 1);
            Assert.InRange((acceleration - fall).Length, 0, 0.8);
        }
    }

    [Theory]
    [MemberData(nameof(Flights))]
    public void Velocity_is_the_derivative_of_position(string name)
    {
        IObjectPath path = FlightFile.Read(Repository.Flight(name)).ToObject("stage", 0, 10).Path;
        for (double t = 1; t < path.EndSeconds - 1; t += 1.37)
        {
            const double H = 0.005;
            Vector3 slope = (path.StateAt(t + H).PositionMeters - path.StateAt(t - H).PositionMeters) / (2 * H);
            Assert.InRange((slope - path.StateAt(t).VelocityMetersPerSecond).Length, 0, 0.05);
        }
    }

    [Fact]
    public void A_stage_that_returns_lands_beside_its_site_and_one_that_goes_to_orbit_nowhere()
    {
        RecordedFlight back = FlightFile.Read(Repository.Flight("spacex-crs-12.csv"));
        ExerciseObject returned = back.ToObject("stage", 5, 10);
        Assert.InRange(Geodesic.Inverse(back.Site.Place, returned.Impact!.Place).DistanceMeters, 6_000, 7_000);
        Assert.Null(FlightFile.Read(Repository.Flight("abs-2a.csv")).ToObject("rocket", 5, 10).Impact);
    }

    [Theory]
    [MemberData(nameof(Flights))]
    public void The_boards_around_a_flight_see_all_of_it(string name)
    {
        Scenario scenario = Scenario.ForFlight(FlightFile.Read(Repository.Flight(name)));
        ExerciseObject item = Assert.Single(scenario.Objects);
        Assert.Equal(3, scenario.Boards.Count(b => b.Kind == SensorKind.Radar));
        Assert.Equal(2, scenario.Boards.Count(b => b.Kind == SensorKind.Infrared));
        for (double t = item.Path.StartSeconds + 15; t < item.Path.EndSeconds; t += 1)
        {
            double height = Wgs84.ToGeodetic(Ecef.FromVector(item.Path.StateAt(t).PositionMeters)).HeightMeters;
            if (height < 500)
            {
                continue; // On its last seconds before a landing it is below everyone's horizon.
            }

            int seen = scenario.Boards.Count(b => b.Kind == SensorKind.Radar && Sight.Sees(b, item, t));
            Assert.True(seen >= (height > 30_000 && t < 450 ? 2 : 1), $"{seen} radars see it at {t} s");
        }
    }

    private static double Square(double x) => x * x;
}

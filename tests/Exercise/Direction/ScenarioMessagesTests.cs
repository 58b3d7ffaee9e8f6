using JointWatch.Contract.Messages;
using JointWatch.Exercises;
using JointWatch.Exercises.Files;
using JointWatch.Exercises.Paths;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercise.Tests.Direction;

public class ScenarioMessagesTests
{
    public static IEnumerable<TheoryDataRow<string>> Flights() => Repository.Flights();

    [Fact]
    public void What_boards_interpolate_is_within_a_metre_of_every_object_of_the_built_in_scenario()
    {
        foreach (ExerciseObject item in Scenario.BuiltIn().Objects)
        {
            CheckAgainstPath(item);
        }
    }

    [Theory]
    [MemberData(nameof(Flights))]
    public void What_boards_interpolate_is_within_a_metre_of_every_recorded_flight(string name)
    {
        RecordedFlight flight = FlightFile.Read(Repository.Flight(name));
        CheckAgainstPath(Assert.Single(Scenario.ForFlight(flight).Objects));
    }

    [Fact]
    public void A_path_too_lively_for_its_errors_still_fits()
    {
        // A corkscrew for an hour: at 1 m and 0.2 m/s it would want thousands of knots.
        var samples = Enumerable.Range(0, 36_001).Select(i =>
        {
            double t = i * 0.1;
            (double sin, double cos) = Math.SinCos(t * 0.8);
            return new PathSample(t, new Vector3(7e6 + (100 * cos), 100 * sin, 50 * t), new Vector3(-80 * sin, 80 * cos, 50), 5, false);
        });
        var item = new ExerciseObject("corkscrew", ObjectKind.Aircraft, 0, new SampledPath([.. samples]), null, null);
        ScenarioMessage message = ScenarioMessages.For(item, 1, 0, new KnotOptions());
        Assert.InRange(message.TimeMs.Length, 2, ScenarioMessage.MaxKnots);
        Assert.Equal(3_600_000u, message.TimeMs[^1]);
    }

    private static void CheckAgainstPath(ExerciseObject item)
    {
        ScenarioMessage message = ScenarioMessages.For(item, 3, 1, new KnotOptions());
        int knots = message.TimeMs.Length;
        Assert.InRange(knots, 2, ScenarioMessage.MaxKnots);
        Assert.Equal(item.Path.StartSeconds, message.TimeMs[0] * 1e-3, 0.001);
        Assert.Equal(item.Path.EndSeconds, message.TimeMs[^1] * 1e-3, 0.002);
        Assert.Equal((int)Math.Round(item.RadarCrossSectionDbsm * 100), message.CrossSectionCentidecibels);
        for (int i = 1; i < knots; i++)
        {
            Assert.True(message.TimeMs[i] > message.TimeMs[i - 1], "knots rise");
            double span = (message.TimeMs[i] - message.TimeMs[i - 1]) * 1e-3;
            double start = message.TimeMs[i - 1] * 1e-3;
            // Not at the points that the thinning probes.
            for (double dt = 0.0375; dt < span; dt += 0.173)
            {
                (Vector3 position, Vector3 velocity) = Hermite.At(
                    dt / span, span, Position(message, i - 1), Velocity(message, i - 1), Position(message, i), Velocity(message, i));
                ObjectState truth = item.Path.StateAt(start + dt);
                Assert.InRange((position - truth.PositionMeters).Length, 0, 1.05);
                Assert.InRange((velocity - truth.VelocityMetersPerSecond).Length, 0, 0.25);
                Assert.Equal(truth.IntensityWattsPerSteradian, message.IntensityWpsr[i - 1]);
            }
        }
    }

    private static Vector3 Position(ScenarioMessage m, int i) => new(m.XDm[i] / 10.0, m.YDm[i] / 10.0, m.ZDm[i] / 10.0);

    private static Vector3 Velocity(ScenarioMessage m, int i) =>
        new(m.VelocityXCmps[i] / 100.0, m.VelocityYCmps[i] / 100.0, m.VelocityZCmps[i] / 100.0);
}

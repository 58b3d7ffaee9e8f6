using JointWatch.Exercises;
using JointWatch.Exercises.Paths;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercise.Tests.Scenarios;

public class BuiltInScenarioTests
{
    private static readonly Scenario Northern = Scenario.BuiltIn();

    [Fact]
    public void It_has_three_radars_and_two_infra_red_boards_of_two_parties()
    {
        Assert.Equal(3, Northern.Boards.Count(b => b.Kind == SensorKind.Radar));
        Assert.Equal(2, Northern.Boards.Count(b => b.Kind == SensorKind.Infrared));
        Assert.Equal(["alfa", "bravo"], Northern.Boards.Select(b => b.Party).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.All(Northern.Boards, b => Assert.Equal(b.Kind == SensorKind.Radar ? 1 : 0.5, b.ScanPeriodSeconds));
        Assert.Equal(5, Northern.Boards.Select(b => b.Seed).Distinct().Count());
    }

    [Fact]
    public void Two_missiles_and_a_sounding_rocket_are_launched_and_come_down_before_it_ends()
    {
        List<ExerciseObject> launched = [.. Northern.Objects.Where(o => o.IsLaunched)];
        Assert.Equal([ObjectKind.Ballistic, ObjectKind.SoundingRocket, ObjectKind.Ballistic], launched.Select(o => o.Kind));
        Assert.All(launched, o => Assert.InRange(o.Impact!.Seconds, o.Launch!.Seconds + 60, Northern.DurationSeconds));
        Assert.InRange(Northern.DurationSeconds, 600, 900);
    }

    [Fact]
    public void The_sounding_rocket_alone_is_announced_and_flies_as_it_was()
    {
        AnnouncementSpec announced = Assert.Single(Northern.Announcements);
        ExerciseObject rocket = Northern.Objects.Single(o => o.Kind == ObjectKind.SoundingRocket);
        Assert.InRange(rocket.Launch!.Seconds, announced.FromSeconds, announced.UntilSeconds);
        Assert.True(Meters(rocket.Launch.Place, announced.LaunchArea.Middle) < announced.LaunchArea.RadiusMeters);
        Assert.True(Meters(rocket.Impact!.Place, announced.ImpactArea!.Middle) < announced.ImpactArea.RadiusMeters / 2);
        Assert.All(
            Northern.Objects.Where(o => o.Kind == ObjectKind.Ballistic),
            o => Assert.True(Meters(o.Launch!.Place, announced.LaunchArea.Middle) > 50_000));

        static double Meters(Geodetic a, Geodetic b) => (a.ToEcef() - b.ToEcef()).Length;
    }

    /// <summary>The sea between Norway, Jan Mayen, Greenland and Svalbard, well clear of all of them.</summary>
    [Fact]
    public void Everything_comes_down_at_sea()
    {
        Assert.All(Northern.Objects.Where(o => o.IsLaunched), o =>
        {
            Geodetic place = o.Impact!.Place;
            Assert.InRange(place.LatitudeDegrees, 70.5, 75);
            Assert.InRange(place.LongitudeDegrees, -8, 15);
        });
    }

    [Fact]
    public void Aircraft_are_seen_by_a_radar_in_the_first_second()
    {
        Assert.All(
            Northern.Objects.Where(o => o.Kind == ObjectKind.Aircraft),
            o => Assert.Contains(Northern.Boards, b => b.Kind == SensorKind.Radar && Sight.Sees(b, o, 1)));
    }

    [Fact]
    public void Every_launch_is_seen_by_two_radars_and_an_infra_red_board_within_25_seconds()
    {
        Assert.All(Northern.Objects.Where(o => o.IsLaunched), o =>
        {
            double time = o.Launch!.Seconds + 25;
            Assert.InRange(Northern.Boards.Count(b => b.Kind == SensorKind.Radar && Sight.Sees(b, o, time)), 2, 3);
            Assert.InRange(Northern.Boards.Count(b => b.Kind == SensorKind.Infrared && Sight.Sees(b, o, time)), 1, 2);
        });
    }

    [Fact]
    public void The_first_missile_is_seen_by_two_radars_and_both_infra_red_boards_within_15_seconds_of_the_start()
    {
        ExerciseObject first = Northern.Objects.Where(o => o.IsLaunched).MinBy(o => o.Launch!.Seconds)!;
        Assert.Equal(5, first.Launch!.Seconds);
        Assert.InRange(Northern.Boards.Count(b => b.Kind == SensorKind.Radar && Sight.Sees(b, first, 15)), 2, 3);
        Assert.Equal(2, Northern.Boards.Count(b => b.Kind == SensorKind.Infrared && Sight.Sees(b, first, 15)));
    }

    [Fact]
    public void Two_radars_follow_each_launched_object_through_its_coast()
    {
        foreach (ExerciseObject item in Northern.Objects.Where(o => o.IsLaunched))
        {
            double falling = item.Impact!.Seconds - 60;
            for (double t = item.Launch!.Seconds + 30; t < falling; t += 5)
            {
                Assert.True(Northern.Boards.Count(b => b.Kind == SensorKind.Radar && Sight.Sees(b, item, t)) >= 2, $"{item.Name} at {t} s");
            }
        }
    }

    [Fact]
    public void Velocity_is_the_derivative_of_position()
    {
        foreach (ExerciseObject item in Northern.Objects)
        {
            for (double t = item.Path.StartSeconds + 1; t < item.Path.EndSeconds - 1; t += 1.37)
            {
                const double H = 0.005;
                Vector3 slope = (item.Path.StateAt(t + H).PositionMeters - item.Path.StateAt(t - H).PositionMeters) / (2 * H);
                ObjectState state = item.Path.StateAt(t);
                Assert.InRange((slope - state.VelocityMetersPerSecond).Length, 0, 0.25);
            }
        }
    }
}

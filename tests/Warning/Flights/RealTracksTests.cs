using JointWatch.Exercises;
using JointWatch.Exercises.Paths;
using JointWatch.Exercises.Rockets;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warning.Tests.Simulation;
using JointWatch.Warnings;

namespace JointWatch.Warning.Tests.Flights;

/// <summary>The stage behind the real tracker: the exercise that comes with the program, and real flights.</summary>
public sealed class RealTracksTests
{
    [Fact]
    public void The_built_in_exercise_gives_one_warning_for_each_launch_and_none_for_aircraft()
    {
        Scenario scenario = Scenario.BuiltIn();
        RadarPicture picture = new RadarPicture(scenario, 1).RunTo(scenario.DurationSeconds);

        ExerciseObject[] launched = [.. scenario.Objects.Where(o => o.IsLaunched)];
        Assert.Equal(launched.Length, picture.Stage.Warnings.Count);
        foreach (ExerciseObject target in launched)
        {
            LaunchWarning warning = Assert.Single(
                picture.Stage.Warnings, w => Geodesic.Inverse(w.Launch!.Point, target.Launch!.Place).DistanceMeters < 1_000);
            Assert.InRange(warning.Launch!.Time.SecondsSince(Truth.Epoch) - target.Launch!.Seconds, -4, 4);
            Assert.Equal(ObjectClass.SoundingOrShortRange, warning.Class);
            Assert.Equal(WarningState.Over, warning.State);

            List<(double Seconds, LaunchWarning Warning)> log = [.. picture.Log.Where(e => e.Warning.Id == warning.Id)];
            Assert.InRange(log[0].Seconds - target.Launch.Seconds, 0, 35);
            Assert.InRange(log.First(e => e.Warning.State == WarningState.Confirmed).Seconds - target.Launch.Seconds, 0, 60);
            ImpactEstimate impact = log.Last(e => e.Seconds < target.Launch.Seconds + 150).Warning.Impact!;
            Assert.InRange(Geodesic.Inverse(impact.Point, target.Impact!.Place).DistanceMeters, 0, 4_000);
            Assert.InRange(impact.Time.SecondsSince(Truth.Epoch) - target.Impact.Seconds, -10, 10);
        }
    }

    [Theory]
    [InlineData("bulgariasat-1")]
    [InlineData("iridium-next-3")]
    [InlineData("spacex-crs-12")]
    [InlineData("abs-2a")]
    public void A_real_launch_is_traced_to_its_pad(string name)
    {
        RecordedFlight flight = SharedData.Flight(name);
        RadarPicture picture = new RadarPicture(Scenario.ForFlight(flight), 1).RunTo(180);

        LaunchWarning warning = Assert.Single(picture.Stage.Warnings);
        Assert.Equal(WarningState.Confirmed, warning.State);
        Assert.InRange(Geodesic.Inverse(warning.Launch!.Point, flight.Site.Place).DistanceMeters, 0, 2_000);
        Assert.InRange(warning.Launch.Time.SecondsSince(Truth.Epoch.AddSeconds(5)), -10, 10);
        Assert.InRange(Math.Cos(warning.Launch.AzimuthRadians - flight.Site.AzimuthRadians), Math.Cos(0.03), 1);
    }

    [Fact]
    public void A_real_ascent_to_orbit_is_called_a_space_launch_before_its_cut_off_and_has_no_impact_after()
    {
        RecordedFlight flight = SharedData.Flight("abs-2a");
        RadarPicture picture = new RadarPicture(Scenario.ForFlight(flight), 1).RunTo(flight.DurationSeconds + 5);

        LaunchWarning warning = Assert.Single(picture.Stage.Warnings);
        Assert.True(warning.ReachesOrbit);
        Assert.Null(warning.Impact);
        Assert.Contains(picture.Log, e => e.Warning is { Class: ObjectClass.SpaceLaunch, ReachesOrbit: false });
    }

    [Fact]
    public void A_real_turn_round_burn_brings_the_impact_back_to_the_launch_site()
    {
        const double BurnEndSeconds = 217 + 5;
        RecordedFlight flight = SharedData.Flight("spacex-crs-12");
        RadarPicture picture = new RadarPicture(Scenario.ForFlight(flight), 1).RunTo(BurnEndSeconds + 15);

        LaunchWarning warning = Assert.Single(picture.Stage.Warnings);
        double before = picture.Log.Max(e => e.Warning.Impact is { } i ? Geodesic.Inverse(i.Point, flight.Site.Place).DistanceMeters : 0);
        Assert.InRange(before, 300_000, 500_000);
        Assert.InRange(Geodesic.Inverse(warning.Impact!.Point, flight.Site.Place).DistanceMeters, 0, 20_000);
        Assert.Equal(ObjectClass.ReturningStage, warning.Class);
        Assert.Equal(WarningState.Confirmed, warning.State);
    }

    /// <summary>First stages that fall freely from their cut-off to their entry burn, which begins at 390 s and at 343 s.</summary>
    [Theory]
    [InlineData("bulgariasat-1", 385)]
    [InlineData("iridium-next-3", 338)]
    public void The_end_of_a_real_free_fall_lies_in_the_90_percent_region_of_the_impact(string name, double lastFreeFallSeconds)
    {
        RecordedFlight flight = SharedData.Flight(name);
        RadarPicture picture = new RadarPicture(Scenario.ForFlight(flight), 1).RunTo(lastFreeFallSeconds + 5);
        ObjectState last = flight.ToObject("x", 0, 0).Path.StateAt(lastFreeFallSeconds);
        Geodetic end = RocketFlight.FreeFall(
            last.PositionMeters, last.VelocityMetersPerSecond, 5_000, EarthModel.Real).Impact!.Value;

        ImpactEstimate impact = Assert.Single(picture.Stage.Warnings).Impact!;
        Assert.True(
            impact.Spread.Region(0.9).Contains(end),
            $"{Geodesic.Inverse(impact.Point, end).DistanceMeters:0} m off, half axes {impact.SemiMajorMeters:0} and {impact.SemiMinorMeters:0} m");
    }
}

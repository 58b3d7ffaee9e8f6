namespace JointWatch.Warning.Tests.Watches;

/// <summary>A part of the long runs of <c>tests/Benchmarks -- warnings</c>, through tracker and warning stage.</summary>
public sealed class WatchTests
{
    [Fact]
    public void Two_hours_of_traffic_satellites_meteors_glint_clutter_and_three_bad_sensors_confirm_nothing()
    {
        QuietResult result = new QuietWatch(seed: 1995, hours: 2, isAhead: false).Run();

        Assert.True(result.Confirmed == 0, string.Join('\n', result.Events));
        Assert.InRange(result.Detections, 300_000, 600_000);
        Assert.Equal(3_600, result.TooLate);
    }

    [Fact]
    public void A_missile_that_one_lying_radar_reports_comes_no_further_than_probable()
    {
        QuietResult result = new QuietWatch(seed: 1995, hours: 0.5, isAhead: false).Run();

        Assert.Contains(result.Events, e => e.Contains("Probable: nearest InventedMissile", StringComparison.Ordinal));
        Assert.Equal(0, result.Confirmed);
    }

    [Fact]
    public void Reports_of_a_clock_that_is_30_s_ahead_are_refused_at_the_door_and_harm_nothing()
    {
        QuietResult result = new QuietWatch(seed: 1996, hours: 0.25, isAhead: true).Run();

        Assert.Equal(450, result.Refused);
        Assert.Equal(0, result.Confirmed);
    }

    [Fact]
    public void Every_launch_in_view_of_two_sensors_is_confirmed_at_the_median_within_20_s_of_the_second_ones_first_sight()
    {
        LaunchResult[] launches = [.. Enumerable.Range(2000, 20).Select(seed => new LaunchRun(seed).Run())];

        Assert.All(launches, l => Assert.True(l.IsInTwoViews && l.DelaySeconds is not null && l.Warnings == 1, l.ToString()));
        Assert.InRange(launches.Select(l => l.DelaySeconds!.Value).Order().ElementAt(launches.Length / 2), 0, 20);
    }
}

using JointWatch.Contract.Messages;
using JointWatch.Emulation.Tests.Bench;

namespace JointWatch.Emulation.Tests.Boards;

/// <summary>Clocks that are wrong, step, drift, or are never set.</summary>
public sealed class ClockFaultTests
{
    [Fact]
    public void Without_a_time_server_nothing_is_reported_and_health_says_that_the_clock_was_never_set()
    {
        using Desk desk = new();
        desk.World.Net.TimeServers.Answers = false;
        desk.Board.PowerOn();
        desk.For(600);
        Assert.Empty(desk.Reports);
        Assert.Equal(ClockState.NeverSet, desk.Healths[^1].ClockState);

        desk.World.Net.TimeServers.Answers = true;
        desk.Until(() => desk.Reports.Count > 0, 400);
        AssertTimesAreRight(desk);
    }

    [Theory]
    [InlineData(86_400)]
    [InlineData(-86_400)]
    [InlineData(0.4)]
    public void A_clock_step_moves_no_report_and_stops_no_scan(double seconds)
    {
        using Desk desk = new Desk().Up();
        desk.For(30);
        int before = desk.Reports.Count;
        desk.Board.Clock.Step(TimeSpan.FromSeconds(seconds));
        desk.For(120);

        Assert.InRange(desk.Reports.Count - before, 118, 122);
        AssertTimesAreRight(desk);
    }

    [Fact]
    public void A_time_server_that_was_wrong_is_believed_only_until_the_next_word()
    {
        using Desk desk = new();
        desk.World.Net.TimeServers.Error = TimeSpan.FromMinutes(20);
        desk.Up();
        desk.For(60);
        Assert.Equal(1_200, Late(desk, desk.Reports[^1]), 5.0);

        desk.World.Net.TimeServers.Error = TimeSpan.Zero;
        desk.For(3_600);
        Assert.InRange(Math.Abs(Late(desk, desk.Reports[^1])), 0, 3);
        Assert.Equal(1, desk.Board.Starts);
    }

    [Fact]
    public void A_crystal_that_runs_40_ppm_fast_is_measured_and_reports_stay_true()
    {
        using Desk desk = new(options: new BoardOptions { DriftPpm = 40 });
        desk.Up();
        desk.For(12 * 3_600);

        HealthMessage health = desk.Healths[^1];
        Assert.True(health.DriftKnown);
        Assert.Equal(40_000, health.DriftPpb, 6_000.0);
        Assert.InRange(Math.Abs(Late(desk, desk.Reports[^1])), 0, 0.3);
    }

    [Fact]
    public void A_clock_that_no_one_confirms_any_more_says_how_far_it_may_be_off()
    {
        using Desk desk = new Desk().Up();
        uint fresh = desk.Reports[^1].ClockSigmaUs;
        desk.World.Net.TimeServers.Answers = false;
        desk.For(5 * 3_600);

        Assert.Equal(ClockState.SetLongAgo, desk.Healths[^1].ClockState);
        Assert.InRange(desk.Reports[^1].ClockSigmaUs, 2 * fresh, uint.MaxValue);
    }

    /// <summary>By how many seconds a report's time is ahead of the true time at which it arrived.</summary>
    private static double Late(Desk desk, ReportMessage report)
    {
        TimeSpan at = desk.ReportTimes[^1];
        DateTimeOffset arrived = desk.World.Scheduler.Began + at;
        return ((DateTimeOffset.UnixEpoch.AddTicks((long)report.TimeUs * 10)) - arrived).TotalSeconds;
    }

    private static void AssertTimesAreRight(Desk desk)
    {
        foreach ((ReportMessage report, TimeSpan at) in desk.Reports.Zip(desk.ReportTimes))
        {
            DateTimeOffset time = DateTimeOffset.UnixEpoch.AddTicks((long)report.TimeUs * 10);
            Assert.InRange((desk.World.Scheduler.Began + at - time).TotalSeconds, -0.2, 2);
        }
    }
}

namespace JointWatch.Firmware.Tests;

public sealed class ScanScheduleTests
{
    private const long Second = 1_000_000;

    [Fact]
    public void Scans_lie_on_the_grid_of_period_and_offset()
    {
        ScanSchedule schedule = new(2_000_000, 300_000, 256);

        Assert.False(schedule.TryTake(1_000 * Second, out _));
        Assert.Equal(300_000, schedule.UntilNextUs(1_000 * Second));
        Assert.Equal([1_000_300_000, 1_002_300_000, 1_004_300_000], Due(schedule, 1_005 * Second));
    }

    [Fact]
    public void The_grid_of_an_exercise_begins_at_its_start()
    {
        ScanSchedule schedule = new(2_000_000, 0, 256);
        schedule.Restart(1_001 * Second);

        schedule.TryTake((1_001 * Second) - 1, out _);

        Assert.Equal([1_001 * Second, 1_003 * Second], Due(schedule, 1_004 * Second));
    }

    [Fact]
    public void A_board_that_is_too_far_behind_leaves_the_oldest_out_and_counts_them()
    {
        ScanSchedule schedule = new(1_000_000, 0, 10);
        schedule.TryTake(0, out _);

        Assert.Equal([100 * Second], Due(schedule, 100 * Second));
        Assert.Equal(99, schedule.Skipped);
    }

    [Fact]
    public void A_clock_set_back_a_little_repeats_no_scan()
    {
        ScanSchedule schedule = new(1_000_000, 0, 256);
        schedule.TryTake(10 * Second, out _);
        Assert.Equal([11 * Second], Due(schedule, 11_500_000));

        Assert.Empty(Due(schedule, 10_600_000));
        Assert.Empty(Due(schedule, -40 * Second));
        Assert.Equal([12 * Second], Due(schedule, 12_100_000));
    }

    [Fact]
    public void A_clock_set_back_far_is_followed()
    {
        ScanSchedule schedule = new(1_000_000, 0, 256);
        schedule.TryTake(1_000 * Second, out _);

        Assert.Equal([50 * Second], Due(schedule, 50 * Second));
    }

    [Fact]
    public void A_new_period_goes_on_at_the_new_grid_and_never_back()
    {
        ScanSchedule schedule = new(1_000_000, 0, 256);
        Assert.Equal([5 * Second], Due(schedule, 5 * Second));

        schedule.SetPeriod(500_000);

        Assert.Equal([5_500_000, 6_000_000], Due(schedule, 5 * Second).Concat(Due(schedule, 6 * Second)));
    }

    [Fact]
    public void After_a_stop_the_scans_in_between_are_not_made_up_for()
    {
        ScanSchedule schedule = new(1_000_000, 0, 256);
        Due(schedule, 5 * Second);

        schedule.Resume();

        Assert.Equal([60 * Second], Due(schedule, 60 * Second));
        Assert.Equal(0, schedule.Skipped);
    }

    private static List<long> Due(ScanSchedule schedule, long now)
    {
        List<long> taken = [];
        while (schedule.TryTake(now, out long scan))
        {
            taken.Add(scan);
        }

        return taken;
    }
}

using CsCheck;
using JointWatch.Contract.Messages;
using JointWatch.Firmware.Board;
using JointWatch.Firmware.Tests.Bench;

namespace JointWatch.Firmware.Tests.Board;

public sealed class ClockDisciplineTests
{
    private const long Hour = 3_600_000;
    private const long Noon = FakeClock.Noon;

    [Fact]
    public void Before_the_first_sync_nothing_is_known()
    {
        ClockDiscipline clock = new();

        Assert.Equal((false, ClockState.NeverSet, 3_600_000_000u, 0L), (clock.Known, clock.StateAt(5_000), clock.SigmaUs(5_000), clock.UtcUs(5_000)));
    }

    [Fact]
    public void From_a_sync_on_time_goes_with_the_monotonic_clock_alone()
    {
        ClockDiscipline clock = new();
        clock.Synced(7_000, Noon);

        Assert.Equal((Noon, Noon + 2_500_000, Noon - 1_000_000), (clock.UtcUs(7_000), clock.UtcUs(9_500), clock.UtcUs(6_000)));
        Assert.Equal(ClockState.Set, clock.StateAt(7_000 + (3 * Hour)));
        Assert.Equal(ClockState.SetLongAgo, clock.StateAt(7_001 + (3 * Hour)));
    }

    [Fact]
    public void The_stated_error_grows_with_the_time_since_the_last_sync()
    {
        ClockDiscipline clock = new();
        clock.Synced(0, Noon);

        // 20 ms of the sync itself, and 20 ppm of an hour, of a day.
        Assert.Equal((20_000u, 92_000u, 1_748_000u), (clock.SigmaUs(0), clock.SigmaUs(Hour), clock.SigmaUs(24 * Hour)));
        Assert.Equal(3_600_000_000u, clock.SigmaUs(10_000_000 * Hour));
    }

    [Fact]
    public void A_crystals_drift_is_measured_to_a_part_in_a_million_in_a_day_of_syncs_that_are_20_ms_off()
    {
        Gen.Select(Gen.Int[-50_000, 50_000], Gen.Int[-20_000, 20_000].Array[49]).Sample((ppb, errors) =>
        {
            ClockDiscipline clock = new();
            for (int i = 0; i <= 48; i++)
            {
                clock.Synced(i * Hour / 2, True(i * Hour / 2, ppb) + errors[i]);
            }

            Assert.True(clock.DriftKnown);
            Assert.InRange(clock.DriftPpb, ppb - 2_000, ppb + 2_000);

            // Six hours without the server: less than the 43 ms of such a drift error and the 20 ms of the last sync.
            long later = 30 * Hour;
            Assert.InRange(clock.UtcUs(later) - True(later, ppb), -63_500, 63_500);
            Assert.True(Math.Abs(clock.UtcUs(later) - True(later, ppb)) <= clock.SigmaUs(later));
        });

        // The monotonic clock runs fast by so many parts: of true time it counts more.
        static long True(long monotonicMs, int ppb) => Noon + (long)((double)monotonicMs * 1000 / (1 + (ppb * 1e-9)));
    }

    [Fact]
    public void A_server_that_was_wrong_by_minutes_once_is_followed_and_spoils_no_drift()
    {
        ClockDiscipline clock = new();
        clock.Synced(0, Noon);
        clock.Synced(2 * Hour, Noon + (2 * Hour * 1000) - 36_000);
        Assert.Equal(5_000, clock.DriftPpb);

        clock.Synced(3 * Hour, Noon + (3 * Hour * 1000) + 300_000_000);

        Assert.Equal(5_000, clock.DriftPpb);
        Assert.Equal(Noon + (3 * Hour * 1000) + 300_000_000, clock.UtcUs(3 * Hour));
    }

    [Fact]
    public void The_server_is_asked_at_once_then_more_seldom_and_twice_an_hour_when_it_answers()
    {
        SyncSchedule schedule = new();
        Assert.True(schedule.IsDue(0));

        List<long> waits = [];
        long now = 0;
        for (int i = 0; i < 9; i++)
        {
            schedule.Done(false, now);
            long asked = now;
            while (!schedule.IsDue(now))
            {
                now += 1_000;
            }

            waits.Add((now - asked) / 1000);
        }

        Assert.Equal([4L, 8, 16, 32, 64, 128, 256, 300, 300], waits);
        schedule.Done(true, now);
        Assert.False(schedule.IsDue(now + 1_799_999));
        Assert.True(schedule.IsDue(now + 1_800_000));
    }
}

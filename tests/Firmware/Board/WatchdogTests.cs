using JointWatch.Firmware.Board;

namespace JointWatch.Firmware.Tests.Board;

public sealed class WatchdogTests
{
    private readonly Watchdog _watchdog = new(["main loop", "link loop"], [20_000, 60_000], 1_000);

    [Fact]
    public void A_loop_that_beats_in_time_is_left_alone_for_ever()
    {
        for (long now = 1_000; now < 86_400_000; now += 1_000)
        {
            if (now % 19_000 == 0)
            {
                _watchdog.Beat(0, now);
            }

            if (now % 59_000 == 0)
            {
                _watchdog.Beat(1, now);
            }

            Assert.Null(_watchdog.Look(now));
        }
    }

    [Fact]
    public void A_loop_that_stands_still_is_named_with_how_long()
    {
        string? late = null;
        long now = 1_000;
        while (late is null)
        {
            now += 1_000;
            _watchdog.Beat(0, now);
            late = _watchdog.Look(now);
        }

        Assert.Equal("link loop has not moved for 61 s", late);
    }

    [Fact]
    public void A_machine_that_stood_still_as_a_whole_is_given_the_time_back()
    {
        for (long now = 2_000; now <= 15_000; now += 1_000)
        {
            Assert.Null(_watchdog.Look(now));
        }

        // A TLS handshake in native code: for 12 s no thread ran, the watchdog's neither.
        Assert.Null(_watchdog.Look(27_000));
        Assert.Null(_watchdog.Look(32_000 - 1));
        for (long now = 32_000; now <= 33_000; now += 500)
        {
            Assert.Null(_watchdog.Look(now));
        }

        Assert.Equal("main loop has not moved for 20 s", _watchdog.Look(33_001));
    }
}

using JointWatch.Firmware.Board;

namespace JointWatch.Firmware.Tests.Board;

public sealed class BuzzerPatternTests
{
    [Fact]
    public void Three_notes_every_five_seconds_begin_at_once()
    {
        int[] begins = [.. Enumerable.Range(0, 10_000).Where(t => BuzzerPattern.IsOn(t) && (t == 0 || !BuzzerPattern.IsOn(t - 1)))];
        Assert.Equal([0, 300, 600, 5_000, 5_300, 5_600], begins);
    }

    [Fact]
    public void The_time_until_a_change_is_right_at_every_instant()
    {
        for (int now = 0; now < 10_000; now++)
        {
            int until = BuzzerPattern.UntilChangeMs(now);
            Assert.True(until > 0);
            Assert.All(Enumerable.Range(now, until), t => Assert.Equal(BuzzerPattern.IsOn(now), BuzzerPattern.IsOn(t)));
            Assert.NotEqual(BuzzerPattern.IsOn(now), BuzzerPattern.IsOn(now + until));
        }
    }
}

using JointWatch.Firmware.Sending;
using JointWatch.Firmware.Tests.Bench;

namespace JointWatch.Firmware.Tests.Sending;

public sealed class LinkKeeperTests
{
    private readonly FakeLink link = new() { ComesUpAtOnce = false };
    private readonly LinkKeeper keeper;
    private long now = 1_000;

    public LinkKeeperTests()
    {
        keeper = new LinkKeeper(link, new NodeOptions(), 5);
    }

    [Fact]
    public void A_board_connects_at_once_when_it_starts()
    {
        keeper.Step(now);

        Assert.Equal(1, link.Attempts);
    }

    [Fact]
    public void Each_failure_doubles_the_wait_up_to_two_minutes_less_some_jitter()
    {
        keeper.Step(now);
        int[] mostSeconds = [1, 2, 4, 8, 16, 32, 64, 120, 120, 120];
        foreach (int most in mostSeconds)
        {
            link.State = LinkState.Down;
            keeper.Step(now);
            long wait = keeper.UntilDueMs(now);
            Assert.InRange(wait, most * 500, most * 1000);

            int attempts = link.Attempts;
            now += wait - 1;
            keeper.Step(now);
            Assert.Equal(attempts, link.Attempts);
            now++;
            keeper.Step(now);
            Assert.Equal(attempts + 1, link.Attempts);
        }
    }

    [Fact]
    public void A_connection_that_held_begins_the_waits_anew_and_one_that_did_not_does_not()
    {
        keeper.Step(now);
        Fail();
        Fail();
        Fail();
        Assert.InRange(FallAfter(1_000), 4_000, 8_000);
        Assert.InRange(FallAfter(10_000), 500, 1_000);
    }

    [Fact]
    public void An_attempt_that_hangs_is_given_up()
    {
        keeper.Step(now);
        now += 29_999;
        keeper.Step(now);
        Assert.Equal(0, link.Closings);

        now++;
        keeper.Step(now);

        Assert.Equal(1, link.Closings);
        Assert.InRange(keeper.UntilDueMs(now), 500, 1_000);
    }

    [Fact]
    public void Coming_up_and_going_down_are_told_once_and_counted()
    {
        keeper.Step(now);
        link.State = LinkState.Up;
        Assert.Equal(LinkEvent.CameUp, keeper.Step(now));
        Assert.Equal(LinkEvent.None, keeper.Step(now));
        Assert.Equal(0, keeper.Reconnects);

        link.State = LinkState.Down;
        Assert.Equal(LinkEvent.WentDown, keeper.Step(now));
        Assert.Equal(LinkEvent.None, keeper.Step(now));
        now += 1_000;
        keeper.Step(now);
        link.State = LinkState.Up;
        Assert.Equal(LinkEvent.CameUp, keeper.Step(now));
        Assert.Equal(1, keeper.Reconnects);
    }

    [Fact]
    public void Boards_that_lost_one_broker_come_back_at_different_times()
    {
        HashSet<int> waits = [.. Enumerable.Range(0, 50).Select(seed => new Backoff(1_000, 120_000, (uint)seed).Next())];

        Assert.True(waits.Count > 40, $"{waits.Count} different waits of 50");
    }

    private void Fail()
    {
        link.State = LinkState.Down;
        keeper.Step(now);
        now += keeper.UntilDueMs(now);
        keeper.Step(now);
    }

    private long FallAfter(long heldMs)
    {
        link.State = LinkState.Up;
        keeper.Step(now);
        now += heldMs;
        link.State = LinkState.Down;
        keeper.Step(now);
        long wait = keeper.UntilDueMs(now);
        now += wait;
        keeper.Step(now);
        return wait;
    }
}

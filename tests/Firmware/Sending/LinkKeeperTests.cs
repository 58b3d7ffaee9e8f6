using JointWatch.Firmware.Sending;
using JointWatch.Firmware.Tests.Bench;

namespace JointWatch.Firmware.Tests.Sending;

public sealed class LinkKeeperTests
{
    private readonly FakeLink _link = new() { ComesUpAtOnce = false };
    private readonly LinkKeeper _keeper;
    private long _now = 1_000;

    public LinkKeeperTests()
    {
        _keeper = new LinkKeeper(_link, new NodeOptions(), 5);
    }

    [Fact]
    public void A_board_connects_at_once_when_it_starts()
    {
        _keeper.Step(_now);

        Assert.Equal(1, _link.Attempts);
    }

    [Fact]
    public void Each_failure_doubles_the_wait_up_to_two_minutes_less_some_jitter()
    {
        _keeper.Step(_now);
        int[] mostSeconds = [1, 2, 4, 8, 16, 32, 64, 120, 120, 120];
        foreach (int most in mostSeconds)
        {
            _link.State = LinkState.Down;
            _keeper.Step(_now);
            long wait = _keeper.UntilDueMs(_now);
            Assert.InRange(wait, most * 500, most * 1000);

            int attempts = _link.Attempts;
            _now += wait - 1;
            _keeper.Step(_now);
            Assert.Equal(attempts, _link.Attempts);
            _now++;
            _keeper.Step(_now);
            Assert.Equal(attempts + 1, _link.Attempts);
        }
    }

    [Fact]
    public void A_connection_that_held_begins_the_waits_anew_and_one_that_did_not_does_not()
    {
        _keeper.Step(_now);
        Fail();
        Fail();
        Fail();
        Assert.InRange(FallAfter(1_000), 4_000, 8_000);
        Assert.InRange(FallAfter(10_000), 500, 1_000);
    }

    [Fact]
    public void An_attempt_that_hangs_is_given_up()
    {
        _keeper.Step(_now);
        _now += 29_999;
        _keeper.Step(_now);
        Assert.Equal(0, _link.Closings);

        _now++;
        _keeper.Step(_now);

        Assert.Equal(1, _link.Closings);
        Assert.InRange(_keeper.UntilDueMs(_now), 500, 1_000);
    }

    [Fact]
    public void Coming_up_and_going_down_are_told_once_and_counted()
    {
        _keeper.Step(_now);
        _link.State = LinkState.Up;
        Assert.Equal(LinkEvent.CameUp, _keeper.Step(_now));
        Assert.Equal(LinkEvent.None, _keeper.Step(_now));
        Assert.Equal(0, _keeper.Reconnects);

        _link.State = LinkState.Down;
        Assert.Equal(LinkEvent.WentDown, _keeper.Step(_now));
        Assert.Equal(LinkEvent.None, _keeper.Step(_now));
        _now += 1_000;
        _keeper.Step(_now);
        _link.State = LinkState.Up;
        Assert.Equal(LinkEvent.CameUp, _keeper.Step(_now));
        Assert.Equal(1, _keeper.Reconnects);
    }

    [Fact]
    public void Boards_that_lost_one_broker_come_back_at_different_times()
    {
        HashSet<int> waits = [.. Enumerable.Range(0, 50).Select(seed => new Backoff(1_000, 120_000, (uint)seed).Next())];

        Assert.True(waits.Count > 40, $"{waits.Count} different waits of 50");
    }

    private void Fail()
    {
        _link.State = LinkState.Down;
        _keeper.Step(_now);
        _now += _keeper.UntilDueMs(_now);
        _keeper.Step(_now);
    }

    private long FallAfter(long heldMs)
    {
        _link.State = LinkState.Up;
        _keeper.Step(_now);
        _now += heldMs;
        _link.State = LinkState.Down;
        _keeper.Step(_now);
        long wait = _keeper.UntilDueMs(_now);
        _now += wait;
        _keeper.Step(_now);
        return wait;
    }
}

using CsCheck;
using JointWatch.Firmware.Sending;
using JointWatch.Firmware.Tests.Bench;

namespace JointWatch.Firmware.Tests.Sending;

public sealed class FairSendingTests
{
    [Fact]
    public void After_an_hour_without_a_link_the_old_and_the_fresh_take_turns_each_in_order()
    {
        FakeLink link = new() { State = LinkState.Up };
        Backlog backlog = new(100_000, 1_000, 2, 20_000);
        Add(backlog, 0, 20);
        backlog.LinkUp();
        Add(backlog, 100, 4);

        Drain(backlog, link);

        int[] sent = Numbers(link);
        Assert.Equal([0, 100, 1, 101, 2, 102, 3, 103, 4, 5], sent.Take(10));
        Assert.Equal(Enumerable.Range(0, 20), sent.Where(n => n < 100));
    }

    [Fact]
    public void What_can_be_under_way_at_once_goes_in_order_alone()
    {
        FakeLink link = new() { State = LinkState.Up };
        Backlog backlog = new(100_000, 1_000, 8, 20_000);
        Add(backlog, 0, 8);
        backlog.LinkUp();
        Add(backlog, 100, 3);

        Drain(backlog, link);

        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 100, 101, 102], Numbers(link));
    }

    [Fact]
    public void However_much_waits_no_report_is_lost_sent_twice_or_out_of_its_order()
    {
        Gen.Select(Gen.Int[0, 60], Gen.Int[0, 60], Gen.Int[1, 10], Gen.Bool).Sample((old, fresh, window, freshOnlyFirst) =>
        {
            FakeLink link = new() { State = LinkState.Up };
            Backlog backlog = new(100_000, 1_000, window, 20_000);
            Add(backlog, 0, old);
            backlog.LinkUp();
            Add(backlog, 100, fresh);
            if (freshOnlyFirst)
            {
                Drain(backlog, link, freshOnly: true);
                Assert.Equal(Enumerable.Range(100, fresh), Numbers(link));
            }

            Drain(backlog, link);

            int[] sent = Numbers(link);
            Assert.Equal(Enumerable.Range(0, old), sent.Where(n => n < 100));
            Assert.Equal(Enumerable.Range(100, fresh), sent.Where(n => n >= 100));
            Assert.Equal((0, old + fresh), (backlog.Waiting, backlog.ConfirmedCount));
        });
    }

    [Fact]
    public void A_link_on_which_confirmations_are_owed_and_none_comes_is_given_up()
    {
        LinkPulse pulse = new(45_000);
        pulse.Reset(0);
        Assert.False(pulse.IsDeaf(true, 1, 10_000));
        Assert.False(pulse.IsDeaf(true, 1, 54_999));
        Assert.True(pulse.IsDeaf(true, 1, 55_000));

        pulse.Reset(60_000);
        Assert.False(pulse.IsDeaf(false, 1, 200_000));
        Assert.False(pulse.IsDeaf(true, 1, 244_999));
        Assert.False(pulse.IsDeaf(true, 2, 245_000));
        Assert.True(pulse.IsDeaf(true, 2, 290_000));
    }

    private static void Add(Backlog backlog, int first, int count)
    {
        for (int i = 0; i < count; i++)
        {
            backlog.Add([(byte)(first + i), 0, 0, 0, 0, 0, 0, 0, 0, 0], 10);
        }
    }

    private static void Drain(Backlog backlog, FakeLink link, bool freshOnly = false)
    {
        int confirmed = link.Messages.Count;
        do
        {
            backlog.Send(link, "t", 0, freshOnly);
            if (confirmed == link.Messages.Count)
            {
                return;
            }

            backlog.Confirmed(link.Messages[confirmed++].Ticket);
        }
        while (true);
    }

    private static int[] Numbers(FakeLink link) => [.. link.Messages.Select(m => (int)m.Bytes[0])];
}

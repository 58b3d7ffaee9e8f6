using CsCheck;
using JointWatch.Firmware.Sending;
using JointWatch.Firmware.Tests.Bench;

namespace JointWatch.Firmware.Tests.Sending;

public sealed class BacklogTests
{
    private const string Topic = "t";
    private readonly FakeLink _link = new() { State = LinkState.Up };

    [Fact]
    public void Messages_go_in_order_as_many_at_a_time_as_the_window_lets()
    {
        Backlog backlog = new(1000, 10, 2, 20_000);
        Add(backlog, 1, 2, 3);

        backlog.Send(_link, Topic, 0);
        Assert.Equal([1, 2], Sent());

        backlog.Confirmed(_link.Messages[0].Ticket);
        backlog.Send(_link, Topic, 0);
        Assert.Equal([1, 2, 3], Sent());
        Assert.Equal((1, 2), (backlog.ConfirmedCount, backlog.Waiting));
    }

    [Fact]
    public void What_was_under_way_when_the_link_went_goes_again()
    {
        Backlog backlog = new(1000, 10, 4, 20_000);
        Add(backlog, 1, 2);
        backlog.Send(_link, Topic, 0);
        backlog.Confirmed(_link.Messages[0].Ticket);

        backlog.LinkLost();
        backlog.Send(_link, Topic, 0);

        Assert.Equal([1, 2, 2], Sent());
    }

    [Fact]
    public void What_is_not_confirmed_in_time_goes_again()
    {
        Backlog backlog = new(1000, 10, 4, 20_000);
        Add(backlog, 1);
        backlog.Send(_link, Topic, 0);

        backlog.Send(_link, Topic, 19_999);
        Assert.Equal([1], Sent());
        backlog.Send(_link, Topic, 20_000);
        Assert.Equal([1, 1], Sent());

        // The first answer comes after all: its ticket is of no use now, the second one counts.
        backlog.Confirmed(_link.Messages[0].Ticket);
        Assert.Equal(0, backlog.ConfirmedCount);
        backlog.Confirmed(_link.Messages[1].Ticket);
        Assert.Equal(1, backlog.ConfirmedCount);
    }

    [Fact]
    public void Confirmations_may_come_in_any_order()
    {
        Backlog backlog = new(1000, 3, 3, 20_000);
        Add(backlog, 1, 2, 3);
        backlog.Send(_link, Topic, 0);

        foreach (int i in new[] { 1, 2, 0 })
        {
            backlog.Confirmed(_link.Messages[i].Ticket);
        }

        Assert.Equal((3L, 0, 0L), (backlog.ConfirmedCount, backlog.Waiting, backlog.DroppedCount));
        Add(backlog, 4, 5, 6);
        Assert.Equal(0, backlog.DroppedCount);
    }

    [Fact]
    public void A_message_larger_than_the_ring_is_dropped_and_counted()
    {
        Backlog backlog = new(16, 10, 4, 20_000);

        backlog.Add(new byte[17], 17);

        Assert.Equal((0, 1L), (backlog.Waiting, backlog.DroppedCount));
    }

    [Fact]
    public void Whatever_happens_it_holds_the_newest_unconfirmed_messages_unharmed()
    {
        // Against a list: messages of random lengths and numbered content, random confirmations, losses of the link.
        Gen.Int[0, 9].Array[1, 200].Sample(steps =>
        {
            FakeLink wire = new() { State = LinkState.Up };
            Backlog backlog = new(64, 8, 3, 20_000);
            List<byte[]> expected = [];
            byte number = 0;
            foreach (int step in steps)
            {
                if (step < 6)
                {
                    byte[] message = [.. Enumerable.Repeat(++number, (step * 4) + 1)];
                    backlog.Add(message, message.Length);
                    expected.Add(message);
                }
                else if (step == 6)
                {
                    backlog.LinkLost();
                    wire.Messages.Clear();
                }
                else if (wire.Messages.Count > 0)
                {
                    Sent confirmed = wire.Messages[^1];
                    wire.Messages.RemoveAt(wire.Messages.Count - 1);
                    long before = backlog.ConfirmedCount;
                    backlog.Confirmed(confirmed.Ticket);
                    if (backlog.ConfirmedCount > before)
                    {
                        Assert.Equal(1, expected.RemoveAll(m => m.SequenceEqual(confirmed.Bytes)));
                    }
                }

                backlog.Send(wire, Topic, 0);
                int held = backlog.Waiting;
                Assert.True(held <= expected.Count && held <= 8);
                expected.RemoveRange(0, expected.Count - held);
                Assert.All(wire.Messages, m => Assert.Single(m.Bytes.Distinct()));
            }

            backlog.LinkLost();
            FakeLink last = new() { State = LinkState.Up };
            for (int i = 0; i < 8; i++)
            {
                backlog.Send(last, Topic, 0);
                last.Messages.ForEach(m => backlog.Confirmed(m.Ticket));
            }

            Assert.Equal(expected, last.Messages.Select(m => m.Bytes));
        });
    }

    private static void Add(Backlog backlog, params byte[] messages)
    {
        foreach (byte message in messages)
        {
            backlog.Add([message], 1);
        }
    }

    private IEnumerable<byte> Sent() => _link.Messages.Select(m => m.Bytes[0]);
}

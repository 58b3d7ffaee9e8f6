using JointWatch.Firmware.Board;

namespace JointWatch.Firmware.Tests.Board;

public sealed class InboxTests
{
    [Fact]
    public void News_comes_out_in_order_with_all_that_was_put_in()
    {
        Inbox inbox = new(4);
        object session = new();
        for (int round = 0; round < 10; round++)
        {
            Assert.True(inbox.TryAdd(LinkNews.Confirmed, session, round, null, null));
            Assert.True(inbox.TryAdd(LinkNews.Received, session, 0, "topic", [(byte)round]));

            Assert.True(inbox.TryTake());
            Assert.Equal((LinkNews.Confirmed, round), (inbox.What, inbox.Ticket));
            Assert.True(inbox.TryTake());
            Assert.Equal((LinkNews.Received, "topic", (byte)round), (inbox.What, inbox.Text, inbox.Payload![0]));
            Assert.Same(session, inbox.Session);
            Assert.False(inbox.TryTake());
        }
    }

    [Fact]
    public void A_flood_of_messages_leaves_room_for_confirmations()
    {
        Inbox inbox = new(10);
        int taken = Enumerable.Range(0, 100).Count(_ => inbox.TryAdd(LinkNews.Received, this, 0, "t", []));

        Assert.Equal(5, taken);
        Assert.Equal(5, Enumerable.Range(0, 100).Count(i => inbox.TryAdd(LinkNews.Confirmed, this, i, null, null)));
    }
}

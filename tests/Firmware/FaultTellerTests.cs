using JointWatch.Contract.Messages;
using JointWatch.Contract.Station;
using JointWatch.Firmware.Tests.Bench;

namespace JointWatch.Firmware.Tests;

public sealed class FaultTellerTests
{
    [Fact]
    public void A_board_without_a_node_says_what_is_wrong_at_each_connect_until_the_broker_has_it()
    {
        FakeLink link = new();
        FaultTeller teller = new("north/radar-1", 4, "set-up: place.latitudeDegrees is 91; expected -90 to 90", new NodeOptions(), link);
        for (long now = 0; now < 30_000; now += 100)
        {
            teller.Step(now);
        }

        Assert.Equal(2, link.Messages.Count);
        teller.Confirmed(link.Messages[^1].Ticket);
        link.State = LinkState.Down;
        for (long now = 30_000; now < 90_000; now += 100)
        {
            teller.Step(now);
            link.Messages.ForEach(m => teller.Confirmed(m.Ticket));
        }

        Assert.Equal(3, link.Messages.Count);
        Assert.All(link.Messages, m =>
        {
            Assert.Equal(("jointwatch/v1/north/radar-1/state", 1, true), (m.Topic, m.Qos, m.Retain));
            StateMessage state = StationDecoder.ReadState(m.Bytes, 0, m.Bytes.Length);
            Assert.Equal((NodeState.Fault, 4u, "set-up: place.latitudeDegrees is 91; expected -90 to 90"), (state.State, state.Boot, state.Reason));
        });
    }
}

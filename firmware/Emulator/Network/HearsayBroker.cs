using JointWatch.Emulation.Mqtt;

namespace JointWatch.Emulation.Network;

/// <summary>Stands between one board and its broker. What the board says goes through as it is; what it hears may be altered.</summary>
public sealed class HearsayBroker(IBroker broker) : IBroker
{
    private readonly Lock _gate = new();
    private readonly List<Listener> _listeners = [];
    private IHearsay? _hearsay;

    /// <summary>From now on the board hears what is not so; null: it hears what its broker says.</summary>
    public void Tell(IHearsay? hearsay)
    {
        Listener[] present;
        lock (_gate)
        {
            _hearsay = hearsay;
            present = [.. _listeners];
        }

        foreach (Listener listener in present)
        {
            listener.Greet(hearsay);
        }
    }

    /// <inheritdoc/>
    public IBrokerEnd Connect(BrokerAddress address, IBoardEnd board)
    {
        Listener listener = new(this, board);
        lock (_gate)
        {
            _listeners.Add(listener);
        }

        return broker.Connect(address, listener);
    }

    private void Forget(Listener listener)
    {
        lock (_gate)
        {
            _listeners.Remove(listener);
        }
    }

    private sealed class Listener(HearsayBroker between, IBoardEnd board) : IBoardEnd
    {
        public void Accepted() => board.Accepted();

        public void Refused(string why)
        {
            between.Forget(this);
            board.Refused(why);
        }

        public void Receive(MqttPacket packet)
        {
            IHearsay? hearsay = Volatile.Read(ref between._hearsay);
            board.Receive(packet is PublishPacket p && hearsay is not null ? p with { Payload = hearsay.Altered(p.Topic, p.Payload) } : packet);
            if (packet is SubscribeAckPacket)
            {
                Greet(hearsay);
            }
        }

        public void Closed()
        {
            between.Forget(this);
            board.Closed();
        }

        public void Greet(IHearsay? hearsay)
        {
            foreach ((string topic, byte[] payload) in hearsay?.Greeting() ?? [])
            {
                board.Receive(new PublishPacket(0, topic, payload, 0, Retain: false, Again: false));
            }
        }
    }
}

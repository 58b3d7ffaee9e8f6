using JointWatch.Emulation.Mqtt;
using JointWatch.Emulation.Scheduling;

namespace JointWatch.Emulation.Network;

/// <summary>One client of a <see cref="VirtualBroker"/>.</summary>
internal sealed class BrokerSession(VirtualBroker broker, Scheduler scheduler, IBoardEnd board) : IBrokerEnd
{
    private readonly List<(string Filter, int Qos)> _filters = [];
    private ConnectPacket? _client;
    private long _heardAt;
    private int _lastId;
    private volatile bool _over;

    public string ClientId => _client?.ClientId ?? "";

    public void Send(MqttPacket packet)
    {
        if (_over || broker.IsMute)
        {
            return;
        }

        _heardAt = scheduler.Now;
        switch (packet)
        {
            case ConnectPacket connect:
                Welcome(connect);
                break;
            case PublishPacket p:
                bool answered = broker.Take(new BrokerMessage(broker.Now, ClientId, p.Topic, p.Payload, p.Qos, p.Retain, p.Again, IsWill: false));
                if (answered && p.Qos > 0)
                {
                    board.Receive(new PublishAckPacket(p.Id));
                }

                break;
            case SubscribePacket s:
                Subscribe(s);
                break;
            case UnsubscribePacket u:
                _filters.RemoveAll(f => u.Filters.Contains(f.Filter));
                board.Receive(new UnsubscribeAckPacket(u.Id));
                break;
            case PingPacket:
                board.Receive(new PingAnswerPacket());
                break;
            case DisconnectPacket:
                Drop(speakWill: false);
                break;
        }
    }

    public void Close() => Drop(speakWill: true);

    /// <summary>Sends a message if the client wants it.</summary>
    public void Offer(string topic, byte[] payload, int qos, bool retained)
    {
        foreach ((string filter, int granted) in _filters.ToArray())
        {
            if (TopicFilter.Matches(filter, topic))
            {
                int atMost = Math.Min(qos, granted);
                int id = atMost == 0 ? 0 : _lastId = (_lastId % ushort.MaxValue) + 1;
                board.Receive(new PublishPacket(id, topic, payload, atMost, retained, Again: false));
                return;
            }
        }
    }

    /// <summary>Ends the session and its connection.</summary>
    public void Drop(bool speakWill)
    {
        if (_over)
        {
            return;
        }

        Hangup();
        broker.Forget(this);
        if (speakWill && _client?.Will is { } will)
        {
            broker.Take(new BrokerMessage(broker.Now, ClientId, will.Topic, will.Payload, will.Qos, will.Retain, Again: false, IsWill: true));
        }
    }

    /// <summary>Ends the connection: the broker itself goes down.</summary>
    public void Hangup()
    {
        _over = true;
        board.Closed();
    }

    private void Welcome(ConnectPacket connect)
    {
        if (broker.ConnectAnswer != 0)
        {
            board.Receive(new ConnectAckPacket(broker.ConnectAnswer));
            Hangup();
            broker.Forget(this);
            return;
        }

        _client = connect;
        broker.Admit(this);
        board.Receive(new ConnectAckPacket(0));
        if (connect.KeepAliveSeconds > 0)
        {
            CheckAlive(connect.KeepAliveSeconds * TimeSpan.TicksPerSecond * 3 / 2);
        }
    }

    /// <summary>MQTT 3.1.1, 3.1.2.10: silence of one and a half times the keep-alive ends the connection.</summary>
    private void CheckAlive(long silence) => scheduler.At(_heardAt + silence, () =>
    {
        if (_over)
        {
            return;
        }

        if (scheduler.Now - _heardAt >= silence)
        {
            Drop(speakWill: true);
        }
        else
        {
            CheckAlive(silence);
        }
    });

    private void Subscribe(SubscribePacket s)
    {
        for (int i = 0; i < s.Filters.Length; i++)
        {
            string filter = s.Filters[i];
            _filters.RemoveAll(f => f.Filter == filter);
            _filters.Add((filter, s.Qos[i]));
        }

        board.Receive(new SubscribeAckPacket(s.Id, s.Qos));
        foreach (string filter in s.Filters)
        {
            foreach ((string topic, byte[] payload) in broker.RetainedFor(filter))
            {
                Offer(topic, payload, 1, retained: true);
            }
        }
    }
}

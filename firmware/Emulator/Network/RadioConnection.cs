using JointWatch.Emulation.Mqtt;
using JointWatch.Emulation.Scheduling;

namespace JointWatch.Emulation.Network;

/// <summary>
/// A TCP connection of a board over its radio. Packets arrive in order after their delay. While the path is gone what the board sends waits
/// in its send buffer, which TCP tries again until it gives up; what the broker sends is TCP's to try again too, until the broker gives up
/// the connection by its own rules: then the board's next bytes are answered by a reset.
/// </summary>
internal sealed class RadioConnection(VirtualBoard board, MqttClientModel client) : IBoardEnd
{
    private readonly Lock _gate = new();
    private readonly Queue<MqttPacket> _held = new();
    private readonly Queue<MqttPacket> _heldInward = new();
    private readonly Lane _outward = new(board.Scheduler);
    private readonly Lane _inward = new(board.Scheduler);
    private IBrokerEnd? _broker;
    private IDisposable? _givingUp;
    private int _heldBytes;
    private bool _halfOpen;
    private bool _brokerGone;
    private bool _over;

    private Scheduler Scheduler => board.Scheduler;

    private bool PathIsUp => !_halfOpen && board.Radio.IsUp;

    public void Open(BrokerAddress address)
    {
        if (!board.Radio.IsUp)
        {
            // Without a route lwIP says so at once.
            Later(_inward, () => client.OpenFailed("no route to host"));
            return;
        }

        IBroker? broker = board.World.Net.Find(address.Host, address.Port);
        Later(_outward, () =>
        {
            if (broker is null || !PathIsUp)
            {
                if (broker is null && PathIsUp)
                {
                    client.OpenFailed("connection refused");
                }

                return;
            }

            lock (_gate)
            {
                if (_over)
                {
                    return;
                }
            }

            _broker = broker.Connect(address, this);
        });
    }

    /// <summary>Says whether the send buffer takes a packet; if not, a send blocks.</summary>
    public bool HasRoomFor(MqttPacket packet)
    {
        lock (_gate)
        {
            return _heldBytes == 0 || _heldBytes + packet.Bytes <= board.Radio.SendBufferBytes;
        }
    }

    public void Send(MqttPacket packet)
    {
        lock (_gate)
        {
            if (_over)
            {
                return;
            }

            if (PathIsUp && _held.Count == 0)
            {
                Later(_outward, () => Deliver(packet));
                return;
            }

            Hold(packet);
        }
    }

    /// <summary>The board closes the socket.</summary>
    public void Close()
    {
        lock (_gate)
        {
            if (_over)
            {
                return;
            }

            _over = true;
            _givingUp?.Dispose();
            if (PathIsUp)
            {
                Later(_outward, () => _broker?.Close());
            }
        }

        board.Radio.Forget(this);
    }

    /// <summary>The board loses power: no one is told.</summary>
    public void Vanish()
    {
        lock (_gate)
        {
            _over = true;
            _givingUp?.Dispose();
        }

        if (_broker is NetworkBroker.Connection real)
        {
            real.Close();
        }
    }

    public void GoHalfOpen()
    {
        lock (_gate)
        {
            _halfOpen = true;
        }
    }

    /// <summary>The board has an address again: TCP tries what waits when its timer comes round.</summary>
    public void PathRestored()
    {
        double seconds = 0.2 + (board.Chance.NextDouble() * 2.8);
        Scheduler.At(Scheduler.Now + (long)(seconds * TimeSpan.TicksPerSecond), TryHeld);
    }

    public void Accepted() => Inward(client.Opened);

    public void Refused(string why) => Inward(() => client.OpenFailed(why));

    public void Receive(MqttPacket packet)
    {
        lock (_gate)
        {
            if (_over)
            {
                return;
            }

            if (PathIsUp && _heldInward.Count == 0)
            {
                Later(_inward, () => Arrive(packet));
            }
            else if (!_halfOpen)
            {
                _heldInward.Enqueue(packet);
            }
        }
    }

    /// <summary>The broker has closed the connection; without a path the board is not told.</summary>
    public void Closed()
    {
        lock (_gate)
        {
            _brokerGone = true;
            _heldInward.Clear();
            if (_over || !PathIsUp)
            {
                return;
            }
        }

        Inward(() => End());
    }

    private void Inward(Action what)
    {
        if (PathIsUp)
        {
            lock (_gate)
            {
                Later(_inward, what);
            }
        }
    }

    private void Arrive(MqttPacket packet)
    {
        lock (_gate)
        {
            if (_over)
            {
                return;
            }

            if (!PathIsUp)
            {
                if (!_halfOpen)
                {
                    _heldInward.Enqueue(packet);
                }

                return;
            }
        }

        client.Received(packet);
    }

    private void Deliver(MqttPacket packet)
    {
        lock (_gate)
        {
            if (_over && packet is not DisconnectPacket)
            {
                return;
            }

            if (!PathIsUp)
            {
                Hold(packet);
                return;
            }
        }

        // Not under the lock: the broker has one of its own, under which it calls this connection.
        if (_brokerGone)
        {
            Inward(() => End());
        }
        else
        {
            _broker?.Send(packet);
        }
    }

    private void Hold(MqttPacket packet)
    {
        _held.Enqueue(packet);
        _heldBytes += packet.Bytes;
        _givingUp ??= Scheduler.At(Scheduler.Now + board.Radio.TcpPatience.Ticks, () => End());
    }

    private void TryHeld()
    {
        lock (_gate)
        {
            if (_over || !PathIsUp)
            {
                return;
            }

            _givingUp?.Dispose();
            _givingUp = null;
            _heldBytes = 0;
            while (_held.TryDequeue(out MqttPacket? packet))
            {
                Later(_outward, () => Deliver(packet));
            }

            while (_heldInward.TryDequeue(out MqttPacket? packet))
            {
                Later(_inward, () => Arrive(packet));
            }
        }

        client.RoomAgain();
    }

    private void End()
    {
        lock (_gate)
        {
            if (_over)
            {
                return;
            }

            _over = true;
            _givingUp?.Dispose();
        }

        board.Radio.Forget(this);
        client.ChannelFailed();
    }

    /// <summary>Does something after the radio's delay, but not before what was sent before.</summary>
    private void Later(Lane lane, Action what)
    {
        VirtualRadio radio = board.Radio;
        Chance chance = board.Chance;
        long delay = radio.Delay.Ticks + (long)(radio.Jitter.Ticks * chance.NextDouble());
        for (long again = TimeSpan.TicksPerSecond / 5; chance.Hits(radio.Loss); again *= 2)
        {
            delay += again;
        }

        lane.Add(delay, what);
    }
}

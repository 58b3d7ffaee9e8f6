using JointWatch.Emulation.Network;
using JointWatch.Emulation.Scheduling;

namespace JointWatch.Emulation.Mqtt;

/// <summary>
/// The behaviour of M2Mqtt 5.1's MqttClient (nanoframework/nanoFramework.m2mqtt, July 2026) without its threads. What users trip over is kept:
/// Publish never throws for a link that is down, it queues, and what was queued goes out with the next connection; a message without an answer
/// goes three times, a second apart, and is then given up; the keep-alive asks only when nothing was sent for its period, so that a link that
/// sends each second is never tested; a socket whose buffer is full blocks whoever sends, Disconnect too; a closing takes 200 ms, and closes
/// whatever connection there is by then; a handler that throws ends the connection; a full queue drops what comes in.
/// </summary>
internal sealed partial class MqttClientModel
{
    private const long ClosingTicks = 200 * TimeSpan.TicksPerMillisecond;
    private const long JoinTicks = 1_000 * TimeSpan.TicksPerMillisecond;

    /// <summary>lwIP sends a SYN some times over about this long.</summary>
    private const long TcpOpenTicks = 75 * TimeSpan.TicksPerSecond;

    private readonly Lock _gate = new();
    private readonly List<Inflight> _inflight = [];
    private readonly HashSet<int> _unanswered = [];
    private readonly BrokerAddress _address;
    private readonly CallQueue _events;
    private readonly BoardRun _run;
    private readonly Signal _answer = new(stays: false);
    private readonly Signal _room = new(stays: false);
    private Signal _opened = new(stays: true);
    private RadioConnection? _channel;
    private string? _openFailure;
    private int _answerCode;
    private int _lastId;
    private bool _working;
    private bool _closing;
    private bool _alreadyClosing;
    private bool _faultReceiving;
    private bool _blocked;

    /// <exception cref="MqttModelException">The name cannot be resolved: as M2Mqtt does, already here.</exception>
    public MqttClientModel(BoardRun run, BrokerAddress address)
    {
        _run = run;
        _address = address;
        _events = new CallQueue(run, _ => BeginClosing());
        bool numeric = System.Net.IPAddress.TryParse(address.Host, out _);
        if (!numeric && !(run.Board.Radio.HasAddress && run.Board.World.Net.Resolves(address.Host)))
        {
            throw new MqttModelException(MqttFailure.UnknownHost, address.Host);
        }

        run.Board.Memory.Add(this);
        run.Board.Traffic.Begin(this);
    }

    public Action<PublishPacket>? PublishReceived { get; set; }

    public Action<int, bool>? Published { get; set; }

    public Action<int, int[]>? Subscribed { get; set; }

    public Action<int>? Unsubscribed { get; set; }

    public Action<int>? ConnectionOpened { get; set; }

    public Action? ConnectionClosed { get; set; }

    public bool IsConnected { get; private set; }

    /// <summary>Gets what the queues hold, in bytes of a board.</summary>
    public long QueuedBytes
    {
        get
        {
            lock (_gate)
            {
                long sum = 16L * _unanswered.Count;
                foreach (Inflight message in _inflight)
                {
                    sum += message.Bytes;
                }

                return sum;
            }
        }
    }

    private Scheduler Scheduler => _run.Board.Scheduler;

    /// <summary>Connects, on the caller's thread.</summary>
    /// <returns>The broker's answer.</returns>
    public int Connect(ConnectPacket connect)
    {
        lock (_gate)
        {
            _channel?.Close();
            _opened = new Signal(stays: true);
            _openFailure = null;
            _channel = _run.Board.Radio.Open(_address, this);
        }

        if (!_run.Wait(_opened, TcpOpenTicks))
        {
            throw new MqttModelException(MqttFailure.Connection, "Socket exception connecting to the broker: 10060");
        }

        if (_openFailure is not null)
        {
            throw new MqttModelException(MqttFailure.Connection, "Exception connecting to the broker: " + _openFailure);
        }

        bool stale = _faultReceiving && _run.Board.Chance.Hits(_run.Board.MqttFaults.StaleFaultOnConnect);
        lock (_gate)
        {
            _faultReceiving = false;
            _closing = false;
            _blocked = false;
            _answer.IsSet = false;
            Transmit(connect);
        }

        if (!_run.Wait(_answer, MqttSettingsModel.AnswerTimeoutMs * TimeSpan.TicksPerMillisecond))
        {
            throw new MqttModelException(MqttFailure.Communication, "no answer from the broker");
        }

        if (_faultReceiving || stale)
        {
            throw new MqttModelException(MqttFailure.Communication, "the connection was closed");
        }

        if (_answerCode == 0)
        {
            lock (_gate)
            {
                _working = true;
                IsConnected = true;
                KeepAlive(connect.KeepAliveSeconds);
                Pump();
            }
        }

        return _answerCode;
    }

    /// <summary>Says goodbye and closes. Blocks while the socket takes nothing.</summary>
    public void Disconnect()
    {
        DisconnectPacket goodbye = new();
        while (true)
        {
            lock (_gate)
            {
                if (_channel is null || _faultReceiving)
                {
                    throw new MqttModelException(MqttFailure.Communication, "the connection is closed");
                }

                if (!_blocked && _channel.HasRoomFor(goodbye))
                {
                    Transmit(goodbye);
                    break;
                }
            }

            _run.Wait(_room, Scheduler.Forever);
        }

        BeginClosing();
    }

    /// <summary>Closes without a word. No event follows.</summary>
    public void Close()
    {
        long ticks = BeginClose();
        if (ticks >= 0)
        {
            _run.Wait(null, ticks);
            FinishClose();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closing = true;
            IsConnected = false;
        }

        Close();
    }

    public int Publish(string topic, byte[] payload, int qos, bool retain)
    {
        lock (_gate)
        {
            int id = NextId();
            if (qos > 0)
            {
                _unanswered.Add(id);
            }

            if (!Enqueue(new Inflight(new PublishPacket(id, topic, payload, qos, retain, Again: false), inward: false)))
            {
                throw new MqttModelException(MqttFailure.InflightQueueFull, "the queue is full");
            }

            return id;
        }
    }

    public int Subscribe(string[] topics, int[] qos)
    {
        lock (_gate)
        {
            int id = NextId();
            Enqueue(new Inflight(new SubscribePacket(id, topics, qos), inward: false));
            return id;
        }
    }

    public int Unsubscribe(string[] topics)
    {
        lock (_gate)
        {
            int id = NextId();
            Enqueue(new Inflight(new UnsubscribePacket(id, topics), inward: false));
            return id;
        }
    }

    /// <summary>Begins to close after a failure: the dispatching thread does it, and tells the firmware in the end.</summary>
    private void BeginClosing()
    {
        lock (_gate)
        {
            IsConnected = false;
            if (_closing)
            {
                return;
            }

            _closing = true;
            if (!_working)
            {
                return;
            }
        }

        // Events that wait are told first.
        _events.Add(() =>
        {
            long ticks = BeginClose();
            if (ticks >= 0)
            {
                Scheduler.At(Scheduler.Now + ticks, () =>
                {
                    FinishClose();
                    _events.Add(() => ConnectionClosed?.Invoke());
                });
            }
        });
    }

    /// <returns>How long the threads take to end, ticks; negative where another closing is under way.</returns>
    private long BeginClose()
    {
        lock (_gate)
        {
            if (_alreadyClosing)
            {
                return -1;
            }

            _alreadyClosing = true;
            _working = false;
            return ClosingTicks + (_blocked ? JoinTicks : 0) + (_pinging ? JoinTicks : 0);
        }
    }

    /// <summary>Clears the queues and closes the connection: the present one, even if it is a new one.</summary>
    private void FinishClose()
    {
        lock (_gate)
        {
            _inflight.Clear();
            _unanswered.Clear();
            _channel?.Close();
            _channel = null;
            _working = false;
            _pinging = false;
            _keepAliveTimer?.Dispose();
            IsConnected = false;
            _alreadyClosing = false;
        }

        Scheduler.Raise(_room);
    }

    private int NextId() => _lastId = (_lastId % ushort.MaxValue) + 1;
}

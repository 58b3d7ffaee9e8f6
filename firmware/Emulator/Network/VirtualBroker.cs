using JointWatch.Emulation.Scheduling;

namespace JointWatch.Emulation.Network;

/// <summary>A message that a broker has taken.</summary>
/// <param name="At">The true time since the world began.</param>
/// <param name="From">The client's id; empty: the test.</param>
/// <param name="IsWill">Whether it is a last will, spoken by the broker.</param>
public sealed record BrokerMessage(TimeSpan At, string From, string Topic, byte[] Payload, int Qos, bool Retain, bool Again, bool IsWill);

/// <summary>An MQTT 3.1.1 broker in memory: sessions that end with their connections, last wills, retained messages, subscriptions, QoS 0 and 1, keep-alive.</summary>
public sealed class VirtualBroker : IBroker
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, BrokerSession> _sessions = new(StringComparer.Ordinal);
    private readonly HashSet<BrokerSession> _all = [];
    private readonly SortedDictionary<string, byte[]> _retained = new(StringComparer.Ordinal);
    private readonly List<BrokerMessage> _messages = [];
    private readonly Scheduler _scheduler;

    internal VirtualBroker(Scheduler scheduler) => _scheduler = scheduler;

    /// <summary>Gets or sets who is told of each message taken, before it is answered.</summary>
    public Action<BrokerMessage>? Took { get; set; }

    /// <summary>Gets or sets whether it takes connections.</summary>
    public bool IsUp { get; private set; } = true;

    /// <summary>Gets or sets whether it takes connections and never answers them: a port that something else listens on.</summary>
    public bool IsMute { get; set; }

    /// <summary>Gets or sets what it answers to CONNECT: 0 is yes, 5 not authorized.</summary>
    public int ConnectAnswer { get; set; }

    /// <summary>Gets or sets whether it speaks TLS.</summary>
    public bool Secure { get; set; }

    /// <summary>Gets or sets whether the messages taken are kept in <see cref="Messages"/>.</summary>
    public bool Keeps { get; set; } = true;

    /// <summary>Gets or sets which messages it takes without ever answering them.</summary>
    public Func<BrokerMessage, bool>? Unanswered { get; set; }

    /// <summary>Gets the messages taken, in order, if they are kept.</summary>
    public IReadOnlyList<BrokerMessage> Messages
    {
        get
        {
            lock (_gate)
            {
                return [.. _messages];
            }
        }
    }

    /// <summary>Gets how many messages were taken.</summary>
    public long MessageCount { get; private set; }

    /// <summary>Gets how many connections were accepted.</summary>
    public int Connects { get; private set; }

    /// <summary>Gets the ids of those connected.</summary>
    public IReadOnlyList<string> Clients
    {
        get
        {
            lock (_gate)
            {
                return [.. _sessions.Keys.Order(StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>Gets the retained message of a topic, or null.</summary>
    public byte[]? Retained(string topic)
    {
        lock (_gate)
        {
            return _retained.GetValueOrDefault(topic);
        }
    }

    /// <summary>Publishes a message of the test's own.</summary>
    public void Publish(string topic, byte[] payload, int qos = 1, bool retain = false) =>
        Take(new BrokerMessage(Now, "", topic, payload, qos, retain, Again: false, IsWill: false));

    /// <summary>Stops the broker: connections end, no last will is spoken.</summary>
    /// <param name="forgets">Whether retained messages are lost.</param>
    public void Stop(bool forgets = false)
    {
        BrokerSession[] ended;
        lock (_gate)
        {
            IsUp = false;
            ended = [.. _all];
            _all.Clear();
            _sessions.Clear();
            if (forgets)
            {
                _retained.Clear();
            }
        }

        foreach (BrokerSession session in ended)
        {
            session.Hangup();
        }
    }

    public void Start() => IsUp = true;

    /// <inheritdoc/>
    public IBrokerEnd Connect(BrokerAddress address, IBoardEnd board)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(board);
        BrokerSession session = new(this, _scheduler, board);
        if (!IsUp)
        {
            board.Refused("connection refused");
        }
        else if (address.Secure != Secure || (Secure && address.ChecksCertificate && !address.Trusts))
        {
            board.Refused("TLS handshake failed");
        }
        else
        {
            lock (_gate)
            {
                _all.Add(session);
            }

            board.Accepted();
        }

        return session;
    }

    internal TimeSpan Now => TimeSpan.FromTicks(_scheduler.Now);

    /// <summary>Notes who a session is; another of the same name is thrown out.</summary>
    internal void Admit(BrokerSession session)
    {
        BrokerSession? older;
        lock (_gate)
        {
            _sessions.TryGetValue(session.ClientId, out older);
            _sessions[session.ClientId] = session;
            Connects++;
        }

        older?.Drop(speakWill: true);
    }

    internal void Forget(BrokerSession session)
    {
        lock (_gate)
        {
            _all.Remove(session);
            if (_sessions.GetValueOrDefault(session.ClientId) == session)
            {
                _sessions.Remove(session.ClientId);
            }
        }
    }

    /// <returns>Whether the message is to be answered.</returns>
    internal bool Take(BrokerMessage message)
    {
        BrokerSession[] readers;
        lock (_gate)
        {
            MessageCount++;
            if (Keeps)
            {
                _messages.Add(message);
            }

            if (message.Retain)
            {
                if (message.Payload.Length == 0)
                {
                    _retained.Remove(message.Topic);
                }
                else
                {
                    _retained[message.Topic] = message.Payload;
                }
            }

            readers = [.. _all];
        }

        Took?.Invoke(message);
        foreach (BrokerSession reader in readers)
        {
            reader.Offer(message.Topic, message.Payload, message.Qos, retained: false);
        }

        return Unanswered?.Invoke(message) != true;
    }

    internal KeyValuePair<string, byte[]>[] RetainedFor(string filter)
    {
        lock (_gate)
        {
            return [.. _retained.Where(r => TopicFilter.Matches(filter, r.Key))];
        }
    }
}

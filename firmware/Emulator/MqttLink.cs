using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using JointWatch.Firmware;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace JointWatch.Emulation;

/// <summary>A node's link over MQTT 3.1.1 on TCP. Its state changes only in <see cref="Handle"/>, which the board calls between two steps.</summary>
internal sealed class MqttLink(string host, int port, string clientId, ChannelWriter<BoardEvent> events) : INodeLink, IDisposable
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);
    private MqttSession? _session;
    private int _lastTicket;

    public LinkState State { get; private set; }

    /// <summary>Gets why the last session ended, or null.</summary>
    public string? LastFailure { get; private set; }

    /// <summary>Gets or sets the node whose will and subscriptions a connection is made with.</summary>
    public SensorNode? Node { get; set; }

    public void BeginConnect()
    {
        SensorNode node = Node ?? throw new InvalidOperationException("the link has no node yet");
        _session?.Dispose();
        _session = new MqttSession(events);
        State = LinkState.Connecting;
        _ = _session.OpenAsync(OptionsFor(node), node.Subscriptions);
    }

    public void Close()
    {
        _session?.Dispose();
        _session = null;
        State = LinkState.Down;
    }

    public int Publish(string topic, byte[] buffer, int offset, int length, int qos, bool retain)
    {
        if (State != LinkState.Up || _session is null)
        {
            return -1;
        }

        MqttApplicationMessage message = new()
        {
            Topic = topic,
            Payload = new ReadOnlySequence<byte>(buffer.AsSpan(offset, length).ToArray()),
            QualityOfServiceLevel = (MqttQualityOfServiceLevel)qos,
            Retain = retain,
        };
        _lastTicket = _lastTicket == int.MaxValue ? 0 : _lastTicket + 1;
        _ = _session.PublishAsync(message, _lastTicket);
        return _lastTicket;
    }

    /// <summary>Takes an event of a session.</summary>
    /// <returns>False where it is of a session that has been given up.</returns>
    public bool Handle(BoardEvent what)
    {
        if (what.Session != _session)
        {
            return false;
        }

        if (what.Kind == BoardEventKind.Opened)
        {
            State = LinkState.Up;
            LastFailure = null;
        }
        else if (what.Kind == BoardEventKind.Closed)
        {
            LastFailure = what.Text;
            Close();
        }

        return true;
    }

    /// <summary>Ends the session in good order.</summary>
    public async Task SayGoodbyeAsync()
    {
        if (_session is not null && State == LinkState.Up)
        {
            await _session.CloseAsync();
        }

        Close();
    }

    public void Dispose() => Close();

    private MqttClientOptions OptionsFor(SensorNode node) => new()
    {
        ClientId = clientId,
        ProtocolVersion = MqttProtocolVersion.V311,
        CleanSession = true,
        KeepAlivePeriod = KeepAlive,
        WillTopic = node.StateTopic,
        WillPayload = Encoding.UTF8.GetBytes(node.LastWill),
        WillQualityOfServiceLevel = MqttQualityOfServiceLevel.AtLeastOnce,
        WillRetain = true,
        ChannelOptions = new MqttClientTcpOptions
        {
            RemoteEndpoint = new DnsEndPoint(host, port),

            // MQTTnet's own choice is to reset a connection when it ends, which can overtake the DISCONNECT that spares us the last will.
            LingerState = new LingerOption(false, 0),
        },
    };
}

using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using MQTTnet;
using MQTTnet.Protocol;
using MQTTnet.Server;

namespace JointWatch.Emulation.Tests.RealTime;

/// <summary>A message that a broker has seen.</summary>
internal sealed record Seen(string Topic, byte[] Bytes, bool Retain);

/// <summary>A real MQTT broker on a loopback port, whose messages a test awaits.</summary>
internal sealed class TestBroker : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Channel<Seen> _seen = Channel.CreateUnbounded<Seen>();
    private readonly MqttServer _server;

    private TestBroker(int port)
    {
        Port = port;
        _server = new MqttServerFactory().CreateMqttServer(new MqttServerOptionsBuilder()
            .WithDefaultEndpoint().WithDefaultEndpointBoundIPAddress(IPAddress.Loopback).WithDefaultEndpointPort(port).Build());
        _server.InterceptingPublishAsync += e =>
        {
            if (BreaksAt?.Invoke(e.ApplicationMessage) == true)
            {
                e.CloseConnection = true;
                e.ProcessPublish = false;
            }

            _seen.Writer.TryWrite(new Seen(e.ApplicationMessage.Topic, e.ApplicationMessage.Payload.ToArray(), e.ApplicationMessage.Retain));
            return Task.CompletedTask;
        };
    }

    public int Port { get; }

    /// <summary>Gets or sets at which messages the broker drops the connection instead of confirming.</summary>
    public Func<MqttApplicationMessage, bool>? BreaksAt { get; set; }

    public static async Task<TestBroker> StartAsync(int? port = null)
    {
        TestBroker broker = new(port ?? FreePort());
        await broker._server.StartAsync();
        return broker;
    }

    public static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The next message that fits; those before it are passed over.</summary>
    public async Task<Seen> NextAsync(Func<Seen, bool> fits)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        while (true)
        {
            Seen message = await _seen.Reader.ReadAsync(limit.Token);
            if (fits(message))
            {
                return message;
            }
        }
    }

    public Task<Seen> NextAsync(string kind) => NextAsync(m => m.Topic.EndsWith("/" + kind, StringComparison.Ordinal));

    /// <summary>What has been seen and not been awaited.</summary>
    public IReadOnlyList<Seen> Rest()
    {
        List<Seen> rest = [];
        while (_seen.Reader.TryRead(out Seen? message))
        {
            rest.Add(message);
        }

        return rest;
    }

    public async Task<byte[]?> RetainedAsync(string topic) =>
        await _server.GetRetainedMessageAsync(topic) is { } message ? message.Payload.ToArray() : null;

    public Task PublishAsync(string topic, ReadOnlyMemory<byte> bytes, bool retain) => _server.InjectApplicationMessage(
        new InjectedMqttApplicationMessage(new MqttApplicationMessage
        {
            Topic = topic,
            Payload = new ReadOnlySequence<byte>(bytes),
            QualityOfServiceLevel = MqttQualityOfServiceLevel.AtLeastOnce,
            Retain = retain,
        })
        { SenderClientId = "test" });

    public Task StopAsync() => _server.StopAsync(new MqttServerStopOptions());

    public async ValueTask DisposeAsync()
    {
        if (_server.IsStarted)
        {
            await StopAsync();
        }

        _server.Dispose();
    }
}

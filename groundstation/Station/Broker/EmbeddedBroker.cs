using System.Net;
using JointWatch.Links.Mqtt;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using MQTTnet;
using MQTTnet.AspNetCore;
using MQTTnet.Protocol;
using MQTTnet.Server;

namespace JointWatch.Station.Broker;

/// <summary>The MQTT broker inside the station: MQTTnet on Kestrel, so that a laptop needs no other program.</summary>
internal sealed class EmbeddedBroker(MqttServer server) : IBrokerLink
{
    /// <summary>What the broker keeps for a client that does not read: beyond, the oldest goes.</summary>
    private const int MaxPendingMessagesPerClient = 2_000;

    /// <summary>Above the largest payload that is looked into, so that one somewhat too large is refused by name; one beyond this ends its connection.</summary>
    private const long MaxPacketBytes = 256 * 1024;

    /// <summary>How long a client may take to say who it is, or to take what it is sent.</summary>
    private static readonly TimeSpan CommunicationTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Adds the broker to the program that is being built.</summary>
    public static void Add(WebApplicationBuilder builder, IPAddress address, int port)
    {
        builder.Services.AddHostedMqttServer(options => options
            .WithoutDefaultEndpoint()
            .WithDefaultCommunicationTimeout(CommunicationTimeout)
            .WithMaxPendingMessagesPerClient(MaxPendingMessagesPerClient));
        builder.Services.AddMqttConnectionHandler();
        builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Listen(address, port, listen =>
        {
            listen.Use(next => connection =>
            {
                connection.Transport = WholePacketReader.Before(connection.Transport, MaxPacketBytes);
                return next(connection);
            });
            listen.UseMqtt();
        }));
    }

    /// <summary>Puts the gate in place; before the program starts.</summary>
    public void Guard(BrokerGate gate)
    {
        server.ValidatingConnectionAsync += BrokerGate.ValidateConnectionAsync;
        server.InterceptingPublishAsync += gate.InterceptPublishAsync;
    }

    /// <inheritdoc/>
    public async Task<bool> PublishAsync(string topic, byte[] payload, bool retain, CancellationToken cancellation)
    {
        MqttApplicationMessage message = new MqttApplicationMessageBuilder()
            .WithTopic(topic)
            .WithPayload(payload)
            .WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce)
            .WithRetainFlag(retain)
            .Build();
        await server.InjectApplicationMessage(new InjectedMqttApplicationMessage(message) { SenderClientId = BrokerGate.StationClientId }, cancellation);
        return true;
    }
}

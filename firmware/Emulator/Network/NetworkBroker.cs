using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Channels;
using JointWatch.Emulation.Mqtt;
using MQTTnet;
using MQTTnet.Adapter;
using MQTTnet.Diagnostics.Logger;
using MQTTnet.Formatter;
using MQTTnet.Implementations;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace JointWatch.Emulation.Network;

/// <summary>The brokers of the real network: MQTTnet carries the packets, over TLS where the board asks for it; all else is the board's.</summary>
public sealed class NetworkBroker : IBroker
{
    /// <inheritdoc/>
    public IBrokerEnd Connect(BrokerAddress address, IBoardEnd board)
    {
        Connection connection = new(address, board);
        _ = connection.LiveAsync();
        return connection;
    }

    /// <summary>One connection.</summary>
    internal sealed class Connection(BrokerAddress address, IBoardEnd board) : IBrokerEnd
    {
        private readonly Channel<Mqtt.MqttPacket> _out = Channel.CreateUnbounded<Mqtt.MqttPacket>(new UnboundedChannelOptions { SingleReader = true });

        public void Send(Mqtt.MqttPacket packet) => _out.Writer.TryWrite(packet);

        /// <summary>Closes once what was sent before is out.</summary>
        public void Close() => _out.Writer.TryComplete();

        public async Task LiveAsync()
        {
            using CancellationTokenSource closed = new();
            using IMqttChannelAdapter adapter = new MqttClientAdapterFactory().CreateClientAdapter(Options(), null, new MqttNetNullLogger());
            try
            {
                await adapter.ConnectAsync(closed.Token);
            }
            catch (Exception e)
            {
                board.Refused(e.InnerException?.Message ?? e.Message);
                return;
            }

            board.Accepted();
            Task receiving = ReceiveAsync(adapter, closed.Token);
            try
            {
                await foreach (Mqtt.MqttPacket packet in _out.Reader.ReadAllAsync(closed.Token))
                {
                    await adapter.SendPacketAsync(Encoded(packet), closed.Token);
                }
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // Whatever ends it, the board learns that it has ended.
            }

            await closed.CancelAsync();
            await receiving;
            board.Closed();
        }

        private async Task ReceiveAsync(IMqttChannelAdapter adapter, CancellationToken closed)
        {
            try
            {
                while (await adapter.ReceivePacketAsync(closed) is { } packet)
                {
                    if (Decoded(packet) is { } known)
                    {
                        board.Receive(known);
                    }
                }
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // As above.
            }

            _out.Writer.TryComplete();
        }

        private static MQTTnet.Packets.MqttPacket Encoded(Mqtt.MqttPacket packet) => packet switch
        {
            ConnectPacket c => new MqttConnectPacket
            {
                ClientId = c.ClientId,
                Username = c.User,
                Password = c.Password is null ? null : Encoding.UTF8.GetBytes(c.Password),
                CleanSession = c.CleanSession,
                KeepAlivePeriod = (ushort)c.KeepAliveSeconds,
                WillFlag = c.Will is not null,
                WillTopic = c.Will?.Topic,
                WillMessage = c.Will?.Payload,
                WillQoS = (MqttQualityOfServiceLevel)(c.Will?.Qos ?? 0),
                WillRetain = c.Will?.Retain == true,
            },
            PublishPacket p => new MqttPublishPacket
            {
                PacketIdentifier = (ushort)(p.Qos == 0 ? 0 : p.Id),
                Topic = p.Topic,
                Payload = new ReadOnlySequence<byte>(p.Payload),
                QualityOfServiceLevel = (MqttQualityOfServiceLevel)p.Qos,
                Retain = p.Retain,
                Dup = p.Again,
            },
            PublishAckPacket a => new MqttPubAckPacket { PacketIdentifier = (ushort)a.Id },
            SubscribePacket s => new MqttSubscribePacket
            {
                PacketIdentifier = (ushort)s.Id,
                TopicFilters = [.. s.Filters.Select((f, i) => new MqttTopicFilter { Topic = f, QualityOfServiceLevel = (MqttQualityOfServiceLevel)s.Qos[i] })],
            },
            UnsubscribePacket u => new MqttUnsubscribePacket { PacketIdentifier = (ushort)u.Id, TopicFilters = [.. u.Filters] },
            PingPacket => MqttPingReqPacket.Instance,
            DisconnectPacket => new MqttDisconnectPacket(),
            _ => throw new ArgumentException($"a board sends no {packet.GetType().Name}", nameof(packet)),
        };

        private static Mqtt.MqttPacket? Decoded(MQTTnet.Packets.MqttPacket packet) => packet switch
        {
            MqttConnAckPacket c => new ConnectAckPacket((int)c.ReturnCode),
            MqttPublishPacket p => new PublishPacket(p.PacketIdentifier, p.Topic, p.Payload.ToArray(), (int)p.QualityOfServiceLevel, p.Retain, p.Dup),
            MqttPubAckPacket a => new PublishAckPacket(a.PacketIdentifier),
            MqttSubAckPacket s => new SubscribeAckPacket(s.PacketIdentifier, [.. s.ReasonCodes.Select(r => (int)r)]),
            MqttUnsubAckPacket u => new UnsubscribeAckPacket(u.PacketIdentifier),
            MqttPingRespPacket => new PingAnswerPacket(),
            _ => null,
        };

        private MqttClientOptions Options() => new()
        {
            ProtocolVersion = MqttProtocolVersion.V311,
            ChannelOptions = new MqttClientTcpOptions
            {
                RemoteEndpoint = new DnsEndPoint(address.Host, address.Port),

                // MQTTnet's own choice is to reset a connection when it ends, which can overtake the DISCONNECT that spares us the last will.
                LingerState = new LingerOption(false, 0),
                TlsOptions = new MqttClientTlsOptions
                {
                    UseTls = address.Secure,
                    TargetHost = address.Host,
                    SslProtocol = System.Security.Authentication.SslProtocols.Tls12,
                    CertificateValidationHandler = e => !address.ChecksCertificate || IsSigned(e.Certificate),
                },
            },
        };

        private bool IsSigned(X509Certificate? certificate)
        {
            if (certificate is null || address.CaCertificatePem is null)
            {
                return false;
            }

            using X509Certificate2 ca = X509Certificate2.CreateFromPem(address.CaCertificatePem);
            using X509Certificate2 given = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
            using X509Chain chain = new();
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            chain.ChainPolicy.CustomTrustStore.Add(ca);
            return chain.Build(given);
        }
    }
}

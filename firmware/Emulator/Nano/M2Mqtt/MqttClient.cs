using System;
using System.Collections;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using JointWatch.Emulation;
using JointWatch.Emulation.Mqtt;
using JointWatch.Emulation.Network;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Messages;

namespace nanoFramework.M2Mqtt
{
    /// <summary>M2Mqtt's events.</summary>
    public interface IMqttClient
    {
        delegate void MqttMsgPublishEventHandler(object sender, MqttMsgPublishEventArgs e);

        delegate void MqttMsgPublishedEventHandler(object sender, MqttMsgPublishedEventArgs e);

        delegate void MqttMsgSubscribedEventHandler(object sender, MqttMsgSubscribedEventArgs e);

        delegate void MqttMsgUnsubscribedEventHandler(object sender, MqttMsgUnsubscribedEventArgs e);

        delegate void ConnectionClosedEventHandler(object sender, EventArgs e);
    }

    /// <summary>M2Mqtt's client, over <see cref="MqttClientModel"/>, which says how it behaves.</summary>
    public sealed class MqttClient : IMqttClient, IDisposable
    {
        private readonly MqttClientModel _model;

        public MqttClient(string brokerHostName)
            : this(brokerHostName, MqttSettings.BrokerDefaultPort, false, null, null, MqttSslProtocols.None)
        {
        }

        public MqttClient(string brokerHostName, int brokerPort, bool secure, X509Certificate? caCert, X509Certificate? clientCert, MqttSslProtocols sslProtocol)
        {
            _ = clientCert;
            _ = sslProtocol;
            BoardRun run = BoardRun.Enter("MqttClient..ctor");
            BoardOptions board = run.Board.Options;
            BrokerAddress address = new(
                brokerHostName,
                brokerPort,
                secure,
                run.Mqtt.ValidateServerCertificate,
                caCert is not null || board.TrustsBroker,
                caCert?.Pem ?? board.CaCertificatePem);
            _model = Translated(() => new MqttClientModel(run, address));
            _model.PublishReceived = p => MqttMsgPublishReceived?.Invoke(
                this, new MqttMsgPublishEventArgs(p.Topic, p.Payload, p.Again, (MqttQoSLevel)p.Qos, p.Retain));
            _model.Published = (id, done) => MqttMsgPublished?.Invoke(this, new MqttMsgPublishedEventArgs((ushort)id, done));
            _model.Subscribed = (id, qos) => MqttMsgSubscribed?.Invoke(
                this, new MqttMsgSubscribedEventArgs((ushort)id, Array.ConvertAll(qos, q => (MqttQoSLevel)q)));
            _model.Unsubscribed = id => MqttMsgUnsubscribed?.Invoke(this, new MqttMsgUnsubscribedEventArgs((ushort)id));
            _model.ConnectionOpened = code => ConnectionOpened?.Invoke(
                this, new ConnectionOpenedEventArgs(new MqttMsgConnack { ReturnCode = (MqttReasonCode)code }));
            _model.ConnectionClosed = () => ConnectionClosed?.Invoke(this, EventArgs.Empty);
        }

        public delegate void ConnectionOpenedEventHandler(object sender, ConnectionOpenedEventArgs e);

        public event IMqttClient.MqttMsgPublishEventHandler? MqttMsgPublishReceived;

        public event IMqttClient.MqttMsgPublishedEventHandler? MqttMsgPublished;

        public event IMqttClient.MqttMsgSubscribedEventHandler? MqttMsgSubscribed;

        public event IMqttClient.MqttMsgUnsubscribedEventHandler? MqttMsgUnsubscribed;

        public event ConnectionOpenedEventHandler? ConnectionOpened;

        public event IMqttClient.ConnectionClosedEventHandler? ConnectionClosed;

        public bool IsConnected => _model.IsConnected;

        public MqttProtocolVersion ProtocolVersion { get; set; } = MqttProtocolVersion.Version_3_1_1;

        public MqttSettings Settings { get; } = MqttSettings.Instance;

        public MqttReasonCode Connect(string clientId) => Connect(clientId, true);

        public MqttReasonCode Connect(string clientId, bool cleanSession) =>
            Connect(clientId, null, null, false, MqttQoSLevel.AtMostOnce, false, null, null, cleanSession, 60);

        public MqttReasonCode Connect(
            string clientId,
            string? username,
            string? password,
            bool willRetain,
            MqttQoSLevel willQosLevel,
            bool willFlag,
            string? willTopic,
            string? willMessage,
            bool cleanSession,
            ushort keepAlivePeriod)
        {
            BoardRun.Enter("MqttClient.Connect");
            bool anyWill = !string.IsNullOrEmpty(willTopic) && !string.IsNullOrEmpty(willMessage);
            if (willFlag ? !anyWill || willQosLevel > MqttQoSLevel.ExactlyOnce : willRetain || willTopic is not null || willMessage is not null)
            {
                throw new MqttClientException(MqttClientErrorCode.WillWrong);
            }

            WillMessage? will = willFlag ? new WillMessage(willTopic!, Encoding.UTF8.GetBytes(willMessage!), (int)willQosLevel, willRetain) : null;
            ConnectPacket packet = new(clientId, username, password, cleanSession, keepAlivePeriod, will);
            return (MqttReasonCode)Translated(() => _model.Connect(packet));
        }

        public void Disconnect()
        {
            BoardRun.Enter("MqttClient.Disconnect");
            Translated(() =>
            {
                _model.Disconnect();
                return true;
            });
        }

        public void Close()
        {
            BoardRun.Enter("MqttClient.Close");
            _model.Close();
        }

        public void Dispose()
        {
            BoardRun.Enter("MqttClient.Dispose");
            _model.Dispose();
        }

        public ushort Publish(string topic, byte[] message) => Publish(topic, message, null, null, MqttQoSLevel.AtMostOnce, false);

        public ushort Publish(string topic, byte[] message, string? contentType, ArrayList? userProperties, MqttQoSLevel qosLevel, bool retain)
        {
            BoardRun.Enter("MqttClient.Publish");
            if (!string.IsNullOrEmpty(contentType) || userProperties is { Count: > 0 })
            {
                throw new NotSupportedException();
            }

            // The bytes are not copied, as M2Mqtt does not: a buffer used again before the message is out changes it.
            return (ushort)Translated(() => _model.Publish(topic, message, (int)qosLevel, retain));
        }

        public ushort Subscribe(string[] topics, MqttQoSLevel[] qosLevels)
        {
            BoardRun.Enter("MqttClient.Subscribe");
            return (ushort)_model.Subscribe(topics, Array.ConvertAll(qosLevels, q => (int)q));
        }

        public ushort Unsubscribe(string[] topics)
        {
            BoardRun.Enter("MqttClient.Unsubscribe");
            return (ushort)_model.Unsubscribe(topics);
        }

        private static T Translated<T>(Func<T> call)
        {
            try
            {
                return call();
            }
            catch (MqttModelException e)
            {
                throw e.Failure switch
                {
                    MqttFailure.Connection => new MqttConnectionException(e.Message, null),
                    MqttFailure.InflightQueueFull => new MqttClientException(MqttClientErrorCode.InflightQueueFull),
                    MqttFailure.UnknownHost => new System.Net.Sockets.SocketException(11001),
                    _ => new MqttCommunicationException(),
                };
            }
        }
    }
}

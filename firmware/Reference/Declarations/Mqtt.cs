namespace nanoFramework.M2Mqtt
{
    using System;
    using System.Collections;
    using System.Security.Cryptography.X509Certificates;
    using nanoFramework.M2Mqtt.Messages;

    public enum MqttSslProtocols
    {
        None = 0,
        SSLv3 = 1,
        TLSv1_0 = 2,
        TLSv1_1 = 3,
        TLSv1_2 = 4,
        TLSv1_3 = 5,
    }

    public class MqttSettings
    {
        protected MqttSettings() => throw null!;
        public int InflightQueueSize { get => throw null!; set => throw null!; }
    }

    public interface IMqttClient
    {
        delegate void ConnectionClosedEventHandler(object sender, EventArgs e);

        delegate void MqttMsgPublishedEventHandler(object sender, MqttMsgPublishedEventArgs e);

        delegate void MqttMsgPublishEventHandler(object sender, MqttMsgPublishEventArgs e);

        delegate void MqttMsgSubscribedEventHandler(object sender, MqttMsgSubscribedEventArgs e);
    }

    public class MqttClient
    {
        public MqttClient(string brokerHostName, int brokerPort, bool secure, X509Certificate? caCert, X509Certificate? clientCert, MqttSslProtocols sslProtocol) =>
            throw null!;

        public event IMqttClient.ConnectionClosedEventHandler ConnectionClosed { add => throw null!; remove => throw null!; }
        public event IMqttClient.MqttMsgPublishedEventHandler MqttMsgPublished { add => throw null!; remove => throw null!; }
        public event IMqttClient.MqttMsgPublishEventHandler MqttMsgPublishReceived { add => throw null!; remove => throw null!; }
        public event IMqttClient.MqttMsgSubscribedEventHandler MqttMsgSubscribed { add => throw null!; remove => throw null!; }
        public bool IsConnected => throw null!;
        public MqttSettings Settings => throw null!;
        public void Close() => throw null!;

        public MqttReasonCode Connect(
            string clientId,
            string? username,
            string? password,
            bool willRetain,
            MqttQoSLevel willQosLevel,
            bool willFlag,
            string willTopic,
            string willMessage,
            bool cleanSession,
            ushort keepAlivePeriod) => throw null!;

        public void Disconnect() => throw null!;
        public ushort Publish(string topic, byte[] message, string? contentType, ArrayList? userProperties, MqttQoSLevel qosLevel, bool retain) => throw null!;
        public ushort Subscribe(string[] topics, MqttQoSLevel[] qosLevels) => throw null!;
    }
}

namespace nanoFramework.M2Mqtt.Messages
{
    using System;

    public enum MqttQoSLevel
    {
        AtMostOnce = 0,
        AtLeastOnce = 1,
        ExactlyOnce = 2,
        GrantedFailure = 128,
    }

    public enum MqttReasonCode
    {
        Success = 0,
        UnspecifiedError = 128,
    }

    public class MqttMsgPublishEventArgs : EventArgs
    {
        protected MqttMsgPublishEventArgs() => throw null!;
        public byte[] Message => throw null!;
        public string Topic => throw null!;
    }

    public class MqttMsgPublishedEventArgs : EventArgs
    {
        public MqttMsgPublishedEventArgs(ushort messageId) => throw null!;
        public bool IsPublished => throw null!;
        public ushort MessageId => throw null!;
    }

    public class MqttMsgSubscribedEventArgs : EventArgs
    {
        protected MqttMsgSubscribedEventArgs() => throw null!;
    }
}

using System;

namespace nanoFramework.M2Mqtt.Messages
{
    /// <summary>M2Mqtt's QoS.</summary>
    public enum MqttQoSLevel : byte
    {
        AtMostOnce = 0,
        AtLeastOnce = 1,
        ExactlyOnce = 2,
        GrantedFailure = 0x80,
    }

    /// <summary>The answers to CONNECT of MQTT 3.1.1, by M2Mqtt's names.</summary>
    public enum MqttReasonCode : byte
    {
        Success = 0,
        ConnectionRefusedUnacceptableProtocolVersion = 1,
        ConnectionRefusedIdentifierRejected = 2,
        ConnectionRefusedServerUnavailable = 3,
        ConnectionRefusedBadUserNameOrPassword = 4,
        ConnectionRefusedNotAuthorized = 5,
    }

    /// <summary>A message that came in.</summary>
    public sealed class MqttMsgPublishEventArgs : EventArgs
    {
        public MqttMsgPublishEventArgs(string topic, byte[] message, bool dupFlag, MqttQoSLevel qosLevel, bool retain)
        {
            Topic = topic;
            Message = message;
            DupFlag = dupFlag;
            QosLevel = qosLevel;
            Retain = retain;
        }

        public string Topic { get; }

        public byte[] Message { get; }

        public bool DupFlag { get; }

        public MqttQoSLevel QosLevel { get; }

        public bool Retain { get; }
    }

    /// <summary>A message that was answered, or given up.</summary>
    public sealed class MqttMsgPublishedEventArgs : EventArgs
    {
        public MqttMsgPublishedEventArgs(ushort messageId, bool isPublished)
        {
            MessageId = messageId;
            IsPublished = isPublished;
        }

        public ushort MessageId { get; }

        public bool IsPublished { get; }
    }

    /// <summary>A subscription that was answered.</summary>
    public sealed class MqttMsgSubscribedEventArgs : EventArgs
    {
        public MqttMsgSubscribedEventArgs(ushort messageId, MqttQoSLevel[] grantedQosLevels)
        {
            MessageId = messageId;
            GrantedQoSLevels = grantedQosLevels;
        }

        public ushort MessageId { get; }

        public MqttQoSLevel[] GrantedQoSLevels { get; }
    }

    /// <summary>An end of a subscription that was answered.</summary>
    public sealed class MqttMsgUnsubscribedEventArgs : EventArgs
    {
        public MqttMsgUnsubscribedEventArgs(ushort messageId) => MessageId = messageId;

        public ushort MessageId { get; }
    }

    /// <summary>The broker's answer.</summary>
    public sealed class MqttMsgConnack
    {
        public MqttReasonCode ReturnCode { get; set; }
    }

    /// <summary>A connection that was answered.</summary>
    public sealed class ConnectionOpenedEventArgs : EventArgs
    {
        public ConnectionOpenedEventArgs(MqttMsgConnack message) => Message = message;

        public MqttMsgConnack Message { get; }
    }
}

using System;

namespace nanoFramework.M2Mqtt.Exceptions
{
    /// <summary>M2Mqtt's codes, as far as a client meets them.</summary>
    public enum MqttClientErrorCode
    {
        WillWrong = 1,
        KeepAliveWrong,
        TopicWildcard,
        TopicLength,
        QosNotAllowed,
        TopicsEmpty,
        QosLevelsEmpty,
        TopicsQosLevelsNotMatch,
        WrongBrokerMessage,
        WrongMessageId,
        InflightQueueFull,
        InvalidFlagBits,
        InvalidConnectFlags,
        InvalidClientId,
        InvalidProtocolName,
    }

    /// <summary>What a client does wrong.</summary>
    public class MqttClientException : Exception
    {
        public MqttClientException(MqttClientErrorCode errorCode) => ErrorCode = errorCode;

        public MqttClientErrorCode ErrorCode { get; set; }
    }

    /// <summary>A connection that broke, or an answer that did not come.</summary>
    public class MqttCommunicationException : Exception
    {
        public MqttCommunicationException()
        {
        }

        public MqttCommunicationException(Exception e)
            : base("", e)
        {
        }
    }

    /// <summary>A connection that did not come about.</summary>
    public class MqttConnectionException : Exception
    {
        public MqttConnectionException(string message, Exception? innerException)
            : base(message, innerException)
        {
        }
    }
}

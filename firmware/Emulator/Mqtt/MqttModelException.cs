namespace JointWatch.Emulation.Mqtt;

/// <summary>Which of M2Mqtt's exceptions it is.</summary>
internal enum MqttFailure
{
    Connection,
    Communication,
    InflightQueueFull,
    UnknownHost,
}

/// <summary>A failure of the MQTT client; the nano type turns it into M2Mqtt's own.</summary>
internal sealed class MqttModelException(MqttFailure failure, string message) : Exception(message)
{
    public MqttFailure Failure => failure;
}

namespace JointWatch.Emulation.Mqtt;

/// <summary>M2Mqtt's settings: one set for all clients of a board, with the library's defaults.</summary>
internal sealed class MqttSettingsModel
{
    /// <summary>The wait for an answer to CONNECT.</summary>
    public const int AnswerTimeoutMs = 30_000;

    public const int RetryDelayMs = 1_000;

    public const int Attempts = 3;

    /// <summary>Gets or sets how many messages wait at most: unbounded unless the firmware says otherwise.</summary>
    public int InflightQueueSize { get; set; } = int.MaxValue;

    public bool ValidateServerCertificate { get; set; } = true;
}

/// <summary>Faults of M2Mqtt 5.1 that a race decides on a board, and that a test decides here.</summary>
public sealed class MqttFaults
{
    /// <summary>
    /// Gets or sets the probability that Connect throws although the broker has accepted: the exception that ended the connection before is
    /// still there when the answer comes (MqttClient.SendReceive reads it before the receiving thread has cleared it).
    /// </summary>
    public double StaleFaultOnConnect { get; set; }
}

namespace JointWatch.Station.Broker;

/// <summary>The station's own voice on the broker, embedded or outside.</summary>
internal interface IBrokerLink
{
    /// <summary>Publishes with QoS 1. Returns false where there is no broker at the moment; nothing is queued then.</summary>
    Task<bool> PublishAsync(string topic, byte[] payload, bool retain, CancellationToken cancellation);
}

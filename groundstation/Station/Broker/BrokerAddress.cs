namespace JointWatch.Station.Broker;

/// <summary>Where an outside broker listens.</summary>
public sealed record BrokerAddress(string Host, int Port)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Host}:{Port}";
}

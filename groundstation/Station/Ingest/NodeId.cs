using JointWatch.Tracking;

namespace JointWatch.Station.Ingest;

/// <summary>A node's name: its party and its own. Both are names by the rules of the contract.</summary>
public readonly record struct NodeId(string Party, string Name)
{
    /// <summary>Gets the name under which the tracker knows the node's sensor.</summary>
    public SensorId Sensor => new(ToString());

    /// <inheritdoc/>
    public override string ToString() => $"{Party}/{Name}";
}

using JointWatch.Contract;
using JointWatch.Tracking;

namespace JointWatch.Station.Ingest;

/// <summary>A node's name: its party and its own. Both are names by the rules of the contract.</summary>
public readonly record struct NodeId(string Party, string Name)
{
    /// <summary>Gets the name under which the tracker knows the node's sensor.</summary>
    public SensorId Sensor => new(ToString());

    /// <summary>What a node's name must be, in words.</summary>
    internal const string Expected = "PARTY/NODE, each 1 to 32 of a-z, 0-9 and '-' with no '-' at either end; the party neither 'exercise' nor 'station'";

    /// <summary>The node of a name such as <c>north/radar-1</c>; null where it is none.</summary>
    public static NodeId? TryParse(string text) =>
        text.Split('/') is [var party, var name] && Topics.IsParty(party) && Topics.IsName(name) ? new NodeId(party, name) : null;

    /// <inheritdoc/>
    public override string ToString() => $"{Party}/{Name}";
}

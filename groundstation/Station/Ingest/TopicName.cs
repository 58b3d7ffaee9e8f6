using JointWatch.Contract;

namespace JointWatch.Station.Ingest;

/// <summary>Takes a topic of the contract apart.</summary>
internal static class TopicName
{
    private const string Expected = "jointwatch/v1/<party>/<node>/<kind> with names of a-z, 0-9 and '-' and a kind of birth, state, report, health or ack";

    /// <summary>The node and the kind of a topic that a node publishes on.</summary>
    /// <exception cref="RefusedException">It is not such a topic.</exception>
    public static (NodeId Node, string Kind) Parse(string topic)
    {
        string[] parts = topic.StartsWith(Topics.Root, StringComparison.Ordinal) ? topic[Topics.Root.Length..].Split('/') : [];
        return parts.Length == 3
            && Topics.IsParty(parts[0])
            && Topics.IsName(parts[1])
            && (parts[2] is Topics.Birth or Topics.State or Topics.Report or Topics.Health or Topics.Ack)
            ? (new NodeId(parts[0], parts[1]), parts[2])
            : throw new RefusedException("topic", $"'{topic}'", Expected);
    }
}

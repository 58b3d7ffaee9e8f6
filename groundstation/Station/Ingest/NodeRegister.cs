namespace JointWatch.Station.Ingest;

/// <summary>All nodes that have said something valid, in order of name.</summary>
public sealed class NodeRegister
{
    /// <summary>The most nodes that a station serves; what comes under further names is refused.</summary>
    public const int MaxNodes = 10_000;

    private readonly Dictionary<NodeId, NodeRecord> _nodes = [];

    /// <summary>Gets the nodes in order of party and name.</summary>
    public IEnumerable<NodeRecord> InOrder =>
        _nodes.Values.OrderBy(n => n.Id.Party, StringComparer.Ordinal).ThenBy(n => n.Id.Name, StringComparer.Ordinal);

    /// <summary>Gets the number of nodes.</summary>
    public int Count => _nodes.Count;

    /// <summary>The record of a node, or null where nothing valid has come from it.</summary>
    public NodeRecord? Find(NodeId id) => _nodes.GetValueOrDefault(id);

    /// <summary>The record of a node that has just said something valid.</summary>
    /// <exception cref="RefusedException">There are too many nodes.</exception>
    internal NodeRecord FindOrAdd(NodeId id)
    {
        if (_nodes.TryGetValue(id, out NodeRecord? known))
        {
            return known;
        }

        if (_nodes.Count == MaxNodes)
        {
            throw new RefusedException("topic", $"the {MaxNodes + 1}th node", $"at most {MaxNodes} nodes");
        }

        var added = new NodeRecord(id);
        _nodes.Add(id, added);
        return added;
    }
}

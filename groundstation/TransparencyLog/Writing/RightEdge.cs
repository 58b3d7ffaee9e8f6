using JointWatch.TransparencyLog.Merkle;
using JointWatch.TransparencyLog.Tiles;

namespace JointWatch.TransparencyLog.Writing;

/// <summary>What of a tree can still grow: the last partial tile of each level and the last partial bundle. All else is written for good.</summary>
internal sealed class RightEdge
{
    private readonly List<List<TreeHash>> _levels = [];
    private readonly List<ReadOnlyMemory<byte>> _entries = [];
    private readonly CompactTree _tree;
    private readonly SortedSet<int> _grown = [];

    public RightEdge() => _tree = new CompactTree();

    private RightEdge(RightEdge other)
    {
        _levels = [.. other._levels.Select(level => new List<TreeHash>(level))];
        _entries = [.. other._entries];
        _tree = other._tree.Clone();
    }

    public long Size => _tree.Size;

    public TreeHash Root => _tree.Root;

    /// <summary>Reads the edge of a tree from its tiles, and holds the entries of its last bundle against them.</summary>
    /// <exception cref="LogFormatException">A tile or bundle is torn, gone, or does not go with the rest.</exception>
    public static RightEdge Read(TileFolder tiles, long size)
    {
        var edge = new RightEdge();
        for (int level = 0; level <= TileName.MaxLevel && TileName.CountAt(level, size) is var count && count > 0; level++)
        {
            edge._levels.Add(count % TileName.FullWidth == 0 ? [] : [.. tiles.ReadHashes(TileName.Holding(level, count - 1, size))]);
        }

        // From the top level down, each hash is a perfect subtree of that level, larger ones first, as the compact tree takes them.
        for (int level = edge._levels.Count - 1; level >= 0; level--)
        {
            foreach (TreeHash hash in edge._levels[level])
            {
                edge._tree.AppendSubtree(hash, TileName.Height * level);
            }
        }

        if (size % TileName.FullWidth > 0)
        {
            edge._entries.AddRange(tiles.ReadEntries(TileName.Holding(null, size - 1, size)));
            for (int i = 0; i < edge._entries.Count; i++)
            {
                if (MerkleHasher.Leaf(edge._entries[i].Span) != edge._levels[0][i])
                {
                    long index = size - edge._entries.Count + i;
                    throw new LogFormatException(tiles.Folder, $"entry {index}", "another than its leaf hash says", "the entry that was logged");
                }
            }
        }

        return edge;
    }

    public RightEdge Clone() => new(this);

    /// <summary>Takes an entry.</summary>
    /// <param name="full">Called with each tile and bundle that is full now.</param>
    public void Append(ReadOnlyMemory<byte> entry, Action<TileName, byte[]> full)
    {
        TreeHash hash = MerkleHasher.Leaf(entry.Span);
        _entries.Add(entry);
        _tree.Append(hash);
        if (_entries.Count == TileName.FullWidth)
        {
            full(TileName.Holding(null, Size - 1, Size), EntryBundle.Encode(_entries));
            _entries.Clear();
        }

        for (int level = 0; ; level++)
        {
            if (level == _levels.Count)
            {
                _levels.Add([]);
            }

            List<TreeHash> tile = _levels[level];
            tile.Add(hash);
            _grown.Add(level);
            if (tile.Count < TileName.FullWidth)
            {
                return;
            }

            full(TileName.Holding(level, TileName.CountAt(level, Size) - 1, Size), HashTile.Encode(tile));
            hash = HashTile.Root(tile);
            tile.Clear();
        }
    }

    /// <summary>The partial tiles and the bundle that have grown since the edge was read or cloned.</summary>
    public IEnumerable<(TileName Name, byte[] Bytes)> Partial()
    {
        if (_entries.Count > 0)
        {
            yield return (TileName.Holding(null, Size - 1, Size), EntryBundle.Encode(_entries));
        }

        foreach (int level in _grown.Where(level => _levels[level].Count > 0))
        {
            yield return (TileName.Holding(level, TileName.CountAt(level, Size) - 1, Size), HashTile.Encode(_levels[level]));
        }
    }
}

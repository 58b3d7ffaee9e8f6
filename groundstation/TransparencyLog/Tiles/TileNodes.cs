using JointWatch.TransparencyLog.Merkle;

namespace JointWatch.TransparencyLog.Tiles;

/// <summary>
/// The nodes of a tree from its tiles. Each tile is read once, so make one of these for each question or batch of questions. What it reads it does not
/// check against the root. One thread.
/// </summary>
public sealed class TileNodes(TileFolder tiles, long treeSize) : ITreeNodes
{
    private readonly Dictionary<TileName, TreeHash[]> _read = [];

    /// <inheritdoc/>
    /// <exception cref="LogFormatException">A tile is not there or has not its length.</exception>
    public TreeHash Node(int level, long index)
    {
        // Tiles hold every eighth level; what lies between is hashed from the tile below it.
        int above = level % TileName.Height;
        int tileLevel = level / TileName.Height;
        long first = index << above;
        TileName name = TileName.Holding(tileLevel, first, treeSize);
        if (!_read.TryGetValue(name, out TreeHash[]? hashes))
        {
            _read[name] = hashes = tiles.ReadHashes(name);
        }

        return HashTile.Root(new ArraySegment<TreeHash>(hashes, (int)(first % TileName.FullWidth), 1 << above));
    }
}

using JointWatch.TransparencyLog.Merkle;

namespace JointWatch.TransparencyLog.Tiles;

/// <summary>The bytes of a tile: its hashes side by side, 32 bytes each.</summary>
public static class HashTile
{
    public static byte[] Encode(IReadOnlyList<TreeHash> hashes)
    {
        byte[] bytes = new byte[hashes.Count * TreeHash.Bytes];
        for (int i = 0; i < hashes.Count; i++)
        {
            hashes[i].CopyTo(bytes.AsSpan(i * TreeHash.Bytes));
        }

        return bytes;
    }

    /// <summary>Reads the hashes of a tile.</summary>
    /// <exception cref="LogFormatException">There are more or fewer bytes than such a tile has.</exception>
    public static TreeHash[] Decode(ReadOnlySpan<byte> bytes, int width)
    {
        if (bytes.Length != width * TreeHash.Bytes)
        {
            throw new LogFormatException("tile", null, $"{bytes.Length} bytes", $"{width} hashes of {TreeHash.Bytes} bytes");
        }

        var hashes = new TreeHash[width];
        for (int i = 0; i < width; i++)
        {
            hashes[i] = new TreeHash(bytes.Slice(i * TreeHash.Bytes, TreeHash.Bytes));
        }

        return hashes;
    }

    /// <summary>The root over the hashes of a full tile, which is a hash of the level above.</summary>
    public static TreeHash Root(IEnumerable<TreeHash> hashes)
    {
        var tree = new CompactTree();
        foreach (TreeHash hash in hashes)
        {
            tree.Append(hash);
        }

        return tree.Root;
    }
}

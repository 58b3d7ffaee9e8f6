using System.Numerics;

namespace JointWatch.TransparencyLog.Merkle;

/// <summary>The Merkle tree hash MTH of RFC 9162, section 2.1.1, over a part of the entries.</summary>
public static class TreeRange
{
    /// <summary>MTH of the tree's first <paramref name="size"/> entries.</summary>
    public static TreeHash Root(ITreeNodes nodes, long size) => size == 0 ? MerkleHasher.EmptyRoot : Hash(nodes, 0, size);

    /// <summary>The largest power of two below <paramref name="count"/>, which is at least 2: where a tree of so many leaves parts.</summary>
    internal static long Split(long count) => 1L << BitOperations.Log2((ulong)count - 1);

    /// <summary>MTH(D[begin:end]), where begin is a multiple of the power of two at or above end - begin, as it is wherever the recursion comes by.</summary>
    internal static TreeHash Hash(ITreeNodes nodes, long begin, long end)
    {
        long count = end - begin;
        if (BitOperations.IsPow2(count))
        {
            int level = BitOperations.Log2((ulong)count);
            return nodes.Node(level, begin >> level);
        }

        long middle = begin + Split(count);
        return MerkleHasher.Node(Hash(nodes, begin, middle), Hash(nodes, middle, end));
    }
}

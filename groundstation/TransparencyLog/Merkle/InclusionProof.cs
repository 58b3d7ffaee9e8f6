namespace JointWatch.TransparencyLog.Merkle;

/// <summary>That an entry stands at an index in a tree: RFC 9162, section 2.1.3.</summary>
/// <param name="Index">The entry's index, from 0.</param>
/// <param name="Size">The tree's number of entries.</param>
/// <param name="Path">The hashes from the leaf's sibling up to the root's child.</param>
public sealed record InclusionProof(long Index, long Size, IReadOnlyList<TreeHash> Path)
{
    /// <summary>PATH(index, D_size) of section 2.1.3.1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry.</exception>
    public static InclusionProof Make(ITreeNodes nodes, long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        List<TreeHash> path = [];
        (long begin, long end) = (0, size);
        while (end - begin > 1)
        {
            long middle = begin + TreeRange.Split(end - begin);
            if (index < middle)
            {
                path.Add(TreeRange.Hash(nodes, middle, end));
                end = middle;
            }
            else
            {
                path.Add(TreeRange.Hash(nodes, begin, middle));
                begin = middle;
            }
        }

        path.Reverse(); // It was walked from the root down.
        return new InclusionProof(index, size, path);
    }

    /// <summary>Whether the entry with this leaf hash is in the tree with this root.</summary>
    public bool Proves(TreeHash leaf, TreeHash root) => RootFor(leaf) == root;

    /// <summary>The root of the tree that has this leaf there, by section 2.1.3.2; null where the path's length does not fit index and size.</summary>
    public TreeHash? RootFor(TreeHash leaf)
    {
        if (Index < 0 || Index >= Size)
        {
            return null;
        }

        (long fn, long sn) = (Index, Size - 1);
        TreeHash r = leaf;
        foreach (TreeHash p in Path)
        {
            if (sn == 0)
            {
                return null;
            }

            if ((fn & 1) == 1 || fn == sn)
            {
                r = MerkleHasher.Node(p, r);
                while ((fn & 1) == 0 && fn != 0)
                {
                    fn >>= 1;
                    sn >>= 1;
                }
            }
            else
            {
                r = MerkleHasher.Node(r, p);
            }

            fn >>= 1;
            sn >>= 1;
        }

        return sn == 0 ? r : null;
    }
}

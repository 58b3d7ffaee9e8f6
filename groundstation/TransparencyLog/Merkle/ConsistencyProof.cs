using System.Numerics;

namespace JointWatch.TransparencyLog.Merkle;

/// <summary>That a tree is the beginning of a larger one, with nothing changed: RFC 9162, section 2.1.4.</summary>
/// <param name="OldSize">The number of entries of the smaller tree.</param>
/// <param name="NewSize">The number of entries of the larger tree.</param>
/// <param name="Path">The hashes of the proof; none where the sizes are equal or the smaller tree is empty.</param>
public sealed record ConsistencyProof(long OldSize, long NewSize, IReadOnlyList<TreeHash> Path)
{
    /// <summary>PROOF(old, D_new) of section 2.1.4.1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The sizes are not in order.</exception>
    public static ConsistencyProof Make(ITreeNodes nodes, long oldSize, long newSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(oldSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, newSize);
        List<TreeHash> path = [];
        if (oldSize > 0)
        {
            // SUBPROOF: the larger tree's part [begin, end) is parted until the smaller tree ends where the part does.
            (long begin, long end) = (0, newSize);
            while (end != oldSize)
            {
                long middle = begin + TreeRange.Split(end - begin);
                if (oldSize <= middle)
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

            if (begin != 0)
            {
                path.Add(TreeRange.Hash(nodes, begin, end));
            }

            path.Reverse();
        }

        return new ConsistencyProof(oldSize, newSize, path);
    }

    /// <summary>
    /// Whether the tree with the old root is the beginning of that with the new one, by section 2.1.4.2. The empty tree is the beginning of every tree,
    /// and needs no proof: a path must then be empty, as it must where the sizes are equal.
    /// </summary>
    public bool Proves(TreeHash oldRoot, TreeHash newRoot)
    {
        if (OldSize < 0 || OldSize > NewSize)
        {
            return false;
        }

        if (OldSize == NewSize)
        {
            return Path.Count == 0 && oldRoot == newRoot && (OldSize > 0 || oldRoot == MerkleHasher.EmptyRoot);
        }

        if (OldSize == 0)
        {
            return Path.Count == 0 && oldRoot == MerkleHasher.EmptyRoot;
        }

        // Where the old tree is perfect, its root is the proof's first hash and is left out.
        bool isPerfect = BitOperations.IsPow2(OldSize);
        if (Path.Count == 0)
        {
            return false;
        }

        (long fn, long sn) = (OldSize - 1, NewSize - 1);
        while ((fn & 1) == 1)
        {
            fn >>= 1;
            sn >>= 1;
        }

        TreeHash fr = isPerfect ? oldRoot : Path[0];
        TreeHash sr = fr;
        foreach (TreeHash c in Path.Skip(isPerfect ? 0 : 1))
        {
            if (sn == 0)
            {
                return false;
            }

            if ((fn & 1) == 1 || fn == sn)
            {
                fr = MerkleHasher.Node(c, fr);
                sr = MerkleHasher.Node(c, sr);
                while ((fn & 1) == 0 && fn != 0)
                {
                    fn >>= 1;
                    sn >>= 1;
                }
            }
            else
            {
                sr = MerkleHasher.Node(sr, c);
            }

            fn >>= 1;
            sn >>= 1;
        }

        return sn == 0 && fr == oldRoot && sr == newRoot;
    }
}

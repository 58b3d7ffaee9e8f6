namespace JointWatch.TransparencyLog.Merkle;

/// <summary>A tree that grows and knows its root, and of its nodes no more than the roots of the perfect trees side by side: at most 63.</summary>
public sealed class CompactTree
{
    private readonly List<TreeHash> _perfect = [];

    /// <summary>Gets the number of leaves.</summary>
    public long Size { get; private set; }

    /// <summary>Gets the root.</summary>
    public TreeHash Root
    {
        get
        {
            if (Size == 0)
            {
                return MerkleHasher.EmptyRoot;
            }

            TreeHash root = _perfect[^1];
            for (int i = _perfect.Count - 2; i >= 0; i--)
            {
                root = MerkleHasher.Node(_perfect[i], root);
            }

            return root;
        }
    }

    /// <summary>Adds a leaf by its hash, or a perfect subtree by its root where all that is added are subtrees of one size.</summary>
    public void Append(TreeHash leaf)
    {
        // As in a binary counter: each bit that carries over joins two trees of one size.
        for (long carry = Size; (carry & 1) == 1; carry >>= 1)
        {
            leaf = MerkleHasher.Node(_perfect[^1], leaf);
            _perfect.RemoveAt(_perfect.Count - 1);
        }

        _perfect.Add(leaf);
        Size++;
    }
}

namespace JointWatch.TransparencyLog.Merkle;

/// <summary>A tree that grows and knows its root, and of its nodes no more than the roots of the perfect trees side by side: at most 63.</summary>
public sealed class CompactTree
{
    private readonly List<TreeHash> _perfect = [];

    public CompactTree()
    {
    }

    private CompactTree(IEnumerable<TreeHash> perfect, long size)
    {
        _perfect.AddRange(perfect);
        Size = size;
    }

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

    /// <summary>Adds a leaf by its hash.</summary>
    public void Append(TreeHash leaf) => AppendSubtree(leaf, 0);

    /// <summary>Adds a perfect subtree of 2^level leaves by its root.</summary>
    /// <exception cref="ArgumentException">The tree so far is no whole number of such subtrees.</exception>
    public void AppendSubtree(TreeHash root, int level)
    {
        if ((Size & ((1L << level) - 1)) != 0)
        {
            throw new ArgumentException($"A subtree of 2^{level} leaves after {Size} leaves; expected a multiple of its size.", nameof(level));
        }

        // As in a binary counter: each bit that carries over joins two trees of one size.
        for (long carry = Size >> level; (carry & 1) == 1; carry >>= 1)
        {
            root = MerkleHasher.Node(_perfect[^1], root);
            _perfect.RemoveAt(_perfect.Count - 1);
        }

        _perfect.Add(root);
        Size += 1L << level;
    }

    /// <summary>A tree of its own with the same leaves.</summary>
    public CompactTree Clone() => new(_perfect, Size);
}

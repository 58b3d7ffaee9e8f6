using System.Security.Cryptography;

namespace JointWatch.TransparencyLog.Merkle;

/// <summary>
/// The hashes of RFC 9162, section 2.1.1 (the same as RFC 6962's, with SHA-256): a leaf is hashed behind a 0x00, two nodes behind a 0x01, so that
/// neither can pass for the other.
/// </summary>
public static class MerkleHasher
{
    private const byte LeafPrefix = 0x00;
    private const byte NodePrefix = 0x01;

    /// <summary>Gets the root of the empty tree: the hash of nothing.</summary>
    public static TreeHash EmptyRoot { get; } = new(SHA256.HashData([]));

    /// <summary>The hash of an entry: SHA-256(0x00 || entry).</summary>
    public static TreeHash Leaf(ReadOnlySpan<byte> entry)
    {
        byte[] input = new byte[1 + entry.Length];
        input[0] = LeafPrefix;
        entry.CopyTo(input.AsSpan(1));
        return Hash(input);
    }

    /// <summary>The hash of two nodes: SHA-256(0x01 || left || right).</summary>
    public static TreeHash Node(TreeHash left, TreeHash right)
    {
        Span<byte> input = stackalloc byte[1 + (2 * TreeHash.Bytes)];
        input[0] = NodePrefix;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + TreeHash.Bytes)..]);
        return Hash(input);
    }

    private static TreeHash Hash(ReadOnlySpan<byte> input)
    {
        Span<byte> digest = stackalloc byte[TreeHash.Bytes];
        SHA256.HashData(input, digest);
        return new TreeHash(digest);
    }
}

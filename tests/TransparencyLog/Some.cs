using System.Text;
using JointWatch.TransparencyLog.Checkpoints;
using JointWatch.TransparencyLog.Merkle;
using JointWatch.TransparencyLog.Notes;

namespace JointWatch.TransparencyLog.Tests;

/// <summary>Values that do not matter to a test.</summary>
internal static class Some
{
    public const string Origin = "centre.example/log";

    public static readonly DateTimeOffset Time = new(2025, 1, 25, 6, 24, 0, TimeSpan.Zero);

    public static SigningKey LogKey() => Key(Origin, 1);

    /// <summary>A key that is the same in each run.</summary>
    public static SigningKey Key(string name, byte seed, SignatureType type = SignatureType.Ed25519)
    {
        byte[] bytes = new byte[SigningKey.SeedBytes];
        bytes[0] = seed;
        return SigningKey.FromSeed(name, bytes, type);
    }

    public static SigningKey WitnessKey(string name, byte seed = 2) => Key(name, seed, SignatureType.Cosignature);

    public static ReadOnlyMemory<byte> Entry(long index) => Encoding.UTF8.GetBytes($"entry {index}");

    public static ReadOnlyMemory<byte>[] Entries(long from, int count) => [.. Enumerable.Range(0, count).Select(i => Entry(from + i))];

    public static TreeHash Hash(string words) => MerkleHasher.Leaf(Encoding.UTF8.GetBytes(words));

    public static SignedCheckpoint Checkpoint(long size = 7, string root = "root")
    {
        using SigningKey key = LogKey();
        return SignedCheckpoint.Sign(new Checkpoint(Origin, size, Hash(root)), key);
    }

    public static TreeHash Hex(string hex) => new(Convert.FromHexString(hex));
}

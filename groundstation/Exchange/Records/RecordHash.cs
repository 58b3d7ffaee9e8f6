using System.Buffers.Binary;
using System.Security.Cryptography;

namespace JointWatch.Exchange.Records;

/// <summary>The SHA-256 of a signed record's bytes: the record's name for all who refer to it. Whatever its place in a log, it stays the same.</summary>
public readonly record struct RecordHash
{
    /// <summary>The length in bytes.</summary>
    public const int Bytes = 32;

    private readonly UInt128 _high;
    private readonly UInt128 _low;

    private RecordHash(ReadOnlySpan<byte> digest)
    {
        _high = BinaryPrimitives.ReadUInt128BigEndian(digest);
        _low = BinaryPrimitives.ReadUInt128BigEndian(digest[16..]);
    }

    /// <summary>The hash of a signed record.</summary>
    public static RecordHash Of(ReadOnlySpan<byte> signedRecord)
    {
        Span<byte> digest = stackalloc byte[Bytes];
        SHA256.HashData(signedRecord, digest);
        return new RecordHash(digest);
    }

    /// <summary>A hash that was written down; 32 bytes.</summary>
    public static RecordHash FromBytes(ReadOnlySpan<byte> digest) =>
        digest.Length == Bytes ? new RecordHash(digest) : throw new ArgumentException($"a hash has {Bytes} bytes", nameof(digest));

    /// <summary>The 32 bytes.</summary>
    public byte[] ToArray()
    {
        byte[] digest = new byte[Bytes];
        BinaryPrimitives.WriteUInt128BigEndian(digest, _high);
        BinaryPrimitives.WriteUInt128BigEndian(digest.AsSpan(16), _low);
        return digest;
    }

    /// <summary>The first 12 hexadecimal digits, for people.</summary>
    public string ToShortString() => ToString()[..12];

    /// <summary>64 hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(ToArray());
}

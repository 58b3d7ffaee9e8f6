using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace JointWatch.TransparencyLog.Merkle;

/// <summary>A SHA-256 hash of a Merkle tree: 32 bytes. The default value is 32 zeros, which no tree has.</summary>
public readonly struct TreeHash : IEquatable<TreeHash>
{
    /// <summary>Its length.</summary>
    public const int Bytes = 32;

    private readonly ulong _a;
    private readonly ulong _b;
    private readonly ulong _c;
    private readonly ulong _d;

    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    public TreeHash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Bytes)
        {
            throw new ArgumentException($"A hash of {bytes.Length} bytes; expected {Bytes}.", nameof(bytes));
        }

        _a = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        _b = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        _c = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        _d = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
    }

    public static bool operator ==(TreeHash left, TreeHash right) => left.Equals(right);

    public static bool operator !=(TreeHash left, TreeHash right) => !left.Equals(right);

    /// <summary>Reads a hash in base64 (RFC 4648, section 4, in its one canonical form).</summary>
    public static bool TryParse(ReadOnlySpan<char> base64, out TreeHash hash)
    {
        hash = default;
        if (StrictBase64.Decode(base64, Bytes) is not { Length: Bytes } bytes)
        {
            return false;
        }

        hash = new TreeHash(bytes);
        return true;
    }

    /// <summary>Writes the 32 bytes to the beginning of a span.</summary>
    public void CopyTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64BigEndian(destination, _a);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], _b);
        BinaryPrimitives.WriteUInt64BigEndian(destination[16..], _c);
        BinaryPrimitives.WriteUInt64BigEndian(destination[24..], _d);
    }

    public byte[] ToArray()
    {
        byte[] bytes = new byte[Bytes];
        CopyTo(bytes);
        return bytes;
    }

    public bool Equals(TreeHash other) => _a == other._a && _b == other._b && _c == other._c && _d == other._d;

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is TreeHash other && Equals(other);

    public override int GetHashCode() => _a.GetHashCode();

    /// <summary>In base64.</summary>
    public override string ToString() => Convert.ToBase64String(ToArray());
}

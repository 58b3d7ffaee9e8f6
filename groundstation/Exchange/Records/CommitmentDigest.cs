using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace JointWatch.Exchange.Records;

/// <summary>The salted commitment of <c>records.cddl</c>: each part has its length before it, so no two contents make the same input.</summary>
public static class CommitmentDigest
{
    /// <summary>The length of a salt, bytes: enough that a content with few possible values cannot be guessed.</summary>
    public const int SaltBytes = 32;

    /// <summary>The 32 bytes that bind to a content.</summary>
    public static byte[] Of(ReadOnlySpan<byte> salt, string context, ReadOnlySpan<byte> content)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(salt.Length, SaltBytes, nameof(salt));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] name = Encoding.UTF8.GetBytes(context);
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        hash.AppendData("jointwatch/commitment/v1\n"u8);
        hash.AppendData(salt);
        BinaryPrimitives.WriteUInt32BigEndian(length, (uint)name.Length);
        hash.AppendData(length[..sizeof(uint)]);
        hash.AppendData(name);
        BinaryPrimitives.WriteUInt64BigEndian(length, (ulong)content.Length);
        hash.AppendData(length);
        hash.AppendData(content);
        return hash.GetHashAndReset();
    }
}

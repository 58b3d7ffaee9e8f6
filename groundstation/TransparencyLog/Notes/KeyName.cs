using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace JointWatch.TransparencyLog.Notes;

/// <summary>The names and ids of keys: <see href="https://c2sp.org/signed-note"/>.</summary>
public static class KeyName
{
    internal const string Expected = "a name without spaces, '+' and control characters";

    /// <summary>Whether a key may be called so.</summary>
    public static bool IsGood(string name) =>
        name.Length > 0 && !name.Any(c => char.IsWhiteSpace(c) || c is '+' or < ' ');

    /// <summary>The id of a key: the first four bytes of SHA-256(name || 0x0A || algorithm || public key).</summary>
    public static uint IdOf(string name, SignatureType type, ReadOnlySpan<byte> publicKey)
    {
        byte[] input = [.. Encoding.UTF8.GetBytes(name), 0x0A, (byte)type, .. publicKey];
        return BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(input));
    }
}

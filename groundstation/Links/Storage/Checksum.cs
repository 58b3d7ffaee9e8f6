using System.Security.Cryptography;

namespace JointWatch.Links.Storage;

/// <summary>Tells a torn or rotten piece of a file from a whole one: the first 8 bytes of its SHA-256.</summary>
internal static class Checksum
{
    public const int Bytes = 8;

    public static byte[] Of(ReadOnlySpan<byte> piece) => SHA256.HashData(piece)[..Bytes];
}

using System.Security.Cryptography;
using NSec.Cryptography;

namespace JointWatch.Exchange.Parties;

/// <summary>The key by which others know that a party has signed: Ed25519 (RFC 8032), 32 bytes.</summary>
public sealed class PartyPublicKey
{
    /// <summary>The length in bytes.</summary>
    public const int Bytes = 32;

    /// <summary>How a key is written, as a phrase for error messages.</summary>
    public const string Expected = "ed25519: and 64 hexadecimal digits";

    internal const int LongestFullId = Contract.Topics.MaxNameLength + 1 + IdDigits;

    private const string Prefix = "ed25519:";
    private const int IdDigits = 16;

    private readonly PublicKey _key;

    private PartyPublicKey(PartyId party, PublicKey key)
    {
        Party = party;
        _key = key;
        byte[] raw = key.Export(KeyBlobFormat.RawPublicKey);
        Id = Convert.ToHexStringLower(SHA256.HashData(raw))[..IdDigits];
        Text = Prefix + Convert.ToHexStringLower(raw);
    }

    public PartyId Party { get; }

    /// <summary>Gets the key's name: the first 16 hexadecimal digits of its SHA-256.</summary>
    public string Id { get; }

    /// <summary>Gets the key's name with its party's: <c>alfa/0f1e2d3c4b5a6978</c>.</summary>
    public string FullId => $"{Party}/{Id}";

    /// <summary>Gets the key as it is written in files.</summary>
    public string Text { get; }

    /// <summary>Reads a key from its text; null if it is none.</summary>
    public static PartyPublicKey? TryParse(PartyId party, string text)
    {
        string digits = text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : "";
        return digits.Length == 2 * Bytes && digits.All(char.IsAsciiHexDigitLower) && TryImport(Convert.FromHexString(digits)) is { } key
            ? new PartyPublicKey(party, key)
            : null;
    }

    /// <summary>Whether this key has made a signature (64 bytes) over a message.</summary>
    public bool HasSigned(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        signature.Length == SignatureAlgorithm.Ed25519.SignatureSize && SignatureAlgorithm.Ed25519.Verify(_key, message, signature);

    internal static PartyPublicKey Of(PartyId party, PublicKey key) => new(party, key);

    /// <inheritdoc/>
    public override string ToString() => FullId;

    private static PublicKey? TryImport(byte[] raw) =>
        PublicKey.TryImport(SignatureAlgorithm.Ed25519, raw, KeyBlobFormat.RawPublicKey, out PublicKey? key) ? key : null;
}

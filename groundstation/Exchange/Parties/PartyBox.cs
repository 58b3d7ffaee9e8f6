using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;

namespace JointWatch.Exchange.Parties;

/// <summary>
/// The key to which others seal what is for one party's eyes, whoever carries it: X25519 (RFC 7748), 32 bytes. A sealed box is the sender's one-time public key and the
/// text under ChaCha20-Poly1305 (RFC 8439), with a key by HKDF-SHA-256 (RFC 5869) from what the two keys agree on. It does not say who sealed it: what is in it must.
/// </summary>
public sealed class PartyBox
{
    /// <summary>How a key is written, as a phrase for error messages.</summary>
    public const string Expected = "x25519: and 64 hexadecimal digits";

    private const string Prefix = "x25519:";
    private const string Info = "jointwatch/box/v1\n";
    private const int KeyBytes = 32;

    private static readonly KeyAgreementAlgorithm Agreement = KeyAgreementAlgorithm.X25519;
    private static readonly AeadAlgorithm Cipher = AeadAlgorithm.ChaCha20Poly1305;

    private readonly PublicKey _key;

    private PartyBox(PublicKey key)
    {
        _key = key;
        Text = Prefix + Convert.ToHexStringLower(key.Export(KeyBlobFormat.RawPublicKey));
    }

    /// <summary>Gets how many bytes a sealed box has more than what is in it.</summary>
    public static int Overhead => KeyBytes + Cipher.TagSize;

    /// <summary>Gets the key as it is written in files.</summary>
    public string Text { get; }

    /// <summary>Reads a key from its text; null if it is none.</summary>
    public static PartyBox? TryParse(string text)
    {
        string digits = text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : "";
        return digits.Length == 2 * KeyBytes && digits.All(char.IsAsciiHexDigitLower)
            && PublicKey.TryImport(Agreement, Convert.FromHexString(digits), KeyBlobFormat.RawPublicKey, out PublicKey? key)
            ? new PartyBox(key!)
            : null;
    }

    /// <summary>Seals a text.</summary>
    /// <param name="context">What it is about: the same must be given to open it.</param>
    public byte[] Seal(ReadOnlySpan<byte> text, ReadOnlySpan<byte> context)
    {
        using Key once = Key.Create(Agreement);
        byte[] sender = once.PublicKey.Export(KeyBlobFormat.RawPublicKey);
        using Key key = Derive(once, _key, sender, _key, context) ?? throw new CryptographicException("a key that no text can be sealed to");
        return [.. sender, .. Cipher.Encrypt(key, Nonce(), context, text)];
    }

    /// <summary>The public key of a private one.</summary>
    internal static PartyBox Of(Key secret) => new(secret.PublicKey);

    /// <summary>The private key that belongs to a party's signing key: so a party has one secret to keep.</summary>
    internal static Key SecretOf(ReadOnlySpan<byte> signingSeed)
    {
        byte[] secret = HKDF.DeriveKey(System.Security.Cryptography.HashAlgorithmName.SHA256, signingSeed.ToArray(), KeyBytes, info: Encoding.ASCII.GetBytes(Info));
        return Key.Import(Agreement, secret, KeyBlobFormat.RawPrivateKey);
    }

    /// <summary>Opens a box; null if it was not sealed to this key, was about something else, or was changed.</summary>
    internal static byte[]? Open(Key secret, ReadOnlySpan<byte> box, ReadOnlySpan<byte> context)
    {
        if (box.Length < Overhead || !PublicKey.TryImport(Agreement, box[..KeyBytes], KeyBlobFormat.RawPublicKey, out PublicKey? sender))
        {
            return null;
        }

        using Key? key = Derive(secret, sender!, box[..KeyBytes], secret.PublicKey, context);
        return key is null ? null : Cipher.Decrypt(key, Nonce(), context, box[KeyBytes..]);
    }

    private static Key? Derive(Key own, PublicKey other, ReadOnlySpan<byte> sender, PublicKey receiver, ReadOnlySpan<byte> context)
    {
        using SharedSecret? agreed = Agreement.Agree(own, other);
        return agreed is null
            ? null
            : KeyDerivationAlgorithm.HkdfSha256.DeriveKey(agreed, [.. sender, .. receiver.Export(KeyBlobFormat.RawPublicKey)], [.. Encoding.ASCII.GetBytes(Info), .. context], Cipher);
    }

    /// <summary>Each key is used once.</summary>
    private static byte[] Nonce() => new byte[Cipher.NonceSize];
}

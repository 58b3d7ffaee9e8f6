using System.Globalization;
using System.Text;
using JointWatch.TransparencyLog.Checkpoints;
using NSec.Cryptography;

namespace JointWatch.TransparencyLog.Notes;

/// <summary>
/// A public key by which signatures of one type are checked. Its text is <c>name+id+base64(type || key)</c>, as of
/// <see href="https://c2sp.org/signed-note#verifier-keys"/>.
/// </summary>
public sealed class VerifierKey : IEquatable<VerifierKey>
{
    /// <summary>The length of an Ed25519 public key.</summary>
    public const int PublicKeyBytes = 32;

    internal const string Expected = "NAME+ID+KEY: a name, 8 hexadecimal digits, and in base64 a type of 1 or 4 with 32 bytes of Ed25519 key";
    private const string Source = "verifier key";
    private readonly PublicKey _key;

    /// <exception cref="LogFormatException">Name or key cannot be used.</exception>
    public VerifierKey(string name, SignatureType type, ReadOnlySpan<byte> publicKey)
    {
        if (!KeyName.IsGood(name))
        {
            throw new LogFormatException(Source, "name", name, KeyName.Expected);
        }

        if (type is not SignatureType.Ed25519 and not SignatureType.Cosignature)
        {
            throw new LogFormatException(Source, "type", ((int)type).ToString(CultureInfo.InvariantCulture), "1 (Ed25519) or 4 (cosignature)");
        }

        if (!NSec.Cryptography.PublicKey.TryImport(SignatureAlgorithm.Ed25519, publicKey, KeyBlobFormat.RawPublicKey, out PublicKey? key))
        {
            throw new LogFormatException(Source, "key", Convert.ToHexStringLower(publicKey), "the 32 bytes of an Ed25519 public key");
        }

        Name = name;
        Type = type;
        _key = key!;
        Id = KeyName.IdOf(name, type, publicKey);
    }

    /// <summary>Gets its name, which a log's key shares with the log's origin as a rule.</summary>
    public string Name { get; }

    /// <summary>Gets the type of signatures that it checks.</summary>
    public SignatureType Type { get; }

    /// <summary>Gets its id, which stands before each signature.</summary>
    public uint Id { get; }

    /// <summary>Reads a key from its text.</summary>
    /// <exception cref="LogFormatException">It is no key, or its id is not that of its name and key.</exception>
    public static VerifierKey Parse(string text)
    {
        // The base64 may hold a '+' of its own.
        string[] parts = text.Split('+', 3);
        if (parts.Length != 3 || parts[1].Length != 8 || !parts[1].All(char.IsAsciiHexDigitLower)
            || StrictBase64.Decode(parts[2], 1 + PublicKeyBytes) is not { Length: 1 + PublicKeyBytes } bytes)
        {
            throw new LogFormatException(Source, null, text, Expected);
        }

        var key = new VerifierKey(parts[0], (SignatureType)bytes[0], bytes.AsSpan(1));
        return key.IdText == parts[1] ? key : throw new LogFormatException(Source, "id", parts[1], $"{key.IdText}, which is that of this name and key");
    }

    /// <summary>The same name and key for signatures of another type.</summary>
    public VerifierKey As(SignatureType type) => new(Name, type, PublicKey());

    /// <summary>The 32 bytes of the Ed25519 public key.</summary>
    public byte[] PublicKey() => _key.Export(KeyBlobFormat.RawPublicKey);

    /// <summary>Whether a line of a note with this text is a signature of this key, and holds.</summary>
    public bool Verify(string noteText, NoteSignature signature) =>
        signature.IsOf(this) && (Type == SignatureType.Cosignature
            ? Cosignature.Holds(this, noteText, signature)
            : VerifyBytes(Encoding.UTF8.GetBytes(noteText), signature.Signature.Span));

    /// <summary>Whether a bare Ed25519 signature over these bytes holds (RFC 8032).</summary>
    public bool VerifyBytes(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        signature.Length == SignatureAlgorithm.Ed25519.SignatureSize && SignatureAlgorithm.Ed25519.Verify(_key, message, signature);

    public bool Equals(VerifierKey? other) => other is not null && ToString() == other.ToString();

    public override bool Equals(object? obj) => Equals(obj as VerifierKey);

    public override int GetHashCode() => HashCode.Combine(Name, Id);

    /// <summary>Its text.</summary>
    public override string ToString() => $"{Name}+{IdText}+{Convert.ToBase64String([(byte)Type, .. PublicKey()])}";

    private string IdText => Id.ToString("x8", CultureInfo.InvariantCulture);
}

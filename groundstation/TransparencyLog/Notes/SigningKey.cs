using System.Globalization;
using System.Text;
using JointWatch.TransparencyLog.Checkpoints;
using NSec.Cryptography;

namespace JointWatch.TransparencyLog.Notes;

/// <summary>
/// A private key that signs notes. Its text is that of golang.org/x/mod/sumdb/note, <c>PRIVATE+KEY+name+id+base64(type || seed)</c>; keep it in a file
/// of <see cref="SigningKeyFile"/>. A key of type <see cref="SignatureType.Cosignature"/> signs checkpoints alone, with the time, and has the same form.
/// </summary>
public sealed class SigningKey : IDisposable
{
    /// <summary>The length of an Ed25519 seed.</summary>
    public const int SeedBytes = 32;

    private const string Start = "PRIVATE+KEY+";
    private const string Source = "signing key";
    private readonly Key _key;

    private SigningKey(string name, SignatureType type, Key key)
    {
        _key = key;
        Verifier = new VerifierKey(name, type, key.PublicKey.Export(KeyBlobFormat.RawPublicKey));
    }

    /// <summary>Gets the public key that belongs to it.</summary>
    public VerifierKey Verifier { get; }

    /// <summary>Gets its name.</summary>
    public string Name => Verifier.Name;

    /// <summary>Gets the type of signatures that it makes.</summary>
    public SignatureType Type => Verifier.Type;

    private static KeyCreationParameters Exportable => new() { ExportPolicy = KeyExportPolicies.AllowPlaintextExport };

    /// <summary>Makes a new key from the system's random numbers.</summary>
    /// <exception cref="LogFormatException">The name is of no use.</exception>
    public static SigningKey Generate(string name, SignatureType type = SignatureType.Ed25519) =>
        Own(name, type, Key.Create(SignatureAlgorithm.Ed25519, Exportable));

    /// <summary>The key of a seed of 32 bytes (RFC 8032, section 5.1.5).</summary>
    /// <exception cref="LogFormatException">Name or seed are of no use.</exception>
    public static SigningKey FromSeed(string name, ReadOnlySpan<byte> seed, SignatureType type = SignatureType.Ed25519) =>
        seed.Length == SeedBytes
            ? Own(name, type, Key.Import(SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey, Exportable))
            : throw new LogFormatException(Source, "seed", $"{seed.Length} bytes", $"{SeedBytes} bytes");

    /// <summary>Reads a key from its text. No message shows it.</summary>
    /// <exception cref="LogFormatException">It is no key, or its id is not that of its name and key.</exception>
    public static SigningKey Parse(string text)
    {
        // The base64 may hold a '+' of its own.
        string[] parts = text.StartsWith(Start, StringComparison.Ordinal) ? text[Start.Length..].Split('+', 3) : [];
        if (parts.Length != 3 || StrictBase64.Decode(parts[2], 1 + SeedBytes) is not { Length: 1 + SeedBytes } bytes)
        {
            throw new LogFormatException(Source, null, null, Start + "NAME+ID+KEY, the key a type of 1 or 4 with 32 bytes of Ed25519 seed, in base64");
        }

        SigningKey key = FromSeed(parts[0], bytes.AsSpan(1), (SignatureType)bytes[0]);
        string id = key.Verifier.Id.ToString("x8", CultureInfo.InvariantCulture);
        if (id != parts[1])
        {
            key.Dispose();
            throw new LogFormatException(Source, "id", parts[1], $"{id}, which is that of this name and key");
        }

        return key;
    }

    /// <summary>
    /// The same name and key, for signatures of another type. What a cosigner signs begins with <c>cosignature/v1</c>, and no log here has such an origin,
    /// so that a signature of one type never passes for one of the other.
    /// </summary>
    public SigningKey As(SignatureType type) => FromSeed(Name, _key.Export(KeyBlobFormat.RawPrivateKey), type);

    /// <summary>Signs a note's text.</summary>
    /// <exception cref="InvalidOperationException">The key signs checkpoints with the time: <see cref="Cosignature.Sign"/>.</exception>
    public NoteSignature SignNote(string text) => Type == SignatureType.Ed25519
        ? new NoteSignature(Name, Verifier.Id, SignBytes(Encoding.UTF8.GetBytes(text)))
        : throw new InvalidOperationException($"{Name} is a cosigner's key: it signs checkpoints with the time.");

    /// <summary>A bare Ed25519 signature over these bytes (RFC 8032), for formats other than notes. 64 bytes.</summary>
    public byte[] SignBytes(ReadOnlySpan<byte> message) => SignatureAlgorithm.Ed25519.Sign(_key, message);

    /// <summary>Its text, which is secret.</summary>
    public string ExportText() =>
        $"{Start}{Name}+{Verifier.Id.ToString("x8", CultureInfo.InvariantCulture)}+{Convert.ToBase64String([(byte)Type, .. _key.Export(KeyBlobFormat.RawPrivateKey)])}";

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    /// <summary>Its name: the key itself is never shown by chance.</summary>
    public override string ToString() => Name;

    private static SigningKey Own(string name, SignatureType type, Key key)
    {
        try
        {
            return new SigningKey(name, type, key);
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }
}

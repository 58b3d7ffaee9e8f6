using System.Security.Cryptography;
using NSec.Cryptography;

namespace JointWatch.Exchange.Parties;

/// <summary>The key with which a party signs: Ed25519, made from 32 secret bytes.</summary>
public sealed class PartyKey : IDisposable
{
    /// <summary>The length of the secret, bytes.</summary>
    public const int SeedBytes = 32;

    private readonly Key _key;
    private readonly Key _box;

    private PartyKey(PartyId party, Key key, Key box)
    {
        Party = party;
        _key = key;
        _box = box;
        Public = PartyPublicKey.Of(party, key.PublicKey);
        Box = PartyBox.Of(box);
    }

    public PartyId Party { get; }

    public PartyPublicKey Public { get; }

    /// <summary>Gets the key to which others seal what is for this party alone. It derives from the same secret.</summary>
    public PartyBox Box { get; }

    /// <summary>A new key, from the system's cryptographic randomness.</summary>
    public static PartyKey New(PartyId party)
    {
        byte[] seed = RandomNumberGenerator.GetBytes(SeedBytes);
        try
        {
            return FromSeed(party, seed);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }

    /// <summary>The key of a secret of 32 bytes.</summary>
    public static PartyKey FromSeed(PartyId party, ReadOnlySpan<byte> seed) => new(
        party,
        Key.Import(SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey, new KeyCreationParameters { ExportPolicy = KeyExportPolicies.AllowPlaintextExport }),
        PartyBox.SecretOf(seed));

    /// <summary>Signs a message; 64 bytes, always the same for the same message.</summary>
    public byte[] Sign(ReadOnlySpan<byte> message) => SignatureAlgorithm.Ed25519.Sign(_key, message);

    /// <summary>The secret of 32 bytes: for the key file alone.</summary>
    internal byte[] ExportSeed() => _key.Export(KeyBlobFormat.RawPrivateKey);

    /// <summary>Opens what was sealed to <see cref="Box"/>; null if it was not, was about something else, or was changed.</summary>
    public byte[]? Open(ReadOnlySpan<byte> box, ReadOnlySpan<byte> context) => PartyBox.Open(_box, box, context);

    /// <inheritdoc/>
    public void Dispose()
    {
        _key.Dispose();
        _box.Dispose();
    }
}

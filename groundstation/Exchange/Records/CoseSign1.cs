using System.Formats.Cbor;
using JointWatch.Exchange.Parties;

namespace JointWatch.Exchange.Records;

/// <summary>
/// COSE_Sign1 (RFC 9052, section 4.2) with EdDSA over Ed25519 (RFC 9053, section 2.2). .NET's System.Security.Cryptography.Cose knows ECDSA, RSA and ML-DSA, and no
/// Ed25519; what is needed of COSE is one structure to sign.
/// </summary>
internal static class CoseSign1
{
    /// <summary>The tag of a COSE_Sign1.</summary>
    public const CborTag Tag = (CborTag)18;

    /// <summary>The algorithm's number, EdDSA; with a key on Curve25519 that is Ed25519.</summary>
    public const int EdDsa = -8;

    public const int SignatureBytes = 64;

    /// <summary>Sig_structure of RFC 9052, section 4.4: what is signed.</summary>
    public static byte[] ToBeSigned(ReadOnlySpan<byte> protectedHeader, ReadOnlySpan<byte> externalAad, ReadOnlySpan<byte> payload)
    {
        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteStartArray(4);
        writer.WriteTextString("Signature1");
        writer.WriteByteString(protectedHeader);
        writer.WriteByteString(externalAad);
        writer.WriteByteString(payload);
        writer.WriteEndArray();
        return writer.Encode();
    }

    public static byte[] Sign(ReadOnlySpan<byte> protectedHeader, ReadOnlySpan<byte> externalAad, ReadOnlySpan<byte> payload, PartyKey key) =>
        key.Sign(ToBeSigned(protectedHeader, externalAad, payload));

    public static bool IsSigned(
        ReadOnlySpan<byte> protectedHeader, ReadOnlySpan<byte> externalAad, ReadOnlySpan<byte> payload, ReadOnlySpan<byte> signature, PartyPublicKey key) =>
        key.HasSigned(ToBeSigned(protectedHeader, externalAad, payload), signature);
}

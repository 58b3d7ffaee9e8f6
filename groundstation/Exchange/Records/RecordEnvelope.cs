using System.Formats.Cbor;
using System.Text;
using JointWatch.Exchange.Parties;

namespace JointWatch.Exchange.Records;

/// <summary>
/// The COSE_Sign1 around a record. All that counts is protected; the header says algorithm, content type and key, in one order, so that there is one way to write it.
/// </summary>
internal sealed class RecordEnvelope
{
    /// <summary>The media type of what is signed.</summary>
    public const string ContentType = "application/vnd.jointwatch.record+cbor";

    private const int AlgorithmLabel = 1;
    private const int ContentTypeLabel = 3;
    private const int KeyIdLabel = 4;

    private readonly byte[] _protected;
    private readonly byte[] _signature;

    private RecordEnvelope(byte[] protectedHeader, string keyId, byte[] payload, byte[] signature)
    {
        _protected = protectedHeader;
        _signature = signature;
        KeyId = keyId;
        Payload = payload;
    }

    /// <summary>Gets the name of the key, <c>party/id</c>.</summary>
    public string KeyId { get; }

    /// <summary>Gets the record.</summary>
    public byte[] Payload { get; }

    /// <summary>Gets the domain: no signature made for anything else counts for a record. It goes into the signature and not over the line.</summary>
    private static ReadOnlySpan<byte> ExternalAad => "jointwatch/record/v1"u8;

    public static byte[] Seal(byte[] payload, PartyKey key)
    {
        byte[] header = Header(key.Public.FullId);
        return Encode(header, payload, CoseSign1.Sign(header, ExternalAad, payload, key));
    }

    /// <exception cref="RecordException">It is no COSE_Sign1 of a record.</exception>
    /// <exception cref="CborContentException">It is no canonical CBOR.</exception>
    /// <exception cref="InvalidOperationException">It is other CBOR.</exception>
    public static RecordEnvelope Read(ReadOnlyMemory<byte> bytes)
    {
        var reader = new CborReader(bytes, CborConformanceMode.Canonical);
        CborTag tag = reader.ReadTag();
        Need(tag == CoseSign1.Tag, "tag", $"{(ulong)tag}", "18, a COSE_Sign1");
        int? items = reader.ReadStartArray();
        Need(items == 4, "envelope", $"{items} items", "4 items");
        byte[] header = reader.ReadByteString();
        int? unprotectedFields = reader.ReadStartMap();
        Need(unprotectedFields == 0, "unprotected", $"{unprotectedFields} fields", "none: all that counts is protected");
        reader.ReadEndMap();
        byte[] payload = reader.ReadByteString();
        byte[] signature = reader.ReadByteString();
        Need(signature.Length == CoseSign1.SignatureBytes, "signature", $"{signature.Length} bytes", "64 bytes");
        reader.ReadEndArray();
        Need(reader.BytesRemaining == 0, "envelope", $"{reader.BytesRemaining} bytes more", "nothing behind it");
        return new RecordEnvelope(header, ReadHeader(header), payload, signature);
    }

    public bool IsSignedBy(PartyPublicKey key) =>
        KeyId == key.FullId && CoseSign1.IsSigned(_protected, ExternalAad, Payload, _signature, key);

    private static byte[] Encode(byte[] header, byte[] payload, byte[] signature)
    {
        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteTag(CoseSign1.Tag);
        writer.WriteStartArray(4);
        writer.WriteByteString(header);
        writer.WriteStartMap(0);
        writer.WriteEndMap();
        writer.WriteByteString(payload);
        writer.WriteByteString(signature);
        writer.WriteEndArray();
        return writer.Encode();
    }

    private static byte[] Header(string keyId)
    {
        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteStartMap(3);
        writer.WriteInt32(AlgorithmLabel);
        writer.WriteInt32(CoseSign1.EdDsa);
        writer.WriteInt32(ContentTypeLabel);
        writer.WriteTextString(ContentType);
        writer.WriteInt32(KeyIdLabel);
        writer.WriteByteString(Encoding.UTF8.GetBytes(keyId));
        writer.WriteEndMap();
        return writer.Encode();
    }

    private static string ReadHeader(byte[] header)
    {
        var reader = new CborReader(header, CborConformanceMode.Canonical);
        int? fields = reader.ReadStartMap();
        Need(fields == 3, "protected", $"{fields} fields", "algorithm, content type and key");
        Need(reader.ReadInt32() == AlgorithmLabel, "protected", "another label", "1, the algorithm");
        int algorithm = reader.ReadInt32();
        Need(algorithm == CoseSign1.EdDsa, "algorithm", $"{algorithm}", "-8, EdDSA");
        Need(reader.ReadInt32() == ContentTypeLabel, "protected", "another label", "3, the content type");
        string type = reader.ReadTextString();
        Need(type == ContentType, "content type", type, ContentType);
        Need(reader.ReadInt32() == KeyIdLabel, "protected", "another label", "4, the key");
        byte[] key = reader.ReadByteString();
        Need(key.Length <= PartyPublicKey.LongestFullId && Array.TrueForAll(key, b => b is > 0x20 and < 0x7f), "key", $"{key.Length} bytes", "PARTY/ID in ASCII");
        reader.ReadEndMap();
        Need(reader.BytesRemaining == 0, "protected", $"{reader.BytesRemaining} bytes more", "nothing behind it");
        return Encoding.ASCII.GetString(key);
    }

    private static void Need(bool isRight, string field, string found, string expected)
    {
        if (!isRight)
        {
            throw new RecordException(field, found, expected);
        }
    }
}

using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;

namespace JointWatch.Station.Ingest;

/// <summary>
/// Opens <c>sealed</c> of contract.cddl: COSE_Mac0 with HMAC-SHA-256 and the topic as external_aad (RFC 9052, sections 6.2 and 6.3). With
/// System.Formats.Cbor and the framework's HMAC, where the boards have code of their own.
/// </summary>
internal static class SealedMessage
{
    private const byte FirstByte = 0xD1;
    private const ulong Mac0Tag = 17;
    private const int MacBytes = 32;
    private static readonly byte[] Headers = [0xA1, 0x01, 0x05];

    /// <summary>Whether a message is sealed.</summary>
    public static bool Is(ReadOnlyMemory<byte> message) => message.Length > 0 && message.Span[0] == FirstByte;

    /// <summary>What a sealed message holds, whoever sealed it.</summary>
    /// <exception cref="RefusedException">It is no sealed message.</exception>
    public static ReadOnlyMemory<byte> PayloadOf(ReadOnlyMemory<byte> message) => Parts(message).Payload;

    /// <summary>Opens a sealed message.</summary>
    /// <exception cref="RefusedException">It is not sealed, or not with this key for this topic.</exception>
    public static ReadOnlyMemory<byte> Open(byte[] key, string topic, ReadOnlyMemory<byte> message)
    {
        (ReadOnlyMemory<byte> payload, ReadOnlyMemory<byte> mac) = Parts(message);
        var structure = new CborWriter(CborConformanceMode.Canonical);
        structure.WriteStartArray(4);
        structure.WriteTextString("MAC0");
        structure.WriteByteString(Headers);
        structure.WriteByteString(Encoding.UTF8.GetBytes(topic));
        structure.WriteByteString(payload.Span);
        structure.WriteEndArray();
        return CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, structure.Encode()), mac.Span)
            ? payload
            : throw new RefusedException("mac", "wrong", "that of the node's key over this message and topic");
    }

    private static (ReadOnlyMemory<byte> Payload, ReadOnlyMemory<byte> Mac) Parts(ReadOnlyMemory<byte> message)
    {
        if (!Is(message))
        {
            throw new RefusedException("seal", "missing", "a message sealed with the node's key: the node is enrolled");
        }

        // Canonical: one way to write it.
        var reader = new CborReader(message, CborConformanceMode.Canonical);
        try
        {
            if ((ulong)reader.ReadTag() != Mac0Tag || reader.ReadStartArray() != 4 || !reader.ReadDefiniteLengthByteString().Span.SequenceEqual(Headers)
                || reader.ReadStartMap() != 0)
            {
                throw new RefusedException("headers", "of another structure or algorithm", "those of a COSE_Mac0 with HMAC 256/256");
            }

            reader.ReadEndMap();
            ReadOnlyMemory<byte> payload = reader.ReadDefiniteLengthByteString();
            ReadOnlyMemory<byte> mac = reader.ReadDefiniteLengthByteString();
            reader.ReadEndArray();
            return (mac.Length, reader.BytesRemaining) switch
            {
                (not MacBytes, _) => throw new RefusedException("mac", $"{mac.Length} bytes", $"{MacBytes} bytes"),
                (_, not 0) => throw new RefusedException("message", $"followed by {reader.BytesRemaining} more bytes", "nothing after it"),
                _ => (payload, mac),
            };
        }
        catch (Exception e) when (e is CborContentException or InvalidOperationException)
        {
            throw new RefusedException("seal", $"broken after {message.Length - reader.BytesRemaining} bytes ({e.Message})", "a whole COSE_Mac0");
        }
    }
}

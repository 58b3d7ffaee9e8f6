using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;

namespace JointWatch.Contract.Tests.Support;

/// <summary>COSE_Mac0 (RFC 9052 section 6.2) by System.Formats.Cbor and the framework's HMAC, which share nothing with the code under test.</summary>
internal static class ForeignSeal
{
    private static readonly byte[] Protected = [0xA1, 0x01, 0x05];

    public static byte[] Write(byte[] key, string topic, byte[] payload)
    {
        CborWriter writer = new(CborConformanceMode.Canonical);
        writer.WriteTag((CborTag)17);
        writer.WriteStartArray(4);
        writer.WriteByteString(Protected);
        writer.WriteStartMap(0);
        writer.WriteEndMap();
        writer.WriteByteString(payload);
        writer.WriteByteString(HMACSHA256.HashData(key, MacStructure(topic, payload)));
        writer.WriteEndArray();
        return writer.Encode();
    }

    private static byte[] MacStructure(string topic, byte[] payload)
    {
        CborWriter writer = new(CborConformanceMode.Canonical);
        writer.WriteStartArray(4);
        writer.WriteTextString("MAC0");
        writer.WriteByteString(Protected);
        writer.WriteByteString(Encoding.UTF8.GetBytes(topic));
        writer.WriteByteString(payload);
        writer.WriteEndArray();
        return writer.Encode();
    }
}

using System.Formats.Cbor;
using System.Globalization;

namespace JointWatch.Contract.Tests.Support;

/// <summary>CBOR by System.Formats.Cbor, which shares nothing with the codec under test.</summary>
internal static class ForeignCbor
{
    /// <summary>Writes a tree with the shapes that <paramref name="style"/> picks: integers longer than needed, strings in pieces, lengths left open.</summary>
    public static byte[] Write(object tree, Random style)
    {
        CborWriter writer = new(CborConformanceMode.Lax);
        Write(writer, tree, style);
        return writer.Encode();
    }

    /// <summary>The diagnostic notation (RFC 8949 section 8) of one item that is in the deterministic encoding, and nothing behind it.</summary>
    public static string DiagnosticOfDeterministic(byte[] bytes)
    {
        CborReader reader = new(bytes, CborConformanceMode.Ctap2Canonical);
        string text = Read(reader);
        Assert.Equal(0, reader.BytesRemaining);
        return text;
    }

    /// <summary>Whether bytes are one well-formed item and nothing behind it.</summary>
    public static bool IsWellFormed(byte[] bytes)
    {
        try
        {
            CborReader reader = new(bytes, CborConformanceMode.Lax);
            reader.SkipValue();
            return reader.BytesRemaining == 0;
        }
        catch (Exception e) when (e is CborContentException or InvalidOperationException)
        {
            // The latter is what it says of reserved additional information in a simple value.
            return false;
        }
    }

    public static string Diagnostic(object tree) => tree switch
    {
        string text => Quoted(text),
        byte[] bytes => "h'" + Convert.ToHexStringLower(bytes) + "'",
        CborMap map => "{" + string.Join(", ", map.Select(pair => Diagnostic(pair.Key) + ": " + Diagnostic(pair.Value))) + "}",
        List<object> list => "[" + string.Join(", ", list.Select(Diagnostic)) + "]",
        _ => Convert.ToString(tree, CultureInfo.InvariantCulture)!,
    };

    private static string Quoted(string text) =>
        '"' + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"';

    private static string Read(CborReader reader)
    {
        switch (reader.PeekState())
        {
            case CborReaderState.UnsignedInteger:
                return reader.ReadUInt64().ToString(CultureInfo.InvariantCulture);
            case CborReaderState.NegativeInteger:
                return reader.ReadInt64().ToString(CultureInfo.InvariantCulture);
            case CborReaderState.TextString:
                return Quoted(reader.ReadTextString());
            case CborReaderState.ByteString:
                return "h'" + Convert.ToHexStringLower(reader.ReadByteString()) + "'";
            case CborReaderState.StartArray:
                string[] items = new string[reader.ReadStartArray()!.Value];
                for (int i = 0; i < items.Length; i++)
                {
                    items[i] = Read(reader);
                }

                reader.ReadEndArray();
                return "[" + string.Join(", ", items) + "]";
            default:
                string[] pairs = new string[reader.ReadStartMap()!.Value];
                for (int i = 0; i < pairs.Length; i++)
                {
                    pairs[i] = Read(reader) + ": " + Read(reader);
                }

                reader.ReadEndMap();
                return "{" + string.Join(", ", pairs) + "}";
        }
    }

    private static void Write(CborWriter writer, object tree, Random style)
    {
        switch (tree)
        {
            case string text:
                WriteText(writer, text, style);
                break;
            case byte[] bytes:
                WriteBytes(writer, bytes, style);
                break;
            case List<object> list:
                writer.WriteStartArray(style.Next(2) == 0 ? list.Count : null);
                list.ForEach(item => Write(writer, item, style));
                writer.WriteEndArray();
                break;
            case CborMap map:
                writer.WriteStartMap(style.Next(2) == 0 ? map.Count : null);
                foreach ((object key, object value) in map)
                {
                    Write(writer, key, style);
                    Write(writer, value, style);
                }

                writer.WriteEndMap();
                break;
            case double number:
                writer.WriteTag((CborTag)style.Next());
                writer.WriteDouble(number);
                break;
            case ulong number:
                WriteInteger(writer, 0x00, number, style);
                break;
            default:
                long signed = Convert.ToInt64(tree, CultureInfo.InvariantCulture);
                WriteInteger(writer, signed < 0 ? 0x20 : 0x00, (ulong)(signed < 0 ? ~signed : signed), style);
                break;
        }
    }

    private static void WriteBytes(CborWriter writer, byte[] bytes, Random style)
    {
        if (style.Next(2) == 0)
        {
            writer.WriteByteString(bytes);
            return;
        }

        int cut = style.Next(bytes.Length + 1);
        writer.WriteStartIndefiniteLengthByteString();
        writer.WriteByteString(bytes.AsSpan(0, cut));
        writer.WriteByteString(bytes.AsSpan(cut));
        writer.WriteEndIndefiniteLengthByteString();
    }

    private static void WriteText(CborWriter writer, string text, Random style)
    {
        if (style.Next(2) == 0)
        {
            writer.WriteTextString(text);
            return;
        }

        writer.WriteStartIndefiniteLengthTextString();
        foreach (System.Text.Rune rune in text.EnumerateRunes())
        {
            writer.WriteTextString(rune.ToString());
        }

        writer.WriteEndIndefiniteLengthTextString();
    }

    private static void WriteInteger(CborWriter writer, int type, ulong argument, Random style)
    {
        if (style.Next(2) == 0)
        {
            byte[] longest = [(byte)(type | 27), 0, 0, 0, 0, 0, 0, 0, 0];
            System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(longest.AsSpan(1), argument);
            writer.WriteEncodedValue(longest);
        }
        else if (type == 0)
        {
            writer.WriteUInt64(argument);
        }
        else
        {
            writer.WriteCborNegativeIntegerRepresentation(argument);
        }
    }
}

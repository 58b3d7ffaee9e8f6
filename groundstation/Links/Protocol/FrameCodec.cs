using System.Formats.Cbor;
using System.Text;

namespace JointWatch.Links.Protocol;

/// <summary>Writes and reads frames, strictly: one frame has one encoding.</summary>
internal static class FrameCodec
{
    private const int Hello = 0;
    private const int Message = 1;
    private const int Taken = 2;
    private const int Fault = 3;
    private const int LongestKind = 32;
    private const int LongestProgram = 64;
    private const int LongestWords = 500;
    private const int HighestVersion = 1000;
    private const int StreamBytes = 16;

    public static byte[] Write(LinkFrame frame)
    {
        var writer = new CborWriter(CborConformanceMode.Canonical);
        switch (frame)
        {
            case HelloFrame h:
                writer.WriteStartArray(9);
                writer.WriteInt32(Hello);
                writer.WriteBoolean(h.IsAnswer);
                writer.WriteInt32(h.Lowest);
                writer.WriteInt32(h.Highest);
                writer.WriteTextString(h.Program);
                writer.WriteByteString(h.Stream.ToByteArray());
                writer.WriteInt64(h.First);
                writer.WriteByteString(h.TakenStream == Guid.Empty ? [] : h.TakenStream.ToByteArray());
                writer.WriteInt64(h.Taken);
                break;
            case MessageFrame m:
                writer.WriteStartArray(4);
                writer.WriteInt32(Message);
                writer.WriteInt64(m.Number);
                writer.WriteTextString(m.Kind);
                writer.WriteByteString(m.Payload.Span);
                break;
            case TakenFrame t:
                writer.WriteStartArray(2);
                writer.WriteInt32(Taken);
                writer.WriteInt64(t.Number);
                break;
            case FaultFrame f:
                writer.WriteStartArray(2);
                writer.WriteInt32(Fault);
                writer.WriteTextString(f.Words);
                break;
            default:
                throw new InvalidOperationException("a frame without an encoding");
        }

        writer.WriteEndArray();
        return writer.Encode();
    }

    /// <exception cref="FrameException">It is anything else.</exception>
    public static LinkFrame Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var reader = new CborReader(bytes, CborConformanceMode.Canonical);
            int? items = reader.ReadStartArray();
            LinkFrame frame = (reader.ReadInt32(), items) switch
            {
                (Hello, 9) => ReadHello(reader),
                (Message, 4) => new MessageFrame(Number(reader, "number", 1, long.MaxValue), Kind(reader), Bytes(reader, "payload", 0, LinkLimits.LargestPayload)),
                (Taken, 2) => new TakenFrame(Number(reader, "taken", 0, long.MaxValue)),
                (Fault, 2) => new FaultFrame(Text(reader, "words", 0, LongestWords)),
                (var sort, _) => throw new FrameException($"a frame of sort {sort} with {items} items; expected one of links.cddl"),
            };
            reader.ReadEndArray();
            return reader.BytesRemaining == 0 ? frame : throw new FrameException($"{reader.BytesRemaining} bytes more than the frame");
        }
        catch (Exception e) when (e is CborContentException or InvalidOperationException or OverflowException)
        {
            throw new FrameException("not CBOR in its deterministic encoding", e);
        }
    }

    private static HelloFrame ReadHello(CborReader reader)
    {
        bool isAnswer = reader.ReadBoolean();
        int lowest = (int)Number(reader, "lowest", 1, HighestVersion);
        int highest = (int)Number(reader, "highest", lowest, HighestVersion);
        string program = Text(reader, "program", 0, LongestProgram);
        var stream = new Guid(Bytes(reader, "stream", StreamBytes, StreamBytes).Span);
        long first = Number(reader, "first", 1, long.MaxValue);
        ReadOnlyMemory<byte> taken = Bytes(reader, "takenStream", 0, StreamBytes);
        return taken.Length is 0 or StreamBytes
            ? new HelloFrame(isAnswer, lowest, highest, program, stream, first, taken.Length == 0 ? Guid.Empty : new Guid(taken.Span), Number(reader, "taken", 0, long.MaxValue))
            : throw new FrameException($"takenStream has {taken.Length} bytes; expected none or {StreamBytes}");
    }

    private static string Kind(CborReader reader)
    {
        string kind = Text(reader, "kind", 1, LongestKind);
        return kind.All(c => c is > ' ' and <= '~') ? kind : throw new FrameException("kind has other characters; expected ASCII without spaces");
    }

    private static long Number(CborReader reader, string field, long least, long most)
    {
        long value = reader.ReadInt64();
        return value >= least && value <= most ? value : throw new FrameException($"{field} is {value}; expected {least} to {most}");
    }

    private static string Text(CborReader reader, string field, int least, int most)
    {
        string value = reader.ReadTextString();
        return Encoding.UTF8.GetByteCount(value) is var length && length >= least && length <= most ? value : throw new FrameException($"{field} has {value.Length} characters; expected {least} to {most} bytes");
    }

    private static ReadOnlyMemory<byte> Bytes(CborReader reader, string field, int least, int most)
    {
        ReadOnlyMemory<byte> value = reader.ReadDefiniteLengthByteString();
        return value.Length >= least && value.Length <= most ? value : throw new FrameException($"{field} has {value.Length} bytes; expected {least} to {most}");
    }
}

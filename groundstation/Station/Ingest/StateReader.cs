using System.Formats.Cbor;
using System.Globalization;
using JointWatch.Contract;

namespace JointWatch.Station.Ingest;

/// <summary>Reads <c>state</c> of contract.cddl: a CBOR text such as <c>offline 17</c>.</summary>
internal static class StateReader
{
    private const string Expected = "a CBOR text: online, offline or fault, then the boot counter, then perhaps a reason";

    /// <exception cref="RefusedException">It is something else.</exception>
    public static NodeState Read(ReadOnlyMemory<byte> payload)
    {
        string text = ReadText(payload);
        string[] parts = text.Split(' ', 3);
        if (parts.Length < 2 || parts[0] is not ("online" or "offline" or "fault")
            || !uint.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out uint boot))
        {
            throw new RefusedException("state", $"'{text}'", Expected);
        }

        return new NodeState(parts[0], boot, parts.Length == 3 ? parts[2] : null);
    }

    private static string ReadText(ReadOnlyMemory<byte> payload)
    {
        var reader = new CborReader(payload, CborConformanceMode.Strict);
        try
        {
            string text = reader.PeekState() == CborReaderState.TextString ? reader.ReadTextString() : throw new RefusedException("state", "no CBOR text", Expected);
            return text.Length <= Limits.StateCharacters && reader.BytesRemaining == 0
                ? text
                : throw new RefusedException("state", $"{text.Length} characters and {reader.BytesRemaining} more bytes", $"at most {Limits.StateCharacters} characters and nothing after them");
        }
        catch (Exception e) when (e is CborContentException or InvalidOperationException)
        {
            throw new RefusedException("state", $"broken CBOR ({e.Message})", Expected);
        }
    }
}

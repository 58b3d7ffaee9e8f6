using System.Formats.Cbor;
using System.Text;

namespace JointWatch.Exchange.Records;

/// <summary>
/// What a party commits to when it confirms a launch. It may commit to decoys too, at any time, so that the times of its commitments tell nothing until they are opened.
/// </summary>
/// <param name="IsConfirmed">Whether a launch was confirmed; false: a decoy.</param>
/// <param name="What">The party's own name of the thing, or "".</param>
public sealed record Confirmation(bool IsConfirmed, string What)
{
    private const int LongestWhat = 200;

    /// <summary>The content to commit to.</summary>
    public byte[] ToCbor()
    {
        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteStartMap(2);
        writer.WriteInt32(1);
        writer.WriteBoolean(IsConfirmed);
        writer.WriteInt32(2);
        writer.WriteTextString(What);
        writer.WriteEndMap();
        return writer.Encode();
    }

    /// <summary>Reads an opened content; null if it is none.</summary>
    public static Confirmation? TryRead(ReadOnlyMemory<byte> content)
    {
        try
        {
            var reader = new CborReader(content, CborConformanceMode.Canonical);
            if (reader.ReadStartMap() != 2 || reader.ReadInt32() != 1)
            {
                return null;
            }

            bool isConfirmed = reader.ReadBoolean();
            string what = reader.ReadInt32() == 2 ? reader.ReadTextString() : "";
            reader.ReadEndMap();
            var read = new Confirmation(isConfirmed, what);
            return Encoding.UTF8.GetByteCount(what) <= LongestWhat && read.ToCbor().AsSpan().SequenceEqual(content.Span) ? read : null;
        }
        catch (Exception e) when (e is CborContentException or InvalidOperationException or OverflowException)
        {
            return null;
        }
    }
}

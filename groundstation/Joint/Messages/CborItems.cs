using System.Formats.Cbor;
using System.Text;
using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records;

namespace JointWatch.Joint.Messages;

/// <summary>Reads the array that a message is, item by item, strictly: one message has one encoding.</summary>
internal sealed class CborItems
{
    private readonly CborReader _reader;

    private CborItems(CborReader reader) => _reader = reader;

    /// <summary>Reads a whole message.</summary>
    /// <exception cref="RecordException">It is anything else.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> payload, int items, Func<CborItems, T> read)
        where T : notnull
    {
        try
        {
            var reader = new CborReader(payload, CborConformanceMode.Canonical);
            if (reader.ReadStartArray() != items)
            {
                throw new RecordException("message", null, $"an array of {items}");
            }

            T message = read(new CborItems(reader));
            reader.ReadEndArray();
            return reader.BytesRemaining == 0 ? message : throw new RecordException("message", $"{reader.BytesRemaining} bytes more", "its end");
        }
        catch (Exception e) when (e is CborContentException or InvalidOperationException or OverflowException)
        {
            throw new RecordException("message", null, "CBOR in its deterministic encoding", e);
        }
    }

    public long Number(string field, long most)
    {
        long value = _reader.ReadInt64();
        return value >= 0 && value <= most ? value : throw new RecordException(field, $"{value}", $"a whole number from 0 to {most}");
    }

    public ReadOnlyMemory<byte> Bytes(string field, int least, int most)
    {
        ReadOnlyMemory<byte> value = _reader.ReadDefiniteLengthByteString();
        return value.Length >= least && value.Length <= most ? value : throw new RecordException(field, $"{value.Length} bytes", $"{least} to {most} bytes");
    }

    public string Text(string field, int most)
    {
        string value = _reader.ReadTextString();
        return Encoding.UTF8.GetByteCount(value) <= most ? value : throw new RecordException(field, value, $"at most {most} bytes of text");
    }

    public PartyId Party(string field) => PartyId.TryParse(Text(field, 64)) ?? throw new RecordException(field, null, PartyId.Expected);

    public RecordHash Hash(string field) => RecordHash.FromBytes(Bytes(field, RecordHash.Bytes, RecordHash.Bytes).Span);

    public IReadOnlyList<ReadOnlyMemory<byte>> List(string field, int mostItems, int mostBytes)
    {
        int count = _reader.ReadStartArray() ?? throw new RecordException(field, null, "a list that says its length");
        if (count > mostItems)
        {
            throw new RecordException(field, $"{count} items", $"at most {mostItems}");
        }

        var items = new ReadOnlyMemory<byte>[count];
        for (int i = 0; i < count; i++)
        {
            items[i] = Bytes(field, 0, mostBytes);
        }

        _reader.ReadEndArray();
        return items;
    }
}

using System.Formats.Cbor;
using System.Text;
using JointWatch.Contract;
using JointWatch.Exchange.Parties;
using JointWatch.Tracking;

namespace JointWatch.Exchange.Records.Cbor;

/// <summary>
/// Reads a map with whole numbers for keys, in ascending order. Whatever is wrong becomes a <see cref="RecordException"/> that names the field; what is not even CBOR,
/// an exception of the library, which <see cref="RecordReader"/> turns into one.
/// </summary>
internal sealed class FieldReader
{
    private const int MostFields = 24;

    private readonly CborReader _reader;
    private readonly string _name;
    private readonly FieldReader? _whole;
    private int _left;
    private long? _next;

    /// <param name="name">What the map is called in messages; "" for the record itself.</param>
    /// <param name="whole">The map that it lies in, or null.</param>
    public FieldReader(CborReader reader, string name, FieldReader? whole = null)
    {
        _reader = reader;
        _whole = whole;
        _name = name.Length == 0 ? "" : name + ".";
        _left = reader.ReadStartMap() is { } count and <= MostFields ? count : throw new RecordException(name, "a larger map", $"at most {MostFields} fields");
        Advance();
    }

    /// <summary>Whether the next field is this one.</summary>
    public bool Has(int key) => _next == key;

    /// <summary>Refuses what nobody asked for; goes on with the map around this one.</summary>
    public void End()
    {
        if (_next is { } key)
        {
            throw new RecordException(_name + "key", $"{key}", "a field that records.cddl has there");
        }

        _reader.ReadEndMap();
        _whole?.Advance();
    }

    public long Integer(int key, string field, long least, long most)
    {
        Take(key, field, $"a whole number from {least} to {most}");
        long value = NextInteger(field, least, most);
        Advance();
        return value;
    }

    public UtcMicroseconds Time(int key, string field) => new(Integer(key, field, 0, RecordReader.LatestMicroseconds));

    /// <summary>A text of so many bytes of UTF-8; in one line unless said otherwise.</summary>
    public string Text(int key, string field, int least, int most, bool hasLines = false)
    {
        string expected = $"a text of {least} to {most} bytes of UTF-8{(hasLines ? "" : " in one line")}";
        Take(key, field, expected);
        string text = NextText(field, expected);
        Advance();
        return Encoding.UTF8.GetByteCount(text) is var length && length >= least && length <= most && !text.Any(c => char.IsControl(c) && !(hasLines && c is '\n' or '\t'))
            ? text
            : throw Wrong(field, text, expected);
    }

    /// <summary>A name as parties and nodes have.</summary>
    public string Name(int key, string field)
    {
        string name = Text(key, field, 1, Topics.MaxNameLength);
        return Topics.IsName(name) ? name : throw Wrong(field, name, PartyId.ExpectedName);
    }

    public PartyId Party(int key, string field)
    {
        string name = Text(key, field, 1, Topics.MaxNameLength);
        return PartyId.TryParse(name) ?? throw Wrong(field, name, PartyId.Expected);
    }

    /// <summary>Parties in ascending order, each once.</summary>
    public IReadOnlyList<PartyId> Parties(int key, string field, int most)
    {
        const string Ascending = "parties in ascending order, each once";
        string[] names = Items(key, field, 0, most, () => NextText(field, Ascending));
        for (int i = 1; i < names.Length; i++)
        {
            if (string.CompareOrdinal(names[i - 1], names[i]) >= 0)
            {
                throw Wrong(field, names[i], Ascending);
            }
        }

        return [.. names.Select(n => PartyId.TryParse(n) ?? throw Wrong(field, n, PartyId.Expected))];
    }

    public byte[] Bytes(int key, string field, int least, int most)
    {
        string expected = least == most ? $"{least} bytes" : $"{least} to {most} bytes";
        Take(key, field, expected);
        byte[] value = NextBytes(field, expected);
        Advance();
        return value.Length >= least && value.Length <= most ? value : throw Wrong(field, $"{value.Length} bytes", expected);
    }

    public RecordHash Hash(int key, string field) => RecordHash.FromBytes(Bytes(key, field, RecordHash.Bytes, RecordHash.Bytes));

    public IReadOnlyList<RecordHash> Hashes(int key, string field, int least, int most) => Items(key, field, least, most, () =>
    {
        byte[] value = NextBytes(field, "32 bytes");
        return value.Length == RecordHash.Bytes ? RecordHash.FromBytes(value) : throw Wrong(field, $"{value.Length} bytes", "32 bytes");
    });

    /// <summary>Whole numbers, each within the limits of its place.</summary>
    public long[] Integers(int key, string field, params (long Least, long Most)[] limits)
    {
        int at = 0;
        return Items(key, field, limits.Length, limits.Length, () => NextInteger(field, limits[at].Least, limits[at++].Most));
    }

    /// <summary>An array of such arrays.</summary>
    public IReadOnlyList<long[]> Rows(int key, string field, int least, int most, params (long Least, long Most)[] limits) => Items(key, field, least, most, () =>
    {
        if (_reader.PeekState() != CborReaderState.StartArray || _reader.ReadStartArray() != limits.Length)
        {
            throw Wrong(field, "something else", $"arrays of {limits.Length} numbers");
        }

        long[] row = [.. limits.Select(l => NextInteger(field, l.Least, l.Most))];
        _reader.ReadEndArray();
        return row;
    });

    /// <summary>The map in a field; read it to its end before this one is read on.</summary>
    public FieldReader Map(int key, string field)
    {
        Take(key, field, "a map");
        if (_reader.PeekState() != CborReaderState.StartMap)
        {
            throw Wrong(field, "something else", "a map");
        }

        return new FieldReader(_reader, _name + field, this);
    }

    /// <summary>The error for a value of this map.</summary>
    public RecordException Wrong(string field, string value, string expected) => new(_name + field, value, expected);

    private void Take(int key, string field, string expected)
    {
        if (_next != key)
        {
            throw _next < key ? new RecordException(_name + "key", $"{_next}", $"{key}, {field}") : new RecordException(_name + field, null, expected);
        }
    }

    private void Advance()
    {
        _next = _left == 0 ? null : _reader.ReadInt64();
        _left--;
    }

    private T[] Items<T>(int key, string field, int least, int most, Func<T> read)
    {
        string expected = least == most ? $"an array of {most}" : $"an array of {least} to {most}";
        Take(key, field, expected);
        if (_reader.PeekState() != CborReaderState.StartArray)
        {
            throw Wrong(field, "something else", expected);
        }

        int? count = _reader.ReadStartArray();
        if (count < least || count > most || count is null)
        {
            throw Wrong(field, $"{count} items", expected);
        }

        var items = new T[count.Value];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = read();
        }

        _reader.ReadEndArray();
        Advance();
        return items;
    }

    private long NextInteger(string field, long least, long most)
    {
        string expected = $"a whole number from {least} to {most}";
        if (_reader.PeekState() is not (CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger))
        {
            throw Wrong(field, "something else", expected);
        }

        long value = _reader.ReadInt64();
        return value >= least && value <= most ? value : throw Wrong(field, $"{value}", expected);
    }

    private string NextText(string field, string expected) =>
        _reader.PeekState() == CborReaderState.TextString ? _reader.ReadTextString() : throw Wrong(field, "something else", expected);

    private byte[] NextBytes(string field, string expected) =>
        _reader.PeekState() == CborReaderState.ByteString ? _reader.ReadByteString() : throw Wrong(field, "something else", expected);
}

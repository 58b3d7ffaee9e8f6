using System.Formats.Cbor;

namespace JointWatch.Exchange.Records.Cbor;

/// <summary>
/// Writes a map with whole numbers for keys, deterministic by RFC 8949 section 4.2.1: shortest lengths, keys in ascending order. (The library's canonical mode orders by
/// RFC 7049; for keys from 0 to 23 the two are the same.)
/// </summary>
internal sealed class FieldWriter
{
    private readonly CborWriter _writer = new(CborConformanceMode.Canonical, convertIndefiniteLengthEncodings: true);

    public FieldWriter() => _writer.WriteStartMap(null);

    public byte[] Encode()
    {
        _writer.WriteEndMap();
        return _writer.Encode();
    }

    public void Integer(int key, long value) => Key(key).WriteInt64(value);

    public void OptionalInteger(int key, long? value)
    {
        if (value is { } number)
        {
            Integer(key, number);
        }
    }

    public void Text(int key, string value) => Key(key).WriteTextString(value);

    public void OptionalText(int key, string? value)
    {
        if (value is not null)
        {
            Text(key, value);
        }
    }

    public void Texts(int key, IEnumerable<string> values) => Items(key, values, _writer.WriteTextString);

    public void Bytes(int key, ReadOnlyMemory<byte> value) => Key(key).WriteByteString(value.Span);

    public void OptionalBytes(int key, ReadOnlyMemory<byte>? value)
    {
        if (value is { } bytes)
        {
            Bytes(key, bytes);
        }
    }

    public void Hash(int key, RecordHash value) => Bytes(key, value.ToArray());

    public void OptionalHash(int key, RecordHash? value)
    {
        if (value is { } hash)
        {
            Hash(key, hash);
        }
    }

    public void Hashes(int key, IEnumerable<RecordHash> values) => Items(key, values, h => _writer.WriteByteString(h.ToArray()));

    public void Integers(int key, params IEnumerable<long> values) => Items(key, values, _writer.WriteInt64);

    public void Rows(int key, IEnumerable<long[]> rows) => Items(key, rows, row =>
    {
        _writer.WriteStartArray(row.Length);
        foreach (long value in row)
        {
            _writer.WriteInt64(value);
        }

        _writer.WriteEndArray();
    });

    /// <summary>A map in the map.</summary>
    public void Map(int key, Action<FieldWriter> write)
    {
        var inner = new FieldWriter();
        write(inner);
        Key(key).WriteEncodedValue(inner.Encode());
    }

    private void Items<T>(int key, IEnumerable<T> values, Action<T> write)
    {
        T[] all = [.. values];
        Key(key).WriteStartArray(all.Length);
        foreach (T value in all)
        {
            write(value);
        }

        _writer.WriteEndArray();
    }

    private CborWriter Key(int key)
    {
        _writer.WriteInt32(key);
        return _writer;
    }
}

using System.Formats.Cbor;
using System.Globalization;
using JointWatch.Contract;

namespace JointWatch.Station.Ingest;

/// <summary>
/// Reads one message of the contract: a CBOR map with integer keys. Unknown keys are passed over, a key that comes twice or a value of the
/// wrong type or range is refused by name. It stands on System.Formats.Cbor, so the station reads with other eyes than the boards write.
/// </summary>
internal sealed class WireMap
{
    private readonly CborReader _reader;
    private ulong _seen;

    private WireMap(CborReader reader) => _reader = reader;

    /// <summary>Reads a message: <paramref name="field"/> is called at the value of each integer key below 64 and says whether it took it.</summary>
    /// <exception cref="RefusedException">The bytes are not one well-formed map, or a field is refused.</exception>
    public static WireMap Read<T>(ReadOnlyMemory<byte> payload, T target, Func<WireMap, int, T, bool> field)
    {
        // Strict: no key twice, valid UTF-8; but any length of integer and of container, as the contract says.
        var reader = new CborReader(payload, CborConformanceMode.Strict);
        var map = new WireMap(reader);
        try
        {
            if (reader.PeekState() != CborReaderState.StartMap)
            {
                throw new RefusedException("message", Name(reader.PeekState()), "a map with integer keys");
            }

            reader.ReadStartMap();
            while (reader.PeekState() != CborReaderState.EndMap)
            {
                map.ReadEntry(target, field);
            }

            reader.ReadEndMap();
            if (reader.BytesRemaining > 0)
            {
                throw new RefusedException("message", $"followed by {reader.BytesRemaining} more bytes", "one map and nothing after it");
            }
        }
        // The library answers some malformed simple values with InvalidOperationException.
        catch (Exception e) when (e is CborContentException or InvalidOperationException)
        {
            throw new RefusedException("message", $"broken CBOR after {payload.Length - reader.BytesRemaining} bytes ({e.Message})", "well-formed CBOR");
        }

        return map;
    }

    /// <summary>Whether a key came.</summary>
    public bool Has(int key) => (_seen & (1UL << key)) != 0;

    /// <summary>Refuses the message where one of these keys did not come.</summary>
    public void Require(ReadOnlySpan<(int Key, string Field)> fields)
    {
        foreach ((int key, string field) in fields)
        {
            if ((_seen & (1UL << key)) == 0)
            {
                throw new RefusedException(field, "missing", $"key {key}");
            }
        }
    }

    /// <summary>An unsigned integer of 64 bits, for the fields that may hold anything.</summary>
    public ulong Unsigned(string field, ulong max = ulong.MaxValue)
    {
        if (_reader.PeekState() != CborReaderState.UnsignedInteger)
        {
            throw Wrong(field, $"a whole number from 0 to {max}");
        }

        ulong value = _reader.ReadUInt64();
        return value <= max ? value : throw new RefusedException(field, value.ToString(CultureInfo.InvariantCulture), $"0 to {max}");
    }

    /// <summary>An integer within the contract's limit for it.</summary>
    public long Integer(string field, Limit limit) => Integer(field, Limits.Min(limit), Limits.Max(limit));

    /// <summary>An integer between two bounds.</summary>
    public long Integer(string field, long min, long max)
    {
        CborReaderState state = _reader.PeekState();
        if (state is not (CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger))
        {
            throw Wrong(field, $"a whole number from {min} to {max}");
        }

        Int128 value = state == CborReaderState.UnsignedInteger ? _reader.ReadUInt64() : -1 - (Int128)_reader.ReadCborNegativeIntegerRepresentation();
        return value >= min && value <= max
            ? (long)value
            : throw new RefusedException(field, value.ToString(CultureInfo.InvariantCulture), $"{min} to {max}");
    }

    /// <summary>A text of at most so many UTF-8 bytes.</summary>
    public string Text(string field, int maxBytes)
    {
        if (_reader.PeekState() is not (CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString))
        {
            throw Wrong(field, $"a text of at most {maxBytes} bytes");
        }

        string value = _reader.ReadTextString();
        int bytes = System.Text.Encoding.UTF8.GetByteCount(value);
        return bytes <= maxBytes ? value : throw new RefusedException(field, $"{bytes} bytes long", $"at most {maxBytes} bytes");
    }

    /// <summary>A byte string of at most so many bytes.</summary>
    public byte[] Bytes(string field, int maxBytes)
    {
        if (_reader.PeekState() is not (CborReaderState.ByteString or CborReaderState.StartIndefiniteLengthByteString))
        {
            throw Wrong(field, $"a byte string of at most {maxBytes} bytes");
        }

        byte[] value = _reader.ReadByteString();
        return value.Length <= maxBytes ? value : throw new RefusedException(field, $"{value.Length} bytes long", $"at most {maxBytes} bytes");
    }

    /// <summary>Enters a list. Read its items until <see cref="ItemsLeft"/> says no, then leave it.</summary>
    public void EnterList(string field)
    {
        if (_reader.PeekState() != CborReaderState.StartArray)
        {
            throw Wrong(field, "a list");
        }

        _reader.ReadStartArray();
    }

    /// <summary>Whether the list that was entered last has more items.</summary>
    public bool ItemsLeft() => _reader.PeekState() != CborReaderState.EndArray;

    /// <summary>Leaves a list, of which nothing may be left.</summary>
    public void LeaveList(string field, string expected)
    {
        if (ItemsLeft())
        {
            throw new RefusedException(field, "longer", expected);
        }

        _reader.ReadEndArray();
    }

    /// <summary>Refuses a list that ended too soon.</summary>
    public void RequireItem(string field, string expected)
    {
        if (!ItemsLeft())
        {
            throw new RefusedException(field, "missing", expected);
        }
    }

    private static string Name(CborReaderState state) => state switch
    {
        CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger => "a number",
        CborReaderState.ByteString or CborReaderState.StartIndefiniteLengthByteString => "a byte string",
        CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString => "a text",
        CborReaderState.StartArray => "a list",
        CborReaderState.StartMap => "a map",
        CborReaderState.Boolean => "true or false",
        CborReaderState.Null => "null",
        CborReaderState.Tag => "a tagged item",
        CborReaderState.Finished => "empty",
        CborReaderState.EndArray or CborReaderState.EndMap => "missing",
        _ => "a floating-point or simple value",
    };

    private void ReadEntry<T>(T target, Func<WireMap, int, T, bool> field)
    {
        const int LargestKey = 63;
        if (_reader.PeekState() != CborReaderState.UnsignedInteger)
        {
            _reader.SkipValue();
            _reader.SkipValue();
            return;
        }

        ulong key = _reader.ReadUInt64();
        if (key <= LargestKey && field(this, (int)key, target))
        {
            _seen |= 1UL << (int)key;
        }
        else
        {
            _reader.SkipValue();
        }
    }

    private RefusedException Wrong(string field, string expected) => new(field, Name(_reader.PeekState()), expected);
}

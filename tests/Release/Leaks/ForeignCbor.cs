using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace JointWatch.Releases.Tests.Leaks;

/// <summary>
/// Reads a release from CBOR by RFC 8949 and <c>release.cddl</c> alone, without a library, and refuses what is not deterministic by section 4.2.1: longer integers and
/// lengths than need be, indefinite lengths, floating point, keys out of order.
/// </summary>
internal sealed class ForeignCbor
{
    private static readonly string[] Kinds = ["warning", "track", "announcement", "coverage", "node", "afterAction"];

    private static readonly string[] Fields =
    [
        "launchTime", "launchArea", "launchUncertainty", "azimuth", "class", "impactArea", "impactUncertainty", "impactTime", "state", "confidence", "burnoutTime", "apogee",
        "position", "height", "speed", "course", "time", "window", "range", "directions", "sensors", "sensor", "sensorKind", "detections", "id", "warnings", "falseAlarms", "missed",
    ];

    private static readonly string[] Units = ["Percent", "Kilometers", "MetersPerSecond", "Count"];

    private readonly byte[] _bytes;
    private int _at;

    private ForeignCbor(byte[] bytes) => _bytes = bytes;

    /// <summary>The release as the JSON that it must equal.</summary>
    public static JsonObject ToJson(byte[] bytes)
    {
        var reader = new ForeignCbor(bytes);
        var map = (SortedDictionary<long, object?>)reader.Read()!;
        if (reader._at != bytes.Length || map.Count != 10 || (long)map[1]! != 1)
        {
            throw new FormatException("no release");
        }

        var json = new JsonObject
        {
            ["by"] = (string)map[2]!, ["to"] = (string)map[3]!, ["kind"] = Kinds[(long)map[4]! - 1], ["reference"] = (string)map[5]!, ["revision"] = (long)map[6]!,
            ["act"] = (long)map[7]! == 1 ? "report" : "ended", ["at"] = Iso((long)map[8]!), ["isExercise"] = (bool)map[9]!,
        };
        foreach ((long field, object? value) in (SortedDictionary<long, object?>)map[10]!)
        {
            json[Fields[field - 1]] = ToNode(value);
        }

        return json;
    }

    private static JsonNode? ToNode(object? value)
    {
        if (value is not List<object?> list)
        {
            return value is null ? null : (JsonNode)(string)value;
        }

        long N(int i) => (long)list[i]!;
        return N(0) switch
        {
            1 => new JsonObject { ["southDegrees"] = N(1) / 1000m, ["northDegrees"] = N(2) / 1000m, ["westDegrees"] = N(3) / 1000m, ["eastDegrees"] = N(4) / 1000m },
            2 => new JsonObject { ["from"] = Iso(N(1)), ["lengthSeconds"] = N(2) },
            3 => new JsonObject { ["from"] = Iso(N(1)), ["until"] = Iso(N(2)) },
            4 => new JsonObject { ["fromDegrees"] = N(1), ["widthDegrees"] = N(2) },
            5 => new JsonObject { ["from" + Units[N(3) - 1]] = N(1), ["to" + Units[N(3) - 1]] = N(2) },
            6 => new JsonObject { ["atMostKilometers"] = N(1) },
            7 => new JsonArray([.. list.Skip(1).Select(text => (JsonNode)(string)text!)]),
            _ => throw new FormatException("no value of release.cddl"),
        };
    }

    private object? Read()
    {
        byte first = _bytes[_at++];
        int major = first >> 5;
        if (major == 7)
        {
            return first switch { 0xf4 => false, 0xf5 => true, 0xf6 => null, _ => throw new FormatException("a simple value or float that has no place here") };
        }

        long number = ReadArgument(first & 0x1f);
        switch (major)
        {
            case 0:
                return number;
            case 1:
                return -1 - number;
            case 3:
                _at += (int)number;
                return Encoding.UTF8.GetString(_bytes, _at - (int)number, (int)number);
            case 4:
                return Enumerable.Range(0, (int)number).Select(_ => Read()).ToList();
            case 5:
                var map = new SortedDictionary<long, object?>();
                byte[] before = [];
                for (int i = 0; i < number; i++)
                {
                    int start = _at;
                    long key = (long)Read()!;
                    byte[] encoded = _bytes[start.._at];
                    if (before.AsSpan().SequenceCompareTo(encoded) >= 0)
                    {
                        throw new FormatException("keys out of order");
                    }

                    before = encoded;
                    map[key] = Read();
                }

                return map;
            default:
                throw new FormatException("a type that has no place here");
        }
    }

    private long ReadArgument(int info)
    {
        if (info < 24)
        {
            return info;
        }

        int length = info switch { 24 => 1, 25 => 2, 26 => 4, 27 => 8, _ => throw new FormatException("an indefinite length") };
        Span<byte> eight = stackalloc byte[8];
        _bytes.AsSpan(_at, length).CopyTo(eight[(8 - length)..]);
        _at += length;
        ulong value = BinaryPrimitives.ReadUInt64BigEndian(eight);
        ulong least = length switch { 1 => 24, 2 => 0x100, 4 => 0x1_0000, _ => 0x1_0000_0000 };
        return value >= least ? (long)value : throw new FormatException("longer than need be");
    }

    private static string Iso(long seconds) => DateTimeOffset.UnixEpoch.AddSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

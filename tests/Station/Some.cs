using System.Formats.Cbor;
using JointWatch.Contract;
using JointWatch.Contract.Sealing;
using JointWatch.Station.Ingest;
using JointWatch.Station.Journal;
using JointWatch.Tracking;

namespace JointWatch.Station.Tests;

/// <summary>Values that do not matter to a test, and messages made with System.Formats.Cbor rather than with the boards' own codec.</summary>
internal static class Some
{
    public static readonly NodeId Node = new("alfa", "radar-1");

    public static readonly UtcMicroseconds Now = new(1_783_166_400_000_000); // 2026-07-04T12:00:00Z

    public const string BirthTopic = "jointwatch/v1/alfa/radar-1/birth";
    public const string ReportTopic = "jointwatch/v1/alfa/radar-1/report";
    public const string StateTopic = "jointwatch/v1/alfa/radar-1/state";

    /// <summary>A map with integer keys; a value is written by a delegate, so that a test can write what is wrong.</summary>
    public static byte[] Map(IEnumerable<KeyValuePair<int, Action<CborWriter>>> fields)
    {
        var list = fields.ToList();
        var writer = new CborWriter();
        writer.WriteStartMap(list.Count);
        foreach ((int key, Action<CborWriter> value) in list)
        {
            writer.WriteInt32(key);
            value(writer);
        }

        writer.WriteEndMap();
        return writer.Encode();
    }

    public static Action<CborWriter> Number(long value) => w => w.WriteInt64(value);

    public static Action<CborWriter> Text(string value) => w => w.WriteTextString(value);

    public static Action<CborWriter> List(params long[] values) => w =>
    {
        w.WriteStartArray(values.Length);
        foreach (long value in values)
        {
            w.WriteInt64(value);
        }

        w.WriteEndArray();
    };

    public static Action<CborWriter> Lists(params long[][] values) => w =>
    {
        w.WriteStartArray(values.Length);
        foreach (long[] value in values)
        {
            List(value)(w);
        }

        w.WriteEndArray();
    };

    /// <summary>A radar at 69° north, 16° east, looking all round from 0 to 90 degrees out to 300 km.</summary>
    public static SortedDictionary<int, Action<CborWriter>> RadarBirth(uint boot = 17) => new()
    {
        [1] = Number(boot),
        [2] = Number(1),
        [3] = List(690_000_000, 160_000_000, 500),
        [4] = Number(1_000_000),
        [5] = List(0, 6_283_185, 0, 1_570_796, 10_000, 3_000_000),
        [6] = List(300, 1500, 1500, 200),
        [7] = Number(900),
        [8] = Number(2000),
        [9] = Text("test 1.0"),
    };

    public static SortedDictionary<int, Action<CborWriter>> Report(ulong sequence, uint boot = 17, UtcMicroseconds? time = null, params long[][] detections) => new()
    {
        [1] = Number(boot),
        [2] = w => w.WriteUInt64(sequence),
        [3] = Number((time ?? Now).Value),
        [4] = Number(1000),
        [6] = Lists(detections),
    };

    /// <summary>A radar detection at 50 km, 1 rad, 0.2 rad, receding at 100 m/s with 15 dB.</summary>
    public static long[] RadarDetection() => [500_000, 1_000_000, 200_000, 10_000, 1_500];

    public static JournalEntry Entry(long number, string topic, byte[] payload, UtcMicroseconds? at = null) =>
        new(number, at ?? Now, EntryKind.Message, topic, payload);

    /// <summary>A message sealed by the boards' own code.</summary>
    public static byte[] Seal(byte[] key, string topic, byte[] message)
    {
        byte[] into = new byte[message.Length + Sealed.MaxOverhead];
        return into[..new Sealed(key).Write(Topics.Bytes(topic), message, message.Length, into)];
    }

    public static JournalEntry Tick(long number, UtcMicroseconds at) => new(number, at, EntryKind.Tick, "", ReadOnlyMemory<byte>.Empty);
}

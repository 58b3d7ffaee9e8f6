using System.Formats.Cbor;
using JointWatch.Releases.Coarse;
using JointWatch.Releases.Fields;

namespace JointWatch.Releases.Output;

/// <summary>Reads a release from CBOR. What another writes in other bytes than this program would is refused, so that one release has one encoding.</summary>
internal static class ReleaseCborReader
{
    private const int LargestBytes = 100_000;
    private const int LongestText = 200;
    private const int MostWords = 1_000;

    public static Release Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > LargestBytes)
        {
            throw new FormatException($"release is {bytes.Length} bytes; expected at most {LargestBytes}");
        }

        Release release;
        try
        {
            release = Read(new CborReader(bytes, CborConformanceMode.Canonical));
        }
        catch (Exception e) when (e is CborContentException or InvalidOperationException or OverflowException)
        {
            throw new FormatException($"release is no CBOR of release.cddl ({e.Message}); expected a release", e);
        }

        return release.ToCbor().AsSpan().SequenceEqual(bytes.Span) ? release : throw new FormatException("release is encoded in another way; expected the deterministic encoding");
    }

    private static Release Read(CborReader reader)
    {
        Need(reader.ReadStartMap() == 10, "release", "10 fields");
        Need(Integer(reader, EnvelopeKey.Version) == ReleaseCbor.Version, "version", "1");
        string by = Text(Key(reader, EnvelopeKey.By), "by");
        string to = Text(Key(reader, EnvelopeKey.To), "to");
        var kind = (ThingKind)Integer(reader, EnvelopeKey.Kind);
        Need(Enum.IsDefined(kind), "kind", "1 to 6");
        string reference = Text(Key(reader, EnvelopeKey.Reference), "reference");
        int revision = Integer(reader, EnvelopeKey.Revision);
        Need(revision >= 1, "revision", "1 or more");
        var act = (ReleaseAct)Integer(reader, EnvelopeKey.Act);
        Need(Enum.IsDefined(act), "act", "1 or 2");
        long at = Key(reader, EnvelopeKey.At).ReadInt64();
        Need(Math.Abs(at) < 100_000_000_000, "at", "seconds since 1970");
        bool isExercise = Key(reader, EnvelopeKey.IsExercise).ReadBoolean();
        int? count = Key(reader, EnvelopeKey.Values).ReadStartMap();
        Need(count is >= 0 and <= 64, "values", "at most 64 fields");
        var values = new List<ReleasedValue>();
        for (int i = 0; i < count; i++)
        {
            var field = (ReleaseField)reader.ReadInt32();
            Need(Enum.IsDefined(field) && Catalogue.Of(field).Kinds.Contains(kind), "values", $"a field of {Catalogue.NameOf(kind)}");
            values.Add(new ReleasedValue(field, ReadValue(reader)));
        }

        reader.ReadEndMap();
        reader.ReadEndMap();
        Need(reader.BytesRemaining == 0, "release", "nothing after it");
        return new Release(by, to, kind, reference, revision, act, at, isExercise, values);
    }

    private static RoundedValue? ReadValue(CborReader reader)
    {
        switch (reader.PeekState())
        {
            case CborReaderState.Null:
                reader.ReadNull();
                return null;
            case CborReaderState.TextString:
                return new Word(Text(reader, "word"));
        }

        int? length = reader.ReadStartArray();
        Need(length is >= 1 and <= MostWords, "value", "an array of release.cddl");
        var tag = (ValueTag)reader.ReadInt32();
        RoundedValue value;
        if (tag == ValueTag.Words)
        {
            value = new WordList([.. Enumerable.Range(1, length!.Value - 1).Select(_ => Text(reader, "word"))]);
        }
        else
        {
            long[] n = [.. Enumerable.Range(1, length!.Value - 1).Select(_ => reader.ReadInt64())];
            value = (tag, n.Length) switch
            {
                (ValueTag.Cell, 4) => new Cell(checked((int)n[0]), checked((int)n[1]), checked((int)n[2]), checked((int)n[3])),
                (ValueTag.Time, 2) => new TimeStep(Seconds(n[0]), StepOf(n[1])),
                (ValueTag.Period, 3) => new TimeSpanSteps(Seconds(n[0]), Seconds(n[1]), StepOf(n[2])),
                (ValueTag.Sector, 3) => new Sector(checked((int)n[0]), checked((int)n[1]), StepOf(n[2])),
                (ValueTag.Band, 3) when n[2] is >= 1 and <= 4 => new Band(n[0], n[1], (AmountUnit)n[2]),
                (ValueTag.Extent, 2) => new Extent(checked((int)n[0]), StepOf(n[1])),
                _ => throw new FormatException("value is of an unknown form; expected one of release.cddl"),
            };
        }

        reader.ReadEndArray();
        return value;
    }

    private static int StepOf(long value)
    {
        Need(value is >= 1 and <= 1_000_000, "value", "a step of 1 or more");
        return (int)value;
    }

    private static long Seconds(long value)
    {
        Need(Math.Abs(value) < 100_000_000_000, "time", "seconds since 1970");
        return value;
    }

    private static CborReader Key(CborReader reader, EnvelopeKey key)
    {
        Need(reader.ReadInt32() == (int)key, "release", $"the key {(int)key}");
        return reader;
    }

    private static int Integer(CborReader reader, EnvelopeKey key) => Key(reader, key).ReadInt32();

    private static string Text(CborReader reader, string name)
    {
        string text = reader.ReadTextString();
        Need(text.Length is >= 1 and <= LongestText, name, $"1 to {LongestText} characters");
        return text;
    }

    private static void Need(bool isGood, string field, string expected)
    {
        if (!isGood)
        {
            throw new FormatException($"{field} is not as in release.cddl; expected {expected}");
        }
    }
}

using System.Formats.Cbor;
using JointWatch.Releases.Coarse;

namespace JointWatch.Releases.Output;

/// <summary>
/// Writes a release as CBOR after <c>release.cddl</c>. Deterministic by RFC 8949 section 4.2.1: shortest integers and lengths, no indefinite lengths, keys in bytewise
/// order of their encodings (here whole numbers, for which the order of section 4.2.3 is the same). There is no floating point in it.
/// </summary>
internal static class ReleaseCbor
{
    public const int Version = 1;

    public static byte[] Write(Release release)
    {
        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteStartMap(10);
        Key(writer, EnvelopeKey.Version).WriteInt32(Version);
        Key(writer, EnvelopeKey.By).WriteTextString(release.By);
        Key(writer, EnvelopeKey.To).WriteTextString(release.To);
        Key(writer, EnvelopeKey.Kind).WriteInt32((int)release.Kind);
        Key(writer, EnvelopeKey.Reference).WriteTextString(release.Reference);
        Key(writer, EnvelopeKey.Revision).WriteInt32(release.Revision);
        Key(writer, EnvelopeKey.Act).WriteInt32((int)release.Act);
        Key(writer, EnvelopeKey.At).WriteInt64(release.AtUnixSeconds);
        Key(writer, EnvelopeKey.IsExercise).WriteBoolean(release.IsExercise);
        Key(writer, EnvelopeKey.Values).WriteStartMap(release.Values.Count);
        foreach (ReleasedValue value in release.Values)
        {
            writer.WriteInt32((int)value.Field);
            WriteValue(writer, value.Value);
        }

        writer.WriteEndMap();
        writer.WriteEndMap();
        return writer.Encode();
    }

    private static CborWriter Key(CborWriter writer, EnvelopeKey key)
    {
        writer.WriteInt32((int)key);
        return writer;
    }

    private static void WriteValue(CborWriter writer, RoundedValue? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNull();
                break;
            case Cell c:
                Array(writer, ValueTag.Cell, c.SouthThousandths, c.NorthThousandths, c.WestThousandths, c.EastThousandths);
                break;
            case TimeStep t:
                Array(writer, ValueTag.Time, t.FromUnixSeconds, t.Seconds);
                break;
            case TimeSpanSteps p:
                Array(writer, ValueTag.Period, p.FromUnixSeconds, p.UntilUnixSeconds, p.Seconds);
                break;
            case Sector s:
                Array(writer, ValueTag.Sector, s.FromDegrees, s.WidthDegrees, s.StepDegrees);
                break;
            case Band b:
                Array(writer, ValueTag.Band, b.From, b.To, (int)b.Unit);
                break;
            case Extent e:
                Array(writer, ValueTag.Extent, e.AtMostKilometers, e.StepKilometers);
                break;
            case Word w:
                writer.WriteTextString(w.Text);
                break;
            case WordList list:
                writer.WriteStartArray(list.Texts.Count + 1);
                writer.WriteInt32((int)ValueTag.Words);
                foreach (string text in list.Texts)
                {
                    writer.WriteTextString(text);
                }

                writer.WriteEndArray();
                break;
            default:
                throw new InvalidOperationException("a kind of value without an encoding");
        }
    }

    private static void Array(CborWriter writer, ValueTag tag, params ReadOnlySpan<long> numbers)
    {
        writer.WriteStartArray(numbers.Length + 1);
        writer.WriteInt32((int)tag);
        foreach (long number in numbers)
        {
            writer.WriteInt64(number);
        }

        writer.WriteEndArray();
    }
}

/// <summary>The keys of a release.</summary>
internal enum EnvelopeKey
{
    Version = 1,
    By = 2,
    To = 3,
    Kind = 4,
    Reference = 5,
    Revision = 6,
    Act = 7,
    At = 8,
    IsExercise = 9,
    Values = 10,
}

/// <summary>What stands first in the array of a value.</summary>
internal enum ValueTag
{
    Cell = 1,
    Time = 2,
    Period = 3,
    Sector = 4,
    Band = 5,
    Extent = 6,
    Words = 7,
}

using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using JointWatch.Releases.Coarse;
using JointWatch.Releases.Fields;

namespace JointWatch.Releases.Output;

/// <summary>Writes a release as JSON: units in names, numbers as exact decimals.</summary>
internal static class ReleaseJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Release release)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("by", release.By);
            writer.WriteString("to", release.To);
            writer.WriteString("kind", Catalogue.NameOf(release.Kind));
            writer.WriteString("reference", release.Reference);
            writer.WriteNumber("revision", release.Revision);
            writer.WriteString("act", release.Act == ReleaseAct.Ended ? "ended" : "report");
            writer.WriteString("at", TimeText.Of(release.AtUnixSeconds));
            writer.WriteBoolean("isExercise", release.IsExercise);
            foreach (ReleasedValue value in release.Values)
            {
                writer.WritePropertyName(Catalogue.Of(value.Field).Name);
                WriteValue(writer, value.Value);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteValue(Utf8JsonWriter writer, RoundedValue? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                return;
            case Word w:
                writer.WriteStringValue(w.Text);
                return;
            case WordList list:
                writer.WriteStartArray();
                foreach (string text in list.Texts)
                {
                    writer.WriteStringValue(text);
                }

                writer.WriteEndArray();
                return;
        }

        writer.WriteStartObject();
        switch (value)
        {
            case Cell c:
                writer.WriteNumber("southDegrees", c.SouthThousandths / 1000m);
                writer.WriteNumber("northDegrees", c.NorthThousandths / 1000m);
                writer.WriteNumber("westDegrees", c.WestThousandths / 1000m);
                writer.WriteNumber("eastDegrees", c.EastThousandths / 1000m);
                break;
            case TimeStep t:
                writer.WriteString("from", TimeText.Of(t.FromUnixSeconds));
                writer.WriteNumber("lengthSeconds", t.Seconds);
                break;
            case TimeSpanSteps p:
                writer.WriteString("from", TimeText.Of(p.FromUnixSeconds));
                writer.WriteString("until", TimeText.Of(p.UntilUnixSeconds));
                break;
            case Sector s:
                writer.WriteNumber("fromDegrees", s.FromDegrees);
                writer.WriteNumber("widthDegrees", s.WidthDegrees);
                break;
            case Band b:
                writer.WriteNumber("from" + UnitSuffix(b.Unit), b.From);
                writer.WriteNumber("to" + UnitSuffix(b.Unit), b.To);
                break;
            case Extent e:
                writer.WriteNumber("atMostKilometers", e.AtMostKilometers);
                break;
        }

        writer.WriteEndObject();
    }

    private static string UnitSuffix(AmountUnit unit) => unit switch
    {
        AmountUnit.Percent => "Percent",
        AmountUnit.Kilometers => "Kilometers",
        AmountUnit.MetersPerSecond => "MetersPerSecond",
        _ => "Count",
    };
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using JointWatch.Exercises.Flights;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercises.Files;

/// <summary>Reads the JSON file beside a recorded flight: one object. Keys that it does not know are remarks of whoever made it.</summary>
internal static class FlightSiteFile
{
    public static FlightSite Parse(string json, string name)
    {
        Dictionary<string, (int Line, string Text, object? Value)> values = ReadObject(json, name);
        return new FlightSite(
            Mission(),
            Geodetic.FromDegrees(
                Number("site_latitude_deg", -89, 89, "degrees, north positive"),
                Number("site_longitude_deg", -180, 180, "degrees, east positive"),
                Number("site_height_m", -500, 9_000, "metres")),
            double.DegreesToRadians(Number("assumed_azimuth_deg", 0, 360, "degrees clockwise from true north")));

        string Mission()
        {
            const string Expected = "a text of 1 to 64 bytes";
            (int? line, string? text, object? value) = Find("mission");
            return value is string { Length: > 0 } mission && Encoding.UTF8.GetByteCount(mission) <= 64
                ? mission
                : throw new InvalidInputException(name, line, "mission", text, Expected);
        }

        double Number(string key, double least, double most, string unit)
        {
            (int? line, string? text, object? value) = Find(key);
            return value is double number && number >= least && number <= most
                ? number
                : throw new InvalidInputException(
                    name, line, key, text, string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most} ({unit})"));
        }

        (int? Line, string? Text, object? Value) Find(string key) => values.TryGetValue(key, out var found) ? found : (null, null, null);
    }

    /// <summary>The members with the line each value stands on; objects and arrays below are passed over.</summary>
    private static Dictionary<string, (int Line, string Text, object? Value)> ReadObject(string json, string name)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        var values = new Dictionary<string, (int, string, object?)>(StringComparer.Ordinal);
        try
        {
            var reader = new Utf8JsonReader(bytes);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw new InvalidInputException(name, LineAt(bytes, reader.TokenStartIndex), null, Raw(reader), "a JSON object { ... }");
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string key = reader.GetString() ?? "";
                reader.Read();
                int line = LineAt(bytes, reader.TokenStartIndex);
                string text = Raw(reader);
                object? value = reader.TokenType switch
                {
                    JsonTokenType.Number => reader.TryGetDouble(out double number) ? number : null,
                    JsonTokenType.String => reader.GetString(),
                    _ => null,
                };
                reader.Skip();
                if (!values.TryAdd(key, (line, text, value)))
                {
                    throw new InvalidInputException(name, line, key, text, "each key once");
                }
            }

            reader.Read();
            return values;
        }
        catch (JsonException e)
        {
            throw new InvalidInputException(name, (int)(e.LineNumber ?? 0) + 1, null, null, $"JSON ({e.Message})", e);
        }
        catch (InvalidOperationException e)
        {
            // A string escape that is no Unicode text.
            throw new InvalidInputException(name, null, null, null, $"JSON ({e.Message})", e);
        }
    }

    private static string Raw(in Utf8JsonReader reader) => Encoding.UTF8.GetString(reader.ValueSpan);

    private static int LineAt(byte[] bytes, long index) => 1 + bytes.AsSpan(0, (int)index).Count((byte)'\n');
}

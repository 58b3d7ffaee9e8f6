using System.Globalization;
using System.Text.Json;

namespace JointWatch.Station.Tests.Outputs;

/// <summary>
/// Reads CZML by the tables of the "CZML Guide" (AnalyticalGraphicsInc/czml-writer: Packet, Document, Position, Ellipse, Point, Path, Label) and refuses
/// what they do not name or name otherwise. It shares nothing with the writer.
/// </summary>
internal static class CzmlReader
{
    private static readonly string[] PacketProperties =
        ["id", "name", "parent", "description", "availability", "version", "clock", "position", "point", "label", "path", "ellipse"];

    private static readonly Dictionary<string, string[]> Graphics = new()
    {
        ["point"] = ["show", "pixelSize", "heightReference", "color", "outlineColor", "outlineWidth"],
        ["label"] = ["show", "text", "font", "style", "scale", "pixelOffset", "fillColor", "outlineColor", "outlineWidth"],
        ["path"] = ["show", "leadTime", "trailTime", "width", "resolution", "material"],
        ["ellipse"] =
            ["show", "semiMajorAxis", "semiMinorAxis", "height", "extrudedHeight", "rotation", "granularity", "fill", "material", "outline", "outlineColor"],
    };

    /// <summary>An object as a globe would show it.</summary>
    public sealed record Shown(string Id, IReadOnlyList<(DateTimeOffset? Time, double Longitude, double Latitude, double Height)> Places, JsonElement Packet);

    public static IReadOnlyList<Shown> Read(string json)
    {
        JsonElement[] packets = [.. JsonSerializer.Deserialize<JsonElement>(json).EnumerateArray()];
        JsonElement document = packets[0];
        Assert.Equal(("document", "1.0"), (document.GetProperty("id").GetString(), document.GetProperty("version").GetString()));
        Instant(document.GetProperty("clock").GetProperty("currentTime"));
        Assert.Equal(packets.Length, packets.Select(p => p.GetProperty("id").GetString()).Distinct().Count());
        return [.. packets[1..].Select(Packet)];
    }

    private static Shown Packet(JsonElement packet)
    {
        Assert.All(packet.EnumerateObject(), p => Assert.Contains(p.Name, PacketProperties));
        Assert.False(packet.TryGetProperty("version", out _) || packet.TryGetProperty("clock", out _), "Only the document has a version and a clock.");
        foreach ((string name, string[] known) in Graphics)
        {
            if (packet.TryGetProperty(name, out JsonElement graphics))
            {
                Assert.All(graphics.EnumerateObject(), p => Assert.Contains(p.Name, known));
                Assert.All(graphics.EnumerateObject().Where(p => p.Name.EndsWith("olor", StringComparison.Ordinal)), p => Color(p.Value));
                if (graphics.TryGetProperty("material", out JsonElement material))
                {
                    Color(material.GetProperty("solidColor").GetProperty("color"));
                }
            }
        }

        var places = Places(packet.GetProperty("position"));
        if (packet.TryGetProperty("availability", out JsonElement availability))
        {
            DateTimeOffset[] ends = [.. availability.GetString()!.Split('/').Select(t => DateTimeOffset.Parse(t, CultureInfo.InvariantCulture))];
            Assert.True(ends.Length == 2 && ends[0] <= ends[1]);
            Assert.All(places, p => Assert.InRange(p.Time!.Value, ends[0], ends[1]));
        }

        return new Shown(packet.GetProperty("id").GetString()!, places, packet);
    }

    /// <summary>One place, or time, longitude, latitude, height over and over, with seconds from the epoch.</summary>
    private static List<(DateTimeOffset? Time, double Longitude, double Latitude, double Height)> Places(JsonElement position)
    {
        double[] n = [.. position.GetProperty("cartographicDegrees").EnumerateArray().Select(e => e.GetDouble())];
        if (n.Length == 3)
        {
            return [(null, n[0], n[1], n[2])];
        }

        Assert.Equal(0, n.Length % 4);
        DateTimeOffset epoch = Instant(position.GetProperty("epoch"));
        double[] seconds = [.. n.Chunk(4).Select(c => c[0])];
        Assert.All(seconds.Zip(seconds.Skip(1)), pair => Assert.True(pair.First < pair.Second, "Times do not rise."));
        return [.. n.Chunk(4).Select(c => ((DateTimeOffset?)epoch.AddSeconds(c[0]), c[1], c[2], c[3]))];
    }

    private static void Color(JsonElement color)
    {
        int[] parts = [.. color.GetProperty("rgba").EnumerateArray().Select(e => e.GetInt32())];
        Assert.True(parts.Length == 4 && parts.All(p => p is >= 0 and <= 255));
    }

    private static DateTimeOffset Instant(JsonElement text) => DateTimeOffset.Parse(text.GetString()!, CultureInfo.InvariantCulture);
}

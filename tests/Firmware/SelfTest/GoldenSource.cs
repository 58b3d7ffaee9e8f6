using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using JointWatch.Firmware.SelfTest;

namespace JointWatch.Firmware.Tests.SelfTest;

/// <summary>
/// The self-test's tables as source. A switch and not an array: a board then has one text in memory at a time, the rest stays in its flash.
/// </summary>
internal static class GoldenSource
{
    public static string Vectors(string json)
    {
        JsonNode root = JsonNode.Parse(json)!;
        StringBuilder source = Begin("GoldenVectors", "The contract's golden vectors (shared/contract-vectors.json), the fields of each parted by bars.");
        source.Append("        /// <summary>The longest message.</summary>\n        public const int MostBytes = 1024;\n\n");
        Table(source, "Good", "Name, kind, sensor, message, and whether an encoder gives the same bytes.", [.. Each(root, "good").Select(v =>
            $"{Text(v, "name")}|{Text(v, "kind")}|{Text(v, "sensor")}|{Text(v, "hex")}|{((bool)v["deterministic"]! ? "same" : "foreign")}")]);
        Table(source, "Bad", "Name, kind, sensor, message, and the field that a reader names.", [.. Each(root, "bad").Select(v =>
            $"{Text(v, "name")}|{Text(v, "kind")}|{Text(v, "sensor")}|{Text(v, "hex")}|{Text(v, "field")}")]);
        Table(source, "Sealed", "Name, topic, key, sealed message, and what is in it.", [.. Each(root, "sealed").Select(v =>
            $"{Text(v, "name")}|{Text(v, "topic")}|{Text(v, "key")}|{Text(v, "hex")}|{Text(v, "payload")}")]);
        Table(source, "BadSealed", "Name, topic, key, what is no such message, and the part that is wrong.", [.. Each(root, "badSealed").Select(v =>
            $"{Text(v, "name")}|{Text(v, "topic")}|{Text(v, "key")}|{Text(v, "hex")}|{Text(v, "field")}")]);
        return End(source);
    }

    public static string Hours(Hour radar, Hour infrared)
    {
        StringBuilder source = Begin("GoldenHours", "The seeded hours of a radar and an infra-red node: reports, bytes and detections, and then every 60th report in numbers.");
        Table(source, "Radar", "Number 0 is the sum; then sequence, and for each detection range, azimuth, elevation, range rate and signal-to-noise ratio.", Lines(radar));
        Table(source, "Infrared", "Number 0 is the sum; then sequence, and for each detection azimuth, elevation and irradiance.", Lines(infrared));
        return End(source);
    }

    private static string[] Lines(Hour hour) =>
        [string.Create(CultureInfo.InvariantCulture, $"{hour.Reports} {hour.Bytes} {hour.Detections}"), .. hour.Lines];

    private static IEnumerable<JsonNode> Each(JsonNode root, string name) => root[name]!.AsArray().Select(v => v!);

    private static string Text(JsonNode vector, string name) => (string?)vector[name] ?? "";

    private static StringBuilder Begin(string name, string summary) => new StringBuilder()
        .Append("// Made by tests/Firmware/SelfTest/GoldenTableTests.cs, which says how to make it anew.\nnamespace JointWatch.Firmware.SelfTest\n{\n")
        .Append(CultureInfo.InvariantCulture, $"    /// <summary>{summary}</summary>\n    internal static class {name}\n    {{\n");

    private static void Table(StringBuilder source, string name, string summary, string[] texts)
    {
        source.Append(CultureInfo.InvariantCulture, $"        public const int {name}Count = {texts.Length};\n\n");
        source.Append(CultureInfo.InvariantCulture, $"        /// <summary>{summary}</summary>\n        public static string {name}(int index)\n        {{\n            switch (index)\n            {{\n");
        for (int i = 0; i < texts.Length; i++)
        {
            string label = i == texts.Length - 1 ? "default" : string.Create(CultureInfo.InvariantCulture, $"case {i}");
            source.Append(CultureInfo.InvariantCulture, $"                {label}: return \"{texts[i]}\";\n");
        }

        source.Append("            }\n        }\n\n");
    }

    private static string End(StringBuilder source) => source.ToString().TrimEnd('\n') + "\n    }\n}\n";
}

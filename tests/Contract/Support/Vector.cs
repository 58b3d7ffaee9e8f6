using System.Text.Json.Nodes;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract.Tests.Support;

/// <summary>One entry of contract-vectors.json. Its bytes come from an encoder that is not ours.</summary>
internal sealed class Vector
{
    private Vector(JsonObject json)
    {
        Name = (string)json["name"]!;
        Kind = (string)json["kind"]!;
        Sensor = (string?)json["sensor"] == "ir" ? SensorKind.Infrared : SensorKind.Radar;
        Bytes = Convert.FromHexString((string)json["hex"]!);
        Topic = (string?)json["topic"];
        Diagnostic = (string?)json["diagnostic"];
        Deterministic = (bool?)json["deterministic"] ?? false;
        Fields = json["fields"] as JsonObject;
        BadField = (string?)json["field"];
    }

    public static IReadOnlyList<Vector> Good { get; } = Load("good");

    public static IReadOnlyList<Vector> Bad { get; } = Load("bad");

    public static string FilePath => Repository.PathOf("shared", "contract-vectors.json");

    public string Name { get; }

    public string Kind { get; }

    public SensorKind Sensor { get; }

    public byte[] Bytes { get; }

    public string? Topic { get; }

    public string? Diagnostic { get; }

    public bool Deterministic { get; }

    public JsonObject? Fields { get; }

    public string? BadField { get; }

    public static Vector Named(string name) => Good.Concat(Bad).Single(v => v.Name == name);

    public object Decode() => AnyMessage.Read(Kind, Sensor, Bytes);

    public override string ToString() => Name;

    private static List<Vector> Load(string section) =>
        [.. JsonNode.Parse(File.ReadAllText(FilePath))![section]!.AsArray().Select(entry => new Vector(entry!.AsObject()))];
}

using System.Text.Json.Nodes;

namespace JointWatch.Contract.Tests.Support;

/// <summary>A sealed message of contract-vectors.json, made by cbor2 and the HMAC of Node.js. Its payload or its bad part is null.</summary>
internal sealed record SealedVector(string Name, string Topic, byte[] Key, byte[] Bytes, byte[]? Payload, string? BadPart)
{
    public static IReadOnlyList<SealedVector> Good { get; } = Load("sealed");

    public static IReadOnlyList<SealedVector> Bad { get; } = Load("badSealed");

    public static SealedVector Named(string name) => Good.Concat(Bad).Single(v => v.Name == name);

    private static List<SealedVector> Load(string section) =>
        [.. JsonNode.Parse(File.ReadAllText(Vector.FilePath))![section]!.AsArray().Select(entry => Of(entry!.AsObject()))];

    private static SealedVector Of(JsonObject json) => new(
        (string)json["name"]!,
        (string)json["topic"]!,
        Convert.FromHexString((string)json["key"]!),
        Convert.FromHexString((string)json["hex"]!),
        json["payload"] is JsonNode payload ? Convert.FromHexString((string)payload!) : null,
        (string?)json["field"]);
}

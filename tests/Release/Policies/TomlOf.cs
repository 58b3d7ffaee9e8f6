using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace JointWatch.Releases.Tests.Policies;

/// <summary>Writes a policy that is held as JSON in TOML: tables for objects and arrays of objects, inline values for the rest.</summary>
internal static class TomlOf
{
    public static string Document(JsonObject document)
    {
        var text = new StringBuilder();
        foreach ((string name, JsonNode? value) in document)
        {
            foreach (JsonObject table in value is JsonArray array ? array.Cast<JsonObject>() : [(JsonObject)value!])
            {
                text.Append(value is JsonArray ? $"[[{name}]]\n" : $"[{name}]\n");
                foreach ((string key, JsonNode? item) in table)
                {
                    text.Append(key).Append(" = ").Append(Value(item)).Append('\n');
                }
            }
        }

        return text.ToString();
    }

    private static string Value(JsonNode? value) => value switch
    {
        JsonArray array => "[" + string.Join(", ", array.Select(Value)) + "]",
        JsonObject table => "{ " + string.Join(", ", table.Select(p => $"{p.Key} = {Value(p.Value)}")) + " }",
        JsonValue v when v.GetValueKind() == JsonValueKind.String => JsonSerializer.Serialize(v.GetValue<string>()),
        _ => value!.ToJsonString(),
    };
}

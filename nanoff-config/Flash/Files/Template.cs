using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace JointWatch.Flash.Files;

/// <summary>A deployment file for nanoff with placeholders: a string that is nothing but {name} takes the value of that name.</summary>
internal static class Template
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,

        // The file is read by nanoff and shown to people, not put into a page: "+" and "ä" may stay as they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="values">A null leaves the property out.</param>
    /// <exception cref="StepFailedException">The template cannot be read, or names a placeholder that has no value.</exception>
    public static string Fill(string path, IReadOnlyDictionary<string, string?> values)
    {
        try
        {
            JsonNode template = JsonNode.Parse(File.ReadAllText(path)) ?? throw new StepFailedException($"{path} holds 'null'; expected an object");
            FillNode(template, values);
            return template.ToJsonString(Indented);
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            throw new StepFailedException($"The template {path} cannot be used: {e.Message}");
        }
        catch (KeyNotFoundException e)
        {
            throw new StepFailedException($"{path}: {e.Message}");
        }
    }

    private static void FillNode(JsonNode node, IReadOnlyDictionary<string, string?> values)
    {
        if (node is JsonArray array)
        {
            foreach (JsonNode item in array.OfType<JsonNode>())
            {
                FillNode(item, values);
            }
        }
        else if (node is JsonObject fields)
        {
            foreach ((string name, JsonNode? field) in fields.ToArray())
            {
                if (field is JsonValue text && text.GetValueKind() == JsonValueKind.String && text.GetValue<string>() is ['{', .. string placeholder, '}'])
                {
                    Set(fields, name, values[placeholder]);
                }
                else if (field is not null)
                {
                    FillNode(field, values);
                }
            }
        }
    }

    private static void Set(JsonObject fields, string name, string? value)
    {
        if (value is null)
        {
            fields.Remove(name);
        }
        else
        {
            fields[name] = value;
        }
    }
}

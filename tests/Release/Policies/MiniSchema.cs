using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace JointWatch.Releases.Tests.Policies;

/// <summary>
/// A validator for as much of JSON Schema (draft 2020-12) as the policy's schema uses, written from the specification. A keyword that it does not know is an error of the
/// test and not passed over.
/// </summary>
internal sealed class MiniSchema(JsonObject root)
{
    /// <summary>Where a value goes against the schema, or null.</summary>
    public string? FirstFault(JsonNode? value) => Fault(root, value, "");

    private string? Fault(JsonNode? schema, JsonNode? value, string at)
    {
        if (schema is JsonValue boolean)
        {
            return boolean.GetValue<bool>() ? null : $"{at} may not be there";
        }

        foreach ((string keyword, JsonNode? rule) in schema!.AsObject())
        {
            if (Fault(schema.AsObject(), keyword, rule!, value, at) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private string? Fault(JsonObject schema, string keyword, JsonNode rule, JsonNode? value, string at)
    {
        JsonObject? o = value as JsonObject;
        JsonArray? a = value as JsonArray;
        double? n = value?.GetValueKind() == System.Text.Json.JsonValueKind.Number ? double.Parse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture) : null;
        string? s = value?.GetValueKind() == System.Text.Json.JsonValueKind.String ? value.GetValue<string>() : null;
        bool Fits(JsonNode? sub, JsonNode? v) => Fault(sub, v, at) is null;
        string? Unless(bool fits) => fits ? null : $"{at} goes against {keyword}";
        switch (keyword)
        {
            case "$schema" or "$id" or "title" or "description" or "$defs" or "then" or "else":
                return null;
            case "$ref":
                return Fault(root["$defs"]![rule.GetValue<string>()["#/$defs/".Length..]], value, at);
            case "type":
                return Unless(rule.GetValue<string>() switch
                {
                    "object" => o is not null,
                    "array" => a is not null,
                    "string" => s is not null,
                    "boolean" => value?.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False,
                    "number" => n is not null,
                    "integer" => n is { } number && number == Math.Floor(number),
                    _ => throw new NotSupportedException(rule.ToJsonString()),
                });
            case "required":
                return Unless(o is null || rule.AsArray().All(k => o.ContainsKey(k!.GetValue<string>())));
            case "additionalProperties":
                return Unless(o is null || o.All(p => schema["properties"]!.AsObject().ContainsKey(p.Key)));
            case "properties":
                return o is null ? null : rule.AsObject().Where(p => o.ContainsKey(p.Key)).Select(p => Fault(p.Value, o[p.Key], $"{at}/{p.Key}")).FirstOrDefault(f => f is not null);
            case "items":
                return a?.Select((item, i) => Fault(rule, item, $"{at}/{i}")).FirstOrDefault(f => f is not null);
            case "prefixItems":
                return a?.Zip(rule.AsArray()).Select((pair, i) => Fault(pair.Second, pair.First, $"{at}/{i}")).FirstOrDefault(f => f is not null);
            case "contains":
                return Unless(a is null || a.Any(item => Fits(rule, item)));
            case "minItems":
                return Unless(a is null || a.Count >= rule.GetValue<int>());
            case "maxItems":
                return Unless(a is null || a.Count <= rule.GetValue<int>());
            case "uniqueItems":
                return Unless(a is null || a.Select(i => i?.ToJsonString()).Distinct().Count() == a.Count);
            case "minLength":
                return Unless(s is null || s.Length >= rule.GetValue<int>());
            case "maxLength":
                return Unless(s is null || s.Length <= rule.GetValue<int>());
            case "pattern":
                return Unless(s is null || Regex.IsMatch(s, rule.GetValue<string>(), RegexOptions.None, TimeSpan.FromSeconds(1)));
            case "minimum":
                return Unless(n is null || n >= rule.GetValue<double>());
            case "maximum":
                return Unless(n is null || n <= rule.GetValue<double>());
            case "enum":
                return Unless(rule.AsArray().Any(e => JsonNode.DeepEquals(e, value)));
            case "const":
                return Unless(JsonNode.DeepEquals(rule, value));
            case "not":
                return Unless(!Fits(rule, value));
            case "allOf":
                return rule.AsArray().Select(sub => Fault(sub, value, at)).FirstOrDefault(f => f is not null);
            case "anyOf":
                return Unless(rule.AsArray().Any(sub => Fits(sub, value)));
            case "oneOf":
                return Unless(rule.AsArray().Count(sub => Fits(sub, value)) == 1);
            case "if":
                return Fits(rule, value) ? (schema["then"] is { } then ? Fault(then, value, at) : null) : schema["else"] is { } otherwise ? Fault(otherwise, value, at) : null;
            default:
                throw new NotSupportedException($"the keyword {keyword}");
        }
    }
}

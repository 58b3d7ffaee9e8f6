using System.Globalization;
using System.Text.Json;
using JointWatch.Tracking;

namespace JointWatch.Warnings.Announcements;

/// <summary>The members of one JSON object, taken by name and type. What was not taken is unknown, and refused in the end: a misspelt field must not be lost.</summary>
internal sealed class JsonFields
{
    private const int LongestShown = 60;
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);
    private readonly List<string> _known = [];
    private readonly string _path;

    public JsonFields(JsonElement element, string path)
    {
        _path = path;
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new NotificationException(path.Length == 0 ? "notification" : path.TrimEnd('.'), Shown(element), "an object");
        }

        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (!_members.TryAdd(member.Name, member.Value))
            {
                throw new NotificationException(path + member.Name, "there twice", "it once");
            }
        }
    }

    /// <summary>Takes a member, or null where it is not there.</summary>
    public JsonElement? Find(string name)
    {
        _known.Add(name);
        return _members.Remove(name, out JsonElement value) ? value : null;
    }

    public JsonElement Take(string name, string expected) => Find(name) ?? throw new NotificationException(_path + name, "missing", expected);

    public string Text(string name, string expected, Func<string, bool> fits)
    {
        JsonElement value = Take(name, expected);
        return value.ValueKind == JsonValueKind.String && value.GetString() is { } text && fits(text) ? text : throw Wrong(name, value, expected);
    }

    public double Number(string name, double least, double most)
    {
        string expected = string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}");
        return ToNumber(name, Take(name, expected), least, most, expected);
    }

    public double ToNumber(string name, JsonElement value, double least, double most, string expected) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && number >= least && number <= most
            ? number
            : throw Wrong(name, value, expected);

    public int Integer(string name, int least, int most)
    {
        string expected = string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}");
        JsonElement value = Take(name, expected);
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) && number >= least && number <= most
            ? number
            : throw Wrong(name, value, expected);
    }

    public UtcMicroseconds Time(string name)
    {
        const string Expected = "a time of ISO 8601 with its zone, as 2026-07-04T12:00:00Z";
        JsonElement value = Take(name, Expected);
        return value.ValueKind == JsonValueKind.String
            && value.GetString() is { } text
            && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal))
            && text.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out DateTimeOffset time)
            && time.Year is >= 1970 and <= 2200
                ? UtcMicroseconds.From(time)
                : throw Wrong(name, value, Expected);
    }

    public JsonFields Object(string name, string expected) => new(Take(name, expected), _path + name + ".");

    /// <summary>Ends the object: nothing may be left.</summary>
    public void End()
    {
        foreach (string name in _members.Keys)
        {
            throw new NotificationException(_path + Cut(name), "no field here", "one of " + string.Join(", ", _known));
        }
    }

    public NotificationException Wrong(string name, JsonElement value, string expected) => new(_path + name, Shown(value), expected);

    private static string Shown(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => $"'{Cut(value.GetString()!)}'",
        _ => Cut(value.GetRawText()),
    };

    private static string Cut(string text) =>
        string.Concat((text.Length > LongestShown ? text[..LongestShown] + "…" : text).Select(c => char.IsControl(c) ? '\uFFFD' : c));
}

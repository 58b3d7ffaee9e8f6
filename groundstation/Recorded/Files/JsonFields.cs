using System.Globalization;
using System.Text.Json;
using JointWatch.Exercises;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Recorded.Files;

/// <summary>
/// The fields of one JSON object and of those around it: a key is looked for in the innermost first. What is missing or wrong is refused by name.
/// </summary>
internal sealed class JsonFields(string path, string place, IReadOnlyList<JsonElement> scopes)
{
    /// <summary>The fields of a file's root.</summary>
    /// <exception cref="InvalidInputException">It is no object.</exception>
    public static JsonFields OfRoot(string path, string place, JsonElement root) => root.ValueKind == JsonValueKind.Object
        ? new JsonFields(path, place, [root])
        : throw new InvalidInputException(path, null, null, root.ValueKind.ToString(), "a JSON object");

    /// <summary>What is under a key, or null.</summary>
    public JsonElement? Element(string key) => TryFind([key], out _, out JsonElement value) ? value : null;

    /// <summary>What is under a key as it is written, or null.</summary>
    public string? Raw(string key) => Element(key)?.GetRawText();

    public bool Has(string key) => TryFind([key], out _, out _);

    /// <summary>A number under the first of some keys that is there, from <paramref name="min"/> to <paramref name="max"/>.</summary>
    /// <exception cref="InvalidInputException">It is missing, no number, or out of range.</exception>
    public double Number(string[] keys, double min, double max) =>
        TryFind(keys, out string key, out JsonElement value)
            ? Checked(key, value, min, max)
            : throw Refuse(keys[0], null, Expected(min, max));

    public double NumberOr(string[] keys, double min, double max, double otherwise) =>
        TryFind(keys, out string key, out JsonElement value) ? Checked(key, value, min, max) : otherwise;

    /// <summary>Numbers, rising where there are two: a span.</summary>
    public double[] Numbers(string key, int count, double min, double max) =>
        NumbersOr(key, count, min, max) ?? throw Refuse(key, null, $"a list of {count} numbers");

    public double[]? NumbersOr(string key, int count, double min, double max)
    {
        if (!TryFind([key], out _, out JsonElement value))
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() != count)
        {
            throw Refuse(key, value.GetRawText(), $"a list of {count} numbers");
        }

        double[] numbers = [.. value.EnumerateArray().Select(item => Checked(key, item, min, max))];
        return count != 2 || numbers[0] < numbers[1] ? numbers : throw Refuse(key, value.GetRawText(), "the smaller number first");
    }

    /// <summary>A box as an object of spans x, y and z, metres; z may be left out: all heights near the plane.</summary>
    public FalseDetectionBox? BoxOr(string key)
    {
        const double FarthestMeters = 1e7;
        if (!TryFind([key], out _, out JsonElement box))
        {
            return null;
        }

        if (box.ValueKind != JsonValueKind.Object)
        {
            throw Refuse(key, box.GetRawText(), "an object of spans x, y and z in metres");
        }

        JsonFields spans = new(path, $"{place}.{key}", [box]);
        double[] x = spans.Numbers("x", 2, -FarthestMeters, FarthestMeters);
        double[] y = spans.Numbers("y", 2, -FarthestMeters, FarthestMeters);
        double[] z = spans.NumbersOr("z", 2, -FarthestMeters, FarthestMeters) ?? [-1, 1];
        return new FalseDetectionBox(new Vector3(x[0], y[0], z[0]), new Vector3(x[1], y[1], z[1]));
    }

    /// <summary>The fields of an object under a key; none where it is not there.</summary>
    public JsonFields ObjectOr(string key) =>
        !TryFind([key], out _, out JsonElement value) ? new JsonFields(path, $"{place}.{key}", [])
        : value.ValueKind == JsonValueKind.Object ? new JsonFields(path, $"{place}.{key}", [value])
        : throw Refuse(key, value.GetRawText(), "an object");

    public string Text(string key)
    {
        string text = TextOr(key, "");
        return text.Length > 0 ? text : throw Refuse(key, null, "a text that is not empty");
    }

    public string TextOr(string key, string otherwise) =>
        !TryFind([key], out _, out JsonElement value) ? otherwise
        : value.ValueKind == JsonValueKind.String ? value.GetString()!
        : throw Refuse(key, value.GetRawText(), "a text");

    public InvalidInputException Refuse(string key, string? value, string expected) => new(path, null, $"{place}.{key}", value, expected);

    private double Checked(string key, JsonElement value, double min, double max) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && number >= min && number <= max
            ? number
            : throw Refuse(key, value.GetRawText(), Expected(min, max));

    private static string Expected(double min, double max) => string.Create(CultureInfo.InvariantCulture, $"a number from {min} to {max}");

    private bool TryFind(string[] keys, out string key, out JsonElement value)
    {
        foreach (JsonElement scope in scopes)
        {
            foreach (string candidate in keys)
            {
                if (scope.ValueKind == JsonValueKind.Object && scope.TryGetProperty(candidate, out value))
                {
                    key = candidate;
                    return true;
                }
            }
        }

        key = "";
        value = default;
        return false;
    }
}

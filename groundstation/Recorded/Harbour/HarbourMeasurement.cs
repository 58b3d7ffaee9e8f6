using System.Text.Json;
using JointWatch.Recorded.Files;
using JointWatch.Tracking;

namespace JointWatch.Recorded.Harbour;

/// <summary>
/// The forms that a look's <c>measurement</c> takes, as a matrix language writes 2 by M and 1 by M matrices: nothing as <c>[]</c>; one place
/// as a pair, several as a list of norths and one of easts; one bearing as a number, several as a list. Bearings are atan2(east, north).
/// </summary>
internal static class HarbourMeasurement
{
    private const string Key = "measurement";
    private const string PlaceForms = "[], [north, east], or [[norths], [easts]] in metres";
    private const string BearingForms = "a number, or a list of numbers, in radians";

    /// <summary>Own ship: north, east, metres; a height after them is not looked at.</summary>
    public static double[] OwnShip(JsonFields fields, double farthest)
    {
        const string Position = "ownshipPosition";
        return Numbers(fields.Element(Position), -farthest, farthest) is { Length: 2 or 3 } place
            ? place
            : throw fields.Refuse(Position, fields.Raw(Position), "[north, east] in metres");
    }

    public static List<Detection> Places(JsonFields fields, double farthest)
    {
        JsonElement? value = fields.Element(Key);
        if (Numbers(value, -farthest, farthest) is { } flat)
        {
            return flat.Length switch
            {
                0 => [],
                2 => [Detection.AtPlace(flat[1], flat[0])],
                _ => throw fields.Refuse(Key, fields.Raw(Key), PlaceForms),
            };
        }

        JsonElement[] rows = value is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];
        if (rows.Length == 2
            && Numbers(rows[0], -farthest, farthest) is { } norths
            && Numbers(rows[1], -farthest, farthest) is { } easts
            && norths.Length == easts.Length)
        {
            return [.. norths.Zip(easts, (north, east) => Detection.AtPlace(east, north))];
        }

        throw fields.Refuse(Key, fields.Raw(Key), PlaceForms);
    }

    public static List<Detection> Bearings(JsonFields fields)
    {
        JsonElement? value = fields.Element(Key);
        double[] bearings = value is { ValueKind: JsonValueKind.Number } one
            ? Numbers([one], -Math.Tau, Math.Tau) ?? throw Refused()
            : Numbers(value, -Math.Tau, Math.Tau) ?? throw Refused();
        return [.. bearings.Select(b => new Detection(double.NaN, b - (Math.Floor(b / Math.Tau) * Math.Tau), double.NaN, double.NaN, double.NaN))];

        Exercises.InvalidInputException Refused() => fields.Refuse(Key, fields.Raw(Key), BearingForms);
    }

    /// <summary>A list of numbers within bounds; null for anything else.</summary>
    private static double[]? Numbers(JsonElement? value, double min, double max) =>
        value is { ValueKind: JsonValueKind.Array } list ? Numbers(list.EnumerateArray(), min, max) : null;

    private static double[]? Numbers(IEnumerable<JsonElement> items, double min, double max)
    {
        List<double> numbers = [];
        foreach (JsonElement item in items)
        {
            if (item.ValueKind != JsonValueKind.Number || !item.TryGetDouble(out double number) || !(number >= min && number <= max))
            {
                return null;
            }

            numbers.Add(number);
        }

        return [.. numbers];
    }
}

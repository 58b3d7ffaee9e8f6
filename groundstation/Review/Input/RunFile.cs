using System.Text.Json;
using JointWatch.Contract;
using JointWatch.Exercises;
using JointWatch.Exercises.Files;
using JointWatch.Tracking;

namespace JointWatch.Reviews.Input;

/// <summary>What <c>run.json</c> says of a run.</summary>
/// <param name="Exercise">The exercise's mark.</param>
/// <param name="Run">The run's number on the exercise's clock.</param>
/// <param name="Start">The exercise's time at its start.</param>
public sealed record RunFile(string Exercise, uint Run, IReadOnlyList<string> Parties, UtcMicroseconds Start)
{
    /// <summary>The file's name in the folder of a run.</summary>
    public const string Name = "run.json";

    private const string Format = "jointwatch-run/1";
    private const int LargestBytes = 100_000;

    /// <exception cref="InvalidInputException">It cannot be read, or something in it is wrong.</exception>
    public static RunFile Read(string folder)
    {
        string path = Path.Combine(folder, Name);
        return Parse(InputFile.ReadText(path, LargestBytes), path);
    }

    /// <param name="source">The file's name, for messages.</param>
    /// <exception cref="InvalidInputException">Something in it is wrong.</exception>
    public static RunFile Parse(string json, string source)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement root = document.RootElement;
            Need(root.ValueKind == JsonValueKind.Object, null, null, "a JSON object, as 'jointwatch demo --joint --data DIR' writes it");
            string format = Text("format");
            Need(format == Format, "format", format, $"'{Format}'");
            string exercise = Text("exercise");
            Need(Topics.IsName(exercise), "exercise", exercise, "1 to 32 of a-z, 0-9 and '-'");
            string[] parties = root.TryGetProperty("parties", out JsonElement list) && list.ValueKind == JsonValueKind.Array
                ? [.. list.EnumerateArray().Select(p => p.ValueKind == JsonValueKind.String ? p.GetString()! : "")]
                : [];
            Need(parties.Length > 0 && parties.All(Topics.IsParty) && parties.Distinct().Count() == parties.Length, "parties", null, "a list of one or more parties' names, each once");
            return new RunFile(exercise, (uint)Number("run", uint.MaxValue), parties, new UtcMicroseconds(Number("startUs", 253_402_300_799_999_999)));

            string Text(string name) => root.TryGetProperty(name, out JsonElement e) && e.ValueKind == JsonValueKind.String ? e.GetString()! : throw Wrong(name, null, "a text");

            long Number(string name, long most) => root.TryGetProperty(name, out JsonElement e) && e.ValueKind == JsonValueKind.Number && e.TryGetInt64(out long value) && value >= 0 && value <= most
                ? value
                : throw Wrong(name, null, $"a whole number from 0 to {most}");
        }
        catch (JsonException e)
        {
            throw new InvalidInputException(source, (int)(e.LineNumber ?? 0) + 1, null, null, $"JSON ({e.Message})", e);
        }

        void Need(bool isRight, string? field, string? value, string expected)
        {
            if (!isRight)
            {
                throw Wrong(field, value, expected);
            }
        }

        InvalidInputException Wrong(string? field, string? value, string expected) => new(source, null, field, value, expected);
    }
}

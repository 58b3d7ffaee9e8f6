using System.Text.Json.Nodes;
using JointWatch.Exercises;
using JointWatch.Exercises.Files;
using JointWatch.Releases.Tests.Policies;
using Tomlyn;
using Tomlyn.Model;

namespace JointWatch.Exercise.Tests.Schema;

/// <summary>The schema and the reader say the same: what one refuses the other refuses, but for what a schema has no words for. The validator is written from the specification (draft 2020-12).</summary>
public sealed class ScenarioSchemaTests
{
    /// <summary>Relations between values, names that must exist or be alone, and what a rocket can reach: in the words of the reader.</summary>
    private static readonly string[] BeyondSchemas =
    [
        "that no other", "the name of a [[site]]", "the name of a [[party]]", "one of the scenario's parties", "a board of", "the id of an", "less than the scan period", "more than elevation", "more than range",
        "no less than windowFrom", "this rocket", "km from the launch", "km apart", "a lie:", "each one of", "seconds from the start of the exercise",
    ];

    private static readonly MiniSchema Schema = new(JsonNode.Parse(ScenarioSchema.Text)!.AsObject());

    public static TheoryData<string> Names => [.. ExampleScenarios.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_example_fits_the_schema_and_the_reader(string name)
    {
        string text = ExampleScenarios.Text(name)!;

        Assert.Null(Schema.FirstFault(ToJson(text)));
        Assert.NotEmpty(ScenarioFile.Parse(text, name).Objects);
    }

    [Fact]
    public void What_is_wrong_for_one_is_wrong_for_the_other()
    {
        const string Small = """
            [scenario]
            name = "Small"
            durationSeconds = 300
            mark = "small"
            [[party]]
            name = "alfa"
            [[party]]
            name = "bravo"
            briefing = "Nothing."
            [[site]]
            name = "Ness"
            latitudeDegrees = 69.5
            longitudeDegrees = 14.0
            [[board]]
            party = "alfa"
            node = "r-1"
            kind = "radar"
            latitudeDegrees = 69.0
            longitudeDegrees = 15.0
            heightMeters = 100.0
            referenceRangeKilometers = 500.0
            rangeSigmaMeters = 30.0
            azimuthSigmaDegrees = 0.06
            elevationSigmaDegrees = 0.06
            [[board]]
            party = "bravo"
            node = "ir-1"
            kind = "infrared"
            latitudeDegrees = 70.0
            longitudeDegrees = 15.0
            heightMeters = 10.0
            sensitivityNanowattsPerSquareMeter = 10.0
            azimuthSigmaDegrees = 0.03
            elevationSigmaDegrees = 0.03
            [[object]]
            name = "M"
            kind = "ballistic"
            launchTimeSeconds = 5.0
            launchSite = "Ness"
            launchAzimuthDegrees = 320.0
            class = "shortRange"
            rangeKilometers = 60.0
            [[object]]
            name = "A"
            kind = "aircraft"
            waypoints = [{ latitudeDegrees = 69.0, longitudeDegrees = 14.0, heightMeters = 9000.0, speedMetersPerSecond = 240.0 }, { latitudeDegrees = 69.4, longitudeDegrees = 14.0, heightMeters = 9000.0, speedMetersPerSecond = 240.0 }]
            [[announcement]]
            party = "alfa"
            id = "s-1"
            class = "soundingOrShortRange"
            windowFromSeconds = 5.0
            launchSite = "Ness"
            launchRadiusKilometers = 5.0
            knownTo = ["alfa"]
            [[inject]]
            name = "lie"
            kind = "board-lies"
            party = "alfa"
            node = "r-1"
            azimuthBiasDegrees = 9.0
            [[inject]]
            name = "call"
            atSeconds = 20.0
            kind = "message"
            text = "Report."
            [[inject]]
            name = "note"
            kind = "announce"
            party = "alfa"
            id = "s-1"
            to = ["bravo"]
            """;
        JsonObject whole = ToJson(Small);
        Assert.Null(Schema.FirstFault(whole));
        Assert.Null(ReaderFault(whole));
        int refused = 0;
        for (int seed = 0; seed < 1_200; seed++)
        {
            JsonObject spoiled = whole.DeepClone().AsObject();
            Spoil(new Random(seed), spoiled);
            string? byReader = ReaderFault(spoiled);
            string? bySchema = Schema.FirstFault(spoiled);
            if (byReader is not null && BeyondSchemas.Any(words => byReader.Contains(words, StringComparison.Ordinal)))
            {
                continue;
            }

            refused += byReader is null ? 0 : 1;
            Assert.True(byReader is null == bySchema is null, $"seed {seed}: reader: {byReader ?? "takes it"}; schema: {bySchema ?? "takes it"}\n{TomlOf.Document(spoiled)}");
        }

        Assert.InRange(refused, 300, 1_200);
    }

    /// <summary>One key of one table taken out, added, or given another value.</summary>
    private static void Spoil(Random random, JsonObject scenario)
    {
        JsonObject[] tables = [.. scenario.SelectMany(p => p.Value is JsonArray array ? array.Cast<JsonObject>() : [(JsonObject)p.Value!])];
        JsonObject table = tables[random.Next(tables.Length)];
        string[] known = [.. tables.SelectMany(t => t.Select(p => p.Key)).Append("nonsense").Append("targetLatitudeDegrees").Append("ghostHeightMeters").Append("auto").Append("profile").Distinct()];
        string key = random.Next(3) > 0 ? table.ElementAt(random.Next(table.Count)).Key : known[random.Next(known.Length)];
        if (random.Next(3) == 0)
        {
            table.Remove(key);
            return;
        }

        table[key] = random.Next(11) switch
        {
            0 => -1,
            1 => 0,
            2 => 12,
            3 => 100_000_000,
            4 => 0.5,
            5 => "",
            6 => "bravo",
            7 => "link-down",
            8 => new JsonArray(),
            9 => new JsonArray("alfa"),
            _ => true,
        };
    }

    private static string? ReaderFault(JsonObject scenario)
    {
        try
        {
            ScenarioFile.Parse(TomlOf.Document(scenario), "spoiled.toml");
            return null;
        }
        catch (InvalidInputException e)
        {
            return e.Message;
        }
    }

    private static JsonObject ToJson(string toml) => (JsonObject)Node(TomlSerializer.Deserialize<TomlTable>(toml)!)!;

    private static JsonNode? Node(object value) => value switch
    {
        TomlTable table => new JsonObject(table.Select(p => KeyValuePair.Create(p.Key, Node(p.Value)))),
        TomlTableArray tables => new JsonArray([.. tables.Select(Node)]),
        TomlArray array => new JsonArray([.. array.Select(v => Node(v!))]),
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        long number => JsonValue.Create(number),
        double number => JsonValue.Create(number),
        _ => throw new NotSupportedException(value.GetType().Name),
    };
}

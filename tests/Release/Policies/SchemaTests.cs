using System.Diagnostics;
using System.Text.Json.Nodes;
using JointWatch.Exercises;
using JointWatch.Releases.Policies;
using JointWatch.Releases.Tests.Leaks;

namespace JointWatch.Releases.Tests.Policies;

/// <summary>The schema and the reader say the same: what one refuses the other refuses, but for what a schema has no words for.</summary>
public sealed class SchemaTests
{
    /// <summary>Relations between values, names that must exist or be alone, and geometry: in the words of the reader.</summary>
    private static readonly string[] BeyondSchemas =
    [
        "a multiple of releaseEverySeconds", "at least timeSeconds", "without a remainder", "that no other", "the name of an [[area]]", "bounds that rise", "that enclose an area",
    ];

    private static readonly MiniSchema Schema = new(JsonNode.Parse(PolicySchema.Text)!.AsObject());

    [Fact]
    public void The_schema_that_the_program_prints_is_the_file() =>
        Assert.Equal(File.ReadAllText(Path.Combine(Repository.ReleaseFolder, "policy.schema.json")), PolicySchema.Text);

    [Fact]
    public void The_examples_fit_the_schema_by_another_implementation()
    {
        const string Script = "import sys, tomllib, json, jsonschema\n"
            + "v = jsonschema.Draft202012Validator(json.load(open(sys.argv[1])))\nv.check_schema(v.schema)\n"
            + "bad = [f + ': ' + e.message for f in sys.argv[2:] for e in v.iter_errors(tomllib.load(open(f, 'rb')))]\nsys.exit('\\n'.join(bad) if bad else 0)";
        (int Code, string Error)? probe = Python("-c", "import tomllib, jsonschema");
        Assert.SkipUnless(probe is { Code: 0 }, "python3 with tomllib and the package jsonschema is not there: the schema is held against the reader by this project's own validator alone");

        (int code, string error) = Python(["-c", Script, Path.Combine(Repository.ReleaseFolder, "policy.schema.json"), .. Repository.Examples])!.Value;

        Assert.True(code == 0, error);
    }

    [Fact]
    public void What_the_reader_takes_the_schema_takes()
    {
        for (int seed = 0; seed < 500; seed++)
        {
            JsonObject policy = ToJson(PolicyMaker.Make(new Random(seed)).Policy);

            Assert.Null(ReaderFault(policy));
            Assert.True(Schema.FirstFault(policy) is null, $"seed {seed}: {Schema.FirstFault(policy)}\n{policy}");
        }
    }

    [Fact]
    public void What_is_wrong_for_one_is_wrong_for_the_other()
    {
        int refused = 0;
        for (int seed = 0; seed < 4_000; seed++)
        {
            var random = new Random(seed);
            JsonObject policy = ToJson(PolicyMaker.Make(random).Policy);
            SpoilOnce(random, policy);
            string? byReader = ReaderFault(policy);
            string? bySchema = Schema.FirstFault(policy);
            string itself = $".to[0] is '{policy["policy"]!["party"]?.ToJsonString()}'";
            if (byReader is not null && BeyondSchemas.Append(itself).Any(words => byReader.Contains(words, StringComparison.Ordinal)))
            {
                continue;
            }

            refused += byReader is null ? 0 : 1;
            Assert.True(byReader is null == bySchema is null, $"seed {seed}: reader: {byReader ?? "takes it"}; schema: {bySchema ?? "takes it"}\n{TomlOf.Document(policy)}");
        }

        Assert.InRange(refused, 1_000, 4_000);
    }

    private static string? ReaderFault(JsonObject policy)
    {
        try
        {
            ReleasePolicy.Parse(TomlOf.Document(policy), "policy.toml");
            return null;
        }
        catch (InvalidInputException e)
        {
            return e.Message;
        }
    }

    /// <summary>One key taken out, added, or given another value.</summary>
    private static void SpoilOnce(Random random, JsonObject policy)
    {
        JsonObject[] tables = [.. policy.SelectMany(p => p.Value is JsonArray array ? array.Cast<JsonObject>() : [(JsonObject)p.Value!])];
        JsonObject table = PolicyMaker.Pick(random, tables);
        string[] known =
        [
            "name", "kind", "kinds", "to", "fields", "positionKilometers", "positionDegrees", "timeSeconds", "azimuthDegrees", "class", "confidencePercents", "heightKilometers",
            "speedMetersPerSecond", "countStep", "states", "classes", "launchAreas", "impactAreas", "areas", "delaySeconds", "releaseEverySeconds", "reviseEverySeconds",
            "atMostRevisions", "end", "marginKilometers", "party", "note", "latitudeDegrees", "longitudeDegrees", "radiusKilometers", "polygon", "nonsense",
        ];
        string key = random.Next(3) > 0 && table.Count > 0 ? PolicyMaker.Pick(random, [.. table.Select(p => p.Key)]) : PolicyMaker.Pick(random, known);
        if (random.Next(3) == 0)
        {
            table.Remove(key);
            return;
        }

        table[key] = random.Next(14) switch
        {
            0 => -1,
            1 => 0,
            2 => 1,
            3 => 10,
            4 => 100_000_000,
            5 => 0.5,
            6 => "",
            7 => "bravo",
            8 => "generic",
            9 => new JsonArray(),
            10 => new JsonArray("warning"),
            11 => new JsonArray("*", "bravo"),
            12 => new JsonArray("launchTime", "position"),
            _ => new JsonArray(50, 60),
        };
    }

    private static JsonObject ToJson(PolicySpec spec)
    {
        // The text's own values as JSON: a line a key, as PolicySpec writes them.
        var document = new JsonObject();
        JsonObject? table = null;
        foreach (string line in spec.ToToml().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("[[", StringComparison.Ordinal))
            {
                string name = line.Trim('[', ']');
                document[name] ??= new JsonArray();
                document[name]!.AsArray().Add(table = []);
            }
            else if (line.StartsWith('['))
            {
                document[line.Trim('[', ']')] = table = [];
            }
            else
            {
                string[] parts = line.Split(" = ", 2);
                table![parts[0]] = JsonNode.Parse(parts[1]);
            }
        }

        return document;
    }

    private static (int Code, string Error)? Python(params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo("python3") { RedirectStandardError = true, UseShellExecute = false };
            foreach (string argument in arguments)
            {
                start.ArgumentList.Add(argument);
            }

            using Process process = Process.Start(start)!;
            string error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, error);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}

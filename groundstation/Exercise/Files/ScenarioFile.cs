using System.Runtime.InteropServices;
using JointWatch.Contract;
using Tomlyn.Syntax;

namespace JointWatch.Exercises.Files;

/// <summary>
/// Reads a scenario from TOML. What may stand in one is shown by the built-in scenario, <c>Scenarios/northern-watch.toml</c>, and
/// listed in the folder's README. Whatever is wrong is refused by an <see cref="InvalidInputException"/>.
/// </summary>
public static class ScenarioFile
{
    /// <summary>A longer file is none that a person wrote.</summary>
    public const int LargestBytes = 1_000_000;

    /// <summary>The tables that may stand more than once, and how often.</summary>
    private static readonly Dictionary<string, int> MostOf = new(StringComparer.Ordinal)
    {
        ["party"] = Scenario.MostParties,
        ["site"] = Scenario.MostSites,
        ["board"] = Scenario.MostBoards,
        ["object"] = Scenario.MostObjects,
        ["announcement"] = Scenario.MostAnnouncements,
        ["inject"] = Scenario.MostInjects,
    };

    /// <summary>Reads a file, or an example by its name.</summary>
    /// <exception cref="InvalidInputException">It cannot be read, or something in it is wrong.</exception>
    public static Scenario Read(string pathOrName)
    {
        (string text, string source) = ExampleScenarios.Find(pathOrName);
        return Parse(text, source);
    }

    /// <summary>Reads a scenario from a text; <paramref name="source"/> names it in messages, and a flight's file is looked for beside it.</summary>
    /// <exception cref="InvalidInputException">Something in it is wrong.</exception>
    public static Scenario Parse(string text, string source)
    {
        DocumentSyntax document = TomlText.Parse(text, source);
        if (document.KeyValues.FirstOrDefault() is { } stray)
        {
            throw new InvalidInputException(
                source, TomlReader.LineOf(stray), stray.Key?.ToString().Trim(), stray.Value?.ToString(), "keys to stand below [scenario], or below " + string.Join(", ", MostOf.Keys.Select(k => $"[[{k}]]")));
        }

        TomlReader? head = null;
        var tables = new Dictionary<string, List<TomlReader>>(StringComparer.Ordinal);
        foreach (TableSyntaxBase table in document.Tables)
        {
            int line = TomlReader.LineOf(table);
            string name = table.Name?.ToString().Trim() ?? "";
            if (name == "scenario" && table is TableSyntax && head is null)
            {
                head = new TomlReader(source, name, line, table.Items);
                continue;
            }

            List<TomlReader> same = CollectionsMarshal.GetValueRefOrAddDefault(tables, name, out _) ??= [];
            if (table is not TableArraySyntax || !MostOf.TryGetValue(name, out int most) || same.Count >= most)
            {
                throw new InvalidInputException(
                    source, line, null, name, "[scenario] once, and " + string.Join(", ", MostOf.Select(m => $"[[{m.Key}]] at most {m.Value} times")));
            }

            same.Add(new TomlReader(source, $"{name}[{same.Count}]", line, table.Items));
        }

        return head is null
            ? throw new InvalidInputException(source, null, "scenario", null, "a table [scenario]")
            : Build(head, name => tables.GetValueOrDefault(name) ?? [], source);
    }

    private static Scenario Build(TomlReader head, Func<string, List<TomlReader>> tables, string source)
    {
        string name = head.Text("name", 64);
        string description = head.Has("description") ? head.Text("description", 1000) : "";
        double duration = head.Number("durationSeconds", 1, Scenario.LongestSeconds, "seconds");
        int seed = head.Integer("seed", 0, int.MaxValue, 1);
        string mark = head.Has("mark") ? head.Text("mark", "1 to 32 of a-z, 0-9 and '-', no '-' at either end", Topics.IsName) : name;
        head.RefuseTheRest();

        List<PartySpec> parties = ReadAll(
            tables("party"), PartyReader.Read, (a, b) => a.Name == b.Name, ("name", _ => "a name that no other party has"));
        int index = 0;
        List<BoardSpec> boards = ReadAll(
            tables("board"),
            r => BoardReader.Read(r, seed, index++),
            (a, b) => a.Party == b.Party && a.Node == b.Node,
            ("node", b => $"a name that no other board of {b.Party} has"));
        if (boards.Count == 0)
        {
            throw new InvalidInputException(source, null, "board", null, "at least one table [[board]]");
        }

        var sites = ReadAll(tables("site"), PlaceReader.Site, (a, b) => a.Name == b.Name, ("name", _ => "a name that no other site has"))
            .ToDictionary(s => s.Name, s => s.Place, StringComparer.Ordinal);
        var context = new ObjectContext(duration, source, sites);
        List<ExerciseObject> objects = ReadAll(
            tables("object"), r => ObjectReader.Read(r, context), (a, b) => a.Name == b.Name, ("name", _ => "a name that no other object has"));
        string[] names = [.. parties.Count > 0 ? parties.Select(p => p.Name) : boards.Select(b => b.Party).Distinct(StringComparer.Ordinal)];
        List<AnnouncementSpec> announced = ReadAll(
            tables("announcement"),
            r => AnnouncementReader.Read(r, context, names),
            (a, b) => a.Party == b.Party && a.Id == b.Id,
            ("id", a => $"a name that no other announcement of {a.Party} has"));
        if (parties.Count > 0)
        {
            RefuseStrangers(tables("board"), boards.Select(b => b.Party), names);
            RefuseStrangers(tables("announcement"), announced.Select(a => a.Party), names);
        }

        var injects = new InjectReader(duration, names, boards, announced);
        return new Scenario(name, description, duration, seed, boards, objects)
        {
            Mark = mark,
            Parties = parties,
            Announcements = announced,
            Injects = ReadAll(tables("inject"), injects.Read, (a, b) => a.Name == b.Name, ("name", _ => "a name that no other inject has")),
        };
    }

    /// <summary>Reads tables of one kind, of which no two may be the same by name.</summary>
    private static List<T> ReadAll<T>(
        List<TomlReader> tables, Func<TomlReader, T> read, Func<T, T, bool> same, (string Key, Func<T, string> Expected) otherwise)
    {
        var all = new List<T>();
        foreach (TomlReader table in tables)
        {
            T item = read(table);
            all.Add(all.Exists(other => same(other, item)) ? throw table.Refused(otherwise.Key, otherwise.Expected(item)) : item);
        }

        return all;
    }

    /// <summary>Where a scenario introduces its parties, it introduces all of them.</summary>
    private static void RefuseStrangers(List<TomlReader> tables, IEnumerable<string> owners, string[] names)
    {
        foreach ((TomlReader table, string owner) in tables.Zip(owners))
        {
            if (!names.Contains(owner))
            {
                throw table.Refused("party", "the name of a [[party]] of the scenario: " + string.Join(", ", names));
            }
        }
    }
}

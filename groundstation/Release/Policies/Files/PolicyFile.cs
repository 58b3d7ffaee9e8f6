using JointWatch.Exercises;
using JointWatch.Exercises.Files;
using Tomlyn.Syntax;

namespace JointWatch.Releases.Policies.Files;

/// <summary>
/// Reads a policy from TOML. What may stand in one is said by <c>policy.schema.json</c> and the folder's README. Whatever is wrong is refused by an
/// <see cref="InvalidInputException"/>.
/// </summary>
internal static class PolicyFile
{
    private const int LargestBytes = 1_000_000;
    private const int MostTables = 200;

    public static ReleasePolicy Read(string path) => Parse(InputFile.ReadText(path, LargestBytes), path);

    public static ReleasePolicy Parse(string text, string source)
    {
        DocumentSyntax document = TomlText.Parse(text, source);
        if (document.KeyValues.FirstOrDefault() is { } stray)
        {
            throw new InvalidInputException(
                source, TomlReader.LineOf(stray), stray.Key?.ToString().Trim(), stray.Value?.ToString(), "keys to stand below [policy], [[area]], [[allow]] or [[never]]");
        }

        TomlReader? head = null;
        var areas = new List<TomlReader>();
        var allows = new List<TomlReader>();
        var nevers = new List<TomlReader>();
        foreach (TableSyntaxBase table in document.Tables)
        {
            string name = table.Name?.ToString().Trim() ?? "";
            List<TomlReader>? list = name switch { "area" => areas, "allow" => allows, "never" => nevers, _ => null };
            if (name == "policy" && table is TableSyntax && head is null)
            {
                head = new TomlReader(source, name, TomlReader.LineOf(table), table.Items);
            }
            else if (list is not null && table is TableArraySyntax && list.Count < MostTables)
            {
                list.Add(new TomlReader(source, $"{name}[{list.Count}]", TomlReader.LineOf(table), table.Items));
            }
            else
            {
                throw new InvalidInputException(
                    source, TomlReader.LineOf(table), null, name, $"[policy] once, [[area]], [[allow]] and [[never]] at most {MostTables} times each");
            }
        }

        return head is null
            ? throw new InvalidInputException(source, null, "policy", null, "a table [policy]")
            : Build(head, areas, allows, nevers);
    }

    private static ReleasePolicy Build(TomlReader head, List<TomlReader> areaTables, List<TomlReader> allowTables, List<TomlReader> neverTables)
    {
        string party = head.Text("party", $"{RuleWords.NameRule}, not '{ReleasePolicy.Centre}'", s => RuleWords.IsName(s) && s != ReleasePolicy.Centre);
        if (head.Has("note"))
        {
            head.Text("note", 2_000);
        }

        head.RefuseTheRest();
        var areas = new Dictionary<string, NamedArea>(StringComparer.Ordinal);
        foreach (TomlReader table in areaTables)
        {
            NamedArea area = AreaReader.Read(table);
            if (!areas.TryAdd(area.Name, area))
            {
                throw table.Refused("name", "a name that no other area has");
            }
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        AllowRule[] allows = [.. allowTables.Select(t => Once(t, AllowReader.Read(t, party, areas), a => a.Name))];
        NeverRule[] nevers = [.. neverTables.Select(t => Once(t, NeverReader.Read(t, party, areas), n => n.Name))];
        return new ReleasePolicy(party, allows, nevers);

        T Once<T>(TomlReader table, T rule, Func<T, string> name) => names.Add(name(rule)) ? rule : throw table.Refused("name", "a name that no other rule has");
    }
}

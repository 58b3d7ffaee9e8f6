using JointWatch.Exercises;
using JointWatch.Exercises.Files;
using Tomlyn.Syntax;

namespace JointWatch.Exchange.Parties;

/// <summary>The tables of a TOML file in their order: single ones by <c>[name]</c>, lists by <c>[[name]]</c>. Any other table, and a key outside of them, is refused.</summary>
internal sealed class Tables
{
    private readonly string _source;
    private readonly List<(string Name, TomlReader Reader, int Line)> _tables = [];

    private Tables(string source) => _source = source;

    /// <exception cref="InvalidInputException">It is no TOML, or has other tables than these.</exception>
    public static Tables Of(string text, string source, string[] single, string[] lists)
    {
        DocumentSyntax document = TomlText.Parse(text, source);
        string expected = string.Join(", ", single.Select(s => $"[{s}] once").Concat(lists.Select(l => $"[[{l}]]")));
        if (document.KeyValues.FirstOrDefault() is { } stray)
        {
            throw new InvalidInputException(source, TomlReader.LineOf(stray), stray.Key?.ToString().Trim(), stray.Value?.ToString(), "keys to stand below " + expected);
        }

        var tables = new Tables(source);
        foreach (TableSyntaxBase table in document.Tables)
        {
            int line = TomlReader.LineOf(table);
            string name = table.Name?.ToString().Trim() ?? "";
            int before = tables._tables.Count(t => t.Name == name);
            bool isKnown = table is TableArraySyntax ? lists.Contains(name) : single.Contains(name) && before == 0;
            tables._tables.Add(isKnown
                ? (name, new TomlReader(source, table is TableArraySyntax ? $"{name}[{before}]" : name, line, table.Items), line)
                : throw new InvalidInputException(source, line, null, name, expected));
        }

        return tables;
    }

    /// <summary>A table that must be there.</summary>
    public TomlReader One(string name) => _tables.Find(t => t.Name == name).Reader ?? throw new InvalidInputException(_source, null, name, null, $"a table [{name}]");

    /// <summary>The tables of a list, so many at most.</summary>
    public IEnumerable<TomlReader> All(string name, int most)
    {
        (string Name, TomlReader Reader, int Line)[] all = [.. _tables.Where(t => t.Name == name)];
        return all.Length <= most
            ? all.Select(t => t.Reader)
            : throw new InvalidInputException(_source, all[most].Line, name, $"{all.Length} tables", $"at most {most}");
    }
}

using System.Globalization;
using JointWatch.Exercises;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace JointWatch.Station.Cli.Settings;

/// <summary>
/// The settings file: TOML with a table for each command that reads it, whose keys are the command's options without their dashes.
/// Every table is checked, whichever command is running.
/// </summary>
internal static class SettingsFile
{
    /// <summary>What is read from the current directory where no other file is named.</summary>
    public const string UsualName = "jointwatch.toml";

    /// <summary>More than this is no settings file.</summary>
    private const long LargestBytes = 1 << 20;

    /// <summary>Reads one command's table.</summary>
    /// <param name="path">The absolute path.</param>
    /// <param name="known">The settings of each command that reads the file.</param>
    /// <exception cref="InvalidInputException">The file cannot be read, is no TOML, or has a table, key or value that is wrong.</exception>
    public static IReadOnlyDictionary<string, Written> Read(
        string path, string command, IReadOnlyDictionary<string, IReadOnlyList<Setting>> known)
    {
        DocumentSyntax document = Parse(path);
        if (document.KeyValues.FirstOrDefault() is { } stray)
        {
            string name = NameOf(stray.Key);
            throw new InvalidInputException(path, LineOf(stray), null, name, "every key in a table: " + Tables(known));
        }

        Dictionary<string, Written> wanted = [];
        foreach (TableSyntaxBase table in document.Tables)
        {
            string name = NameOf(table.Name);
            if (table is not TableSyntax || !known.TryGetValue(name, out IReadOnlyList<Setting>? settings))
            {
                throw new InvalidInputException(path, LineOf(table), null, name, "a table " + Tables(known) + Suggestion.For(name, known.Keys));
            }

            foreach (KeyValueSyntax item in table.Items)
            {
                (Setting setting, Written written) = ReadItem(path, name, item, settings);
                if (name == command)
                {
                    wanted[setting.Name] = written;
                }
            }
        }

        return wanted;
    }

    private static DocumentSyntax Parse(string path)
    {
        string text;
        try
        {
            if (new FileInfo(path).Length > LargestBytes)
            {
                throw new InvalidInputException(path, null, null, null, "a settings file of at most 1 MiB");
            }

            text = File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(path, null, null, null, "a file that can be read; " + e.Message, e);
        }

        DocumentSyntax document = SyntaxParser.Parse(text, path, validate: true);
        if (document.HasErrors)
        {
            DiagnosticMessage first = document.Diagnostics.First(d => d.Kind == DiagnosticMessageKind.Error);
            throw new InvalidInputException(path, first.Span.Start.Line + 1, null, null, "TOML; " + first.Message);
        }

        return document;
    }

    private static (Setting Setting, Written Written) ReadItem(
        string path, string table, KeyValueSyntax item, IReadOnlyList<Setting> settings)
    {
        string key = NameOf(item.Key);
        string[] keys = [.. settings.Where(s => !s.Text.OnlyOnCommandLine).Select(s => s.Name)];
        Setting? setting = settings.FirstOrDefault(s => s.Name == key && !s.Text.OnlyOnCommandLine);
        if (setting is null)
        {
            throw new InvalidInputException(
                path, LineOf(item), null, key, $"a key of [{table}]: {string.Join(", ", keys)}{Suggestion.For(key, keys)}");
        }

        Written written = new(
            TextOf(item.Value) ?? item.Value?.ToString().Trim() ?? "", Place.File, path, LineOf(item), key, Path.GetDirectoryName(path)!);
        if (TextOf(item.Value) is null)
        {
            throw written.Refuse(setting.Text.Expected);
        }

        setting.Check(written);
        return (setting, written);
    }

    /// <summary>A value as it would stand on the command line; null for what cannot stand there.</summary>
    private static string? TextOf(ValueSyntax? value) => value switch
    {
        StringValueSyntax text => text.Value,
        IntegerValueSyntax number => number.Value.ToString(CultureInfo.InvariantCulture),
        FloatValueSyntax number => number.Value.ToString(CultureInfo.InvariantCulture),
        BooleanValueSyntax truth => truth.Value ? "true" : "false",
        _ => null,
    };

    private static string NameOf(KeySyntax? key) => key?.ToString().Trim().Trim('"', '\'') ?? "";

    private static int LineOf(SyntaxNode node) => node.Span.Start.Line + 1;

    private static string Tables(IReadOnlyDictionary<string, IReadOnlyList<Setting>> known) =>
        string.Join(" or ", known.Keys.Select(k => $"[{k}]"));
}

using JointWatch.Exercises;

namespace JointWatch.Recorded.Files;

/// <summary>
/// Reads a CSV file with a header, line by line: columns by their names, in any order. Columns that nobody asks for are not looked at.
/// </summary>
internal static class CsvFile
{
    /// <summary>Longer lines are no rows of numbers.</summary>
    private const int LongestLine = 4_096;

    /// <summary>Every row after the header, in the file's order.</summary>
    /// <param name="path">The file.</param>
    /// <param name="required">The columns without which it cannot be read.</param>
    /// <exception cref="InvalidInputException">While it is read: the file, the header or a row cannot be used.</exception>
    public static IEnumerable<CsvRow> Rows(string path, params string[] required)
    {
        using IEnumerator<string> lines = Lines(path).GetEnumerator();
        if (!lines.MoveNext())
        {
            throw new InvalidInputException(path, null, null, null, "a header line with " + string.Join(", ", required));
        }

        Dictionary<string, int> columns = Header(path, lines.Current, required);
        for (int line = 2; lines.MoveNext(); line++)
        {
            if (lines.Current.Length > LongestLine)
            {
                throw new InvalidInputException(path, line, null, lines.Current, $"a line of at most {LongestLine} characters");
            }

            if (lines.Current.Length > 0)
            {
                yield return new CsvRow(path, line, columns, lines.Current.Split(',', StringSplitOptions.TrimEntries));
            }
        }
    }

    /// <summary>The names in a file's header.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read, is empty, or names a column twice.</exception>
    public static IReadOnlyCollection<string> Columns(string path) =>
        Header(path, Lines(path).FirstOrDefault() ?? throw new InvalidInputException(path, null, null, null, "a header line"), []).Keys;

    private static Dictionary<string, int> Header(string path, string line, string[] required)
    {
        Dictionary<string, int> columns = new(StringComparer.Ordinal);
        string[] names = line.Split(',', StringSplitOptions.TrimEntries);
        for (int i = 0; i < names.Length; i++)
        {
            string name = names[i].TrimStart('\uFEFF');
            if (!columns.TryAdd(name, i))
            {
                throw new InvalidInputException(path, 1, "header", name, "each column once");
            }
        }

        foreach (string name in required)
        {
            if (!columns.ContainsKey(name))
            {
                throw new InvalidInputException(path, 1, name, null, "this column in the header");
            }
        }

        return columns;
    }

    private static IEnumerable<string> Lines(string path)
    {
        using StreamReader reader = Guarded(path, () => new StreamReader(path));
        while (Guarded(path, reader.ReadLine) is { } line)
        {
            yield return line;
        }
    }

    private static T Guarded<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(path, null, null, null, "a file that can be read: " + e.Message, e);
        }
    }
}

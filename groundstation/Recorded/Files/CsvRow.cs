using System.Globalization;
using JointWatch.Exercises;

namespace JointWatch.Recorded.Files;

/// <summary>One row of a CSV file. What is missing or wrong is refused by file, line, column and value.</summary>
internal sealed class CsvRow
{
    private readonly string _path;
    private readonly int _line;
    private readonly Dictionary<string, int> _columns;
    private readonly string[] _cells;

    /// <exception cref="InvalidInputException">It has more or fewer cells than the header.</exception>
    public CsvRow(string path, int line, Dictionary<string, int> columns, string[] cells)
    {
        _path = path;
        _line = line;
        _columns = columns;
        _cells = cells.Length == columns.Count
            ? cells
            : throw new InvalidInputException(path, line, "row", cells.Length.ToString(CultureInfo.InvariantCulture), $"{columns.Count} cells, as in the header");
    }

    public bool Has(string column) => _columns.ContainsKey(column);

    public string Text(string column) =>
        _columns.TryGetValue(column, out int index) ? _cells[index] : throw Refuse(column, null, "this column in the header");

    /// <summary>A number from <paramref name="min"/> to <paramref name="max"/>.</summary>
    public double Number(string column, double min, double max)
    {
        string cell = Text(column);
        return double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number >= min && number <= max
            ? number
            : throw Refuse(column, cell, string.Create(CultureInfo.InvariantCulture, $"a number from {min} to {max}"));
    }

    public double NumberOr(string column, double min, double max, double otherwise) => Has(column) ? Number(column, min, max) : otherwise;

    /// <summary>A whole number from <paramref name="min"/> to <paramref name="max"/>.</summary>
    public int Whole(string column, int min, int max)
    {
        string cell = Text(column);
        return int.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= min && number <= max
            ? number
            : throw Refuse(column, cell, $"a whole number from {min} to {max}");
    }

    public InvalidInputException Refuse(string column, string? value, string expected) => new(_path, _line, column, value, expected);
}

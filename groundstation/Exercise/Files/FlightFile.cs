using System.Globalization;
using JointWatch.Exercises.Flights;

namespace JointWatch.Exercises.Files;

/// <summary>
/// Reads a recorded flight: a CSV file with a line a second or so, and a JSON file of the same name beside it. Whatever is wrong is
/// refused by an <see cref="InvalidInputException"/> that names file, line and column.
/// </summary>
public static class FlightFile
{
    /// <summary>A longer recording is not one of a launch.</summary>
    public const int MostRows = 20_000;

    private const int LargestBytes = 4_000_000;
    private const int FewestRows = 10;
    private const double LongestGapSeconds = 30;
    private const double HighestMeters = 2_000_000;
    private const double FarthestMeters = 15_000_000;
    private const double FastestMetersPerSecond = 12_000;

    private static readonly (string Name, double Least, double Most, string Unit)[] Columns =
    [
        ("time_s", 0, Scenario.LongestSeconds, "seconds since lift-off"),
        ("altitude_m", -500, HighestMeters, "metres above the site"),
        ("downrange_m", -FarthestMeters, FarthestMeters, "metres over ground from the site"),
        ("vertical_speed_mps", -FastestMetersPerSecond, FastestMetersPerSecond, "metres a second"),
        ("horizontal_speed_mps", -FastestMetersPerSecond, FastestMetersPerSecond, "metres a second"),
        ("speed_mps", 0, FastestMetersPerSecond, "metres a second"),
    ];

    /// <summary>Reads the flight from <c>NAME.csv</c> and its site from <c>NAME.json</c>.</summary>
    /// <exception cref="InvalidInputException">A file cannot be read, or something in it is wrong.</exception>
    public static RecordedFlight Read(string csvPath)
    {
        string json = Path.ChangeExtension(csvPath, ".json");
        return json == csvPath
            ? throw new InvalidInputException(csvPath, null, null, null, "a name that ends in .csv, with the .json beside it")
            : Parse(InputFile.ReadText(csvPath, LargestBytes), csvPath, InputFile.ReadText(json, LargestBytes), json);
    }

    /// <summary>Reads both from texts; the names are for messages.</summary>
    /// <exception cref="InvalidInputException">Something in them is wrong.</exception>
    public static RecordedFlight Parse(string csv, string csvName, string json, string jsonName) =>
        new(FlightSiteFile.Parse(json, jsonName), ParseRows(csv, csvName));

    private static List<FlightRow> ParseRows(string csv, string name)
    {
        string header = string.Join(',', Columns.Select(c => c.Name));
        var rows = new List<FlightRow>();
        int number = 0;
        foreach (ReadOnlySpan<char> raw in csv.AsSpan().EnumerateLines())
        {
            number++;
            ReadOnlySpan<char> line = raw.Trim();
            if (number == 1)
            {
                if (!line.SequenceEqual(header))
                {
                    throw new InvalidInputException(name, 1, null, line.ToString(), $"the header '{header}'");
                }
            }
            else if (!line.IsEmpty)
            {
                if (rows.Count == MostRows)
                {
                    throw new InvalidInputException(name, number, null, null, $"at most {MostRows} lines");
                }

                FlightRow row = ParseRow(line.ToString(), name, number);
                CheckTime(rows, row, name, number);
                rows.Add(row);
            }
        }

        return rows.Count >= FewestRows
            ? rows
            : throw new InvalidInputException(name, number, null, $"{rows.Count} lines", $"a header and at least {FewestRows} lines of numbers");
    }

    private static FlightRow ParseRow(string line, string name, int number)
    {
        string[] fields = line.Split(',');
        if (fields.Length != Columns.Length)
        {
            throw new InvalidInputException(name, number, null, $"{fields.Length} columns", $"{Columns.Length} columns");
        }

        double[] values = new double[Columns.Length];
        for (int i = 0; i < values.Length; i++)
        {
            (string column, double least, double most, string unit) = Columns[i];
            const NumberStyles Style = NumberStyles.Float;
            if (!double.TryParse(fields[i], Style, CultureInfo.InvariantCulture, out values[i]) || !(values[i] >= least && values[i] <= most))
            {
                throw new InvalidInputException(
                    name, number, column, fields[i], string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most} ({unit})"));
            }
        }

        return new FlightRow(values[0], values[1], values[2], values[3], values[4]);
    }

    private static void CheckTime(List<FlightRow> rows, FlightRow row, string name, int number)
    {
        // Knots have milliseconds: two lines within one would fall together.
        if (rows.Count > 0 && !(row.Seconds >= rows[^1].Seconds + 0.01 && row.Seconds <= rows[^1].Seconds + LongestGapSeconds))
        {
            throw new InvalidInputException(
                name,
                number,
                Columns[0].Name,
                row.Seconds.ToString(CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"0.01 to {LongestGapSeconds} s more than the {rows[^1].Seconds} of the line before"));
        }
    }
}

using System.Globalization;

namespace JointWatch.Hardware;

/// <summary>Names of holes: "a14" is row a of column 14, "minus7" the rail marked - at column 7.</summary>
public static class Holes
{
    private const string Rail = "minus";

    public static bool IsRail(string hole) => hole.StartsWith(Rail, StringComparison.Ordinal);

    /// <exception cref="FormatException">The name is none.</exception>
    public static int Column(string hole)
    {
        string digits = IsRail(hole) ? hole[Rail.Length..] : hole[1..];
        int column = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        bool rowIsThere = IsRail(hole) || hole[0] is >= 'a' and <= 'j';
        return column is >= 1 and <= 30 && rowIsThere
            ? column
            : throw new FormatException($"hole is '{hole}'; expected a1 to j30, or minus1 to minus30");
    }

    public static string Spoken(string hole) => IsRail(hole) ? "top rail −" : hole;

    /// <summary>What the breadboard itself connects a hole with: five holes of a column on one side of the gap, or the rail.</summary>
    public static string Strip(string hole)
    {
        int column = Column(hole);
        return IsRail(hole) ? Rail : $"{(hole[0] <= 'e' ? "lower" : "upper")}{column.ToString(CultureInfo.InvariantCulture)}";
    }
}

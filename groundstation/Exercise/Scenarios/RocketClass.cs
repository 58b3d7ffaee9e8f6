namespace JointWatch.Exercises;

/// <summary>A class of missiles by range over the ground: the borders are those by which the station's warnings name them.</summary>
/// <param name="Name">As in a scenario file.</param>
/// <param name="FromMeters">The least range.</param>
/// <param name="ToMeters">The greatest that a scenario may ask for.</param>
/// <param name="UsualMeters">What it flies where the scenario names neither range nor target.</param>
public sealed record RocketClass(string Name, double FromMeters, double ToMeters, double UsualMeters)
{
    /// <summary>Gets the classes, from short to long.</summary>
    public static IReadOnlyList<RocketClass> All { get; } =
    [
        new("shortRange", 50_000, 1_000_000, 600_000),
        new("mediumRange", 1_000_000, 3_000_000, 2_000_000),
        new("intermediateRange", 3_000_000, 5_500_000, 4_000_000),
        new("intercontinental", 5_500_000, Rockets.RocketCatalogue.LongestRangeMeters, 8_000_000),
    ];

    /// <summary>Whether a range is of this class.</summary>
    public bool Holds(double rangeMeters) => rangeMeters >= FromMeters && rangeMeters <= ToMeters;
}

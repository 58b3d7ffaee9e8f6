namespace JointWatch.Exercise.Tests;

/// <summary>Where the recorded flights lie: beside the checkout, and only there.</summary>
internal static class Repository
{
    public static IEnumerable<TheoryDataRow<string>> Flights()
    {
        string[] names = LaunchFolder() is { } folder
            ? [.. Directory.EnumerateFiles(folder, "*.csv").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)]
            : [];
        return names.Length == 0 ? [new TheoryDataRow<string>("") { Skip = "the folder ../shared/data/launches is not there: no recorded flights" }] : names.Select(n => new TheoryDataRow<string>(n));
    }

    /// <summary>The path of one recorded flight; the test is skipped where it is absent.</summary>
    public static string Flight(string name)
    {
        string? path = LaunchFolder() is { } folder ? Path.Combine(folder, name) : null;
        Assert.SkipUnless(File.Exists(path), $"../shared/data/launches/{name} is not there");
        return path!;
    }

    private static string? LaunchFolder()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "JointWatch.slnx")))
            {
                string folder = Path.Combine(at.FullName, "..", "shared", "data", "launches");
                return Directory.Exists(folder) ? folder : null;
            }
        }

        return null;
    }
}

namespace JointWatch.Releases.Tests;

/// <summary>Files of the checkout.</summary>
internal static class Repository
{
    public static string Folder { get; } = Find();

    public static string ReleaseFolder => Path.Combine(Folder, "groundstation", "Release");

    public static IReadOnlyList<string> Examples { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(ReleaseFolder, "policies"), "*.toml").Order(StringComparer.Ordinal)];

    private static string Find()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "JointWatch.slnx")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException("the tests do not run from within the checkout");
    }
}

namespace JointWatch.Firmware.Tests;

/// <summary>Where the checkout lies: tests read the contract's own files, not copies.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "JointWatch.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("JointWatch.slnx is in no folder above " + AppContext.BaseDirectory);
    }
}

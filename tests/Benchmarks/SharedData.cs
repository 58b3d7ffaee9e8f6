namespace JointWatch.Benchmarks;

/// <summary>The checkout, and recorded data beside it, where it is there.</summary>
internal static class SharedData
{
    /// <summary>The checkout's root.</summary>
    /// <exception cref="DirectoryNotFoundException">The program does not lie in a checkout.</exception>
    public static string Checkout()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "JointWatch.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"{AppContext.BaseDirectory} does not lie in a checkout");
    }

    /// <summary>The data beside the checkout, or null.</summary>
    public static string? Find()
    {
        string data = Path.GetFullPath(Path.Combine(Checkout(), "..", "shared", "data"));
        return System.IO.Directory.Exists(data) ? data : null;
    }

    /// <exception cref="DirectoryNotFoundException">It is not there.</exception>
    public static string Directory() =>
        Find() ?? throw new DirectoryNotFoundException("../shared/data is not beside the checkout: the recorded sets of this benchmark lie there");
}

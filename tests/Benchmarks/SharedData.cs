namespace JointWatch.Benchmarks;

/// <summary>Recorded data beside the checkout, where it is there.</summary>
internal static class SharedData
{
    /// <exception cref="DirectoryNotFoundException">It is not there.</exception>
    public static string Directory()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string data = Path.Combine(folder.FullName, "shared", "data");
            if (System.IO.Directory.Exists(data))
            {
                return data;
            }
        }

        throw new DirectoryNotFoundException("shared/data is not beside the checkout: the recorded sets of this benchmark lie there");
    }
}

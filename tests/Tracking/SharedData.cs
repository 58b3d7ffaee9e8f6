namespace JointWatch.Tracking.Tests;

/// <summary>Recorded data beside the checkout, where it is there.</summary>
internal static class SharedData
{
    public const string Missing = "SKIPPED: ../shared/data is not beside the checkout: the recorded values are not there to compare with";

    /// <summary>A folder of it, or null.</summary>
    public static string? Find(string name)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string data = Path.Combine(folder.FullName, "shared", "data", name);
            if (Directory.Exists(data))
            {
                return data;
            }
        }

        return null;
    }
}

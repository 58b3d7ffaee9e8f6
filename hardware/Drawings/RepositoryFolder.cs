namespace JointWatch.Hardware;

/// <summary>Finds the repository that a folder lies in.</summary>
public static class RepositoryFolder
{
    /// <exception cref="DirectoryNotFoundException">No folder above holds JointWatch.slnx.</exception>
    public static string Find(string startFolder)
    {
        for (DirectoryInfo? folder = new(startFolder); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "JointWatch.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder at or above '{startFolder}' holds JointWatch.slnx; expected to be run inside the repository");
    }
}

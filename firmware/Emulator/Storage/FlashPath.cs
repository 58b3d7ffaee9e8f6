namespace JointWatch.Emulation.Storage;

/// <summary>Paths of the internal volume: <c>I:\folder\file</c>.</summary>
internal static class FlashPath
{
    public const string Root = @"I:\";

    /// <summary>The longest path that nanoFramework takes (FS_MAX_PATH_LENGTH).</summary>
    private const int Longest = 256;

    /// <summary>Checks a path and gives its usual form.</summary>
    public static string Full(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length == 0)
        {
            throw new ArgumentException("the path is empty", nameof(path));
        }

        string full = path.Replace('/', '\\');
        if (full.StartsWith('\\'))
        {
            full = "I:" + full;
        }

        if (!full.StartsWith(Root, StringComparison.OrdinalIgnoreCase))
        {
            throw new FlashException(FlashError.VolumeNotFound, $"{path}: no such volume");
        }

        if (full.Length > Longest)
        {
            throw new FlashException(FlashError.PathTooLong, $"{path}: longer than {Longest}");
        }

        full = Root + full[Root.Length..];
        return full.Length > Root.Length ? full.TrimEnd('\\') : full;
    }

    /// <summary>The folder that holds a file or folder.</summary>
    public static string FolderOf(string full)
    {
        int slash = full.LastIndexOf('\\');
        return slash < Root.Length ? Root : full[..slash];
    }
}

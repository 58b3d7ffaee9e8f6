namespace JointWatch.Flash.Files;

/// <summary>A folder that only its owner can look into, for as long as the secrets are needed.</summary>
internal sealed class PrivateFolder : IDisposable
{
    private readonly string _path;

    public PrivateFolder(string below)
    {
        _path = System.IO.Path.Combine(below, "jointwatch-" + System.IO.Path.GetRandomFileName());
        if (OperatingSystem.IsWindows())
        {
            // A user's temporary folder on Windows lies in the profile, which is the user's own.
            Directory.CreateDirectory(_path);
        }
        else
        {
            Directory.CreateDirectory(_path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public string Path(string name) => System.IO.Path.Combine(_path, name);

    public string Write(string name, byte[] content)
    {
        File.WriteAllBytes(Path(name), content);
        return Path(name);
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}

namespace JointWatch.TransparencyLog.Writing;

/// <summary>
/// Writes files of a folder so that a crash or a power cut leaves each of them old or new, never torn: written beside, flushed to the disk, renamed.
/// Renames are on the disk after <see cref="Flush"/>, which is why the checkpoint waits for it. One thread.
/// </summary>
/// <param name="folder">All files lie in it or below it.</param>
/// <param name="step">Called with a name for it before each thing that is done to the disk; a test throws here to stop anywhere.</param>
internal sealed class DurableFolder(string folder, Action<string>? step = null)
{
    private const string BesideName = ".writing";
    private readonly HashSet<string> _unflushed = [];

    /// <summary>Puts a file in place, whether or not there was one. Its folder is made where it is missing.</summary>
    public void Write(string path, ReadOnlySpan<byte> bytes)
    {
        MakeFolder(Path.GetDirectoryName(path)!);
        string beside = Path.Combine(folder, BesideName);
        step?.Invoke("write " + path);
        using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }

        step?.Invoke("rename " + path);
        File.Move(beside, path, overwrite: true);
        _unflushed.Add(Path.GetDirectoryName(path)!);
    }

    /// <summary>Waits until all renames are on the disk.</summary>
    public void Flush()
    {
        step?.Invoke("flush");
        foreach (string changed in _unflushed)
        {
            FolderFlush.ToDisk(changed);
        }

        _unflushed.Clear();
    }

    /// <summary>Removes a folder that is of no more use; whether that survives a crash does not matter.</summary>
    public void Remove(string path)
    {
        if (Directory.Exists(path))
        {
            step?.Invoke("remove " + path);
            Directory.Delete(path, recursive: true);
        }
    }

    private void MakeFolder(string path)
    {
        if (!Directory.Exists(path))
        {
            string parent = Path.GetDirectoryName(path)!;
            MakeFolder(parent);
            Directory.CreateDirectory(path);
            _unflushed.Add(parent);
        }
    }
}

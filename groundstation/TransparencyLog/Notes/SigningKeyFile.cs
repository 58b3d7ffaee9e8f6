using System.Text;

namespace JointWatch.TransparencyLog.Notes;

/// <summary>A file with a signing key in its one line. On Unix nobody but its owner may read it (mode 0600), or it is refused.</summary>
public static class SigningKeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int MaxBytes = 4_096;

    /// <summary>Reads the key.</summary>
    /// <exception cref="LogFormatException">The file holds no key, or others may read it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SigningKey Read(string path)
    {
        using FileStream stream = File.OpenRead(path);
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(stream.SafeFileHandle) is var mode && (mode & ~OwnerOnly) != UnixFileMode.None)
        {
            throw new LogFormatException(path, "mode", Convert.ToString((int)mode, 8), $"600: others must not read the key (chmod 600 {path})");
        }

        if (stream.Length > MaxBytes)
        {
            throw new LogFormatException(path, null, $"{stream.Length} bytes", $"one line with a signing key, at most {MaxBytes} bytes");
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        string text = reader.ReadToEnd();
        try
        {
            return SigningKey.Parse(text.EndsWith('\n') ? text[..^1] : text);
        }
        catch (LogFormatException e)
        {
            throw e.In(path);
        }
    }

    /// <summary>Writes a key to a file that is not there yet; it is on the disk afterwards.</summary>
    /// <exception cref="IOException">There is such a file, or it cannot be written.</exception>
    public static void Write(string path, SigningKey key)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using var stream = new FileStream(path, options);
        stream.Write(Encoding.UTF8.GetBytes(key.ExportText() + "\n"));
        stream.Flush(flushToDisk: true);
    }
}

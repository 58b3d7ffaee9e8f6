namespace JointWatch.TransparencyLog;

/// <summary>Reads a file that others wrote: whole, and only up to a size.</summary>
internal static class BoundedFile
{
    /// <exception cref="LogFormatException">It is larger.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static byte[] Read(string path, long mostBytes)
    {
        using FileStream stream = File.OpenRead(path);
        if (stream.Length > mostBytes)
        {
            throw new LogFormatException("file", null, $"{stream.Length} bytes", $"at most {mostBytes} bytes");
        }

        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

namespace JointWatch.TransparencyLog.Notes;

/// <summary>Verifier keys as people hand them on: as a text, or in a file with one a line, where '#' begins a comment line.</summary>
public static class VerifierKeys
{
    private const int MaxBytes = 1_000_000;

    /// <summary>The key that a text is, or the keys of the file that it names.</summary>
    /// <exception cref="LogFormatException">It is neither, or the file has a line that is no key.</exception>
    public static IReadOnlyList<VerifierKey> Read(string textOrPath)
    {
        if (!File.Exists(textOrPath))
        {
            return [VerifierKey.Parse(textOrPath)];
        }

        if (new FileInfo(textOrPath).Length > MaxBytes)
        {
            throw new LogFormatException(textOrPath, null, null, $"at most {MaxBytes} bytes");
        }

        List<VerifierKey> keys = [];
        int number = 0;
        foreach (string line in File.ReadLines(textOrPath))
        {
            number++;
            if (line.Length > 0 && line[0] != '#')
            {
                try
                {
                    keys.Add(VerifierKey.Parse(line));
                }
                catch (LogFormatException e)
                {
                    throw e.In($"{textOrPath}({number})");
                }
            }
        }

        return keys;
    }
}

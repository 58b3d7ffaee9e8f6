using System.Text;

namespace JointWatch.Exercises.Files;

/// <summary>Reads the files that people hand over.</summary>
internal static class InputFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The whole of a file of UTF-8, not larger than so many bytes.</summary>
    /// <exception cref="InvalidInputException">It is not there, may not be read, is too large, or is not UTF-8.</exception>
    public static string ReadText(string path, int largestBytes)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            if (stream.Length > largestBytes)
            {
                throw new InvalidInputException(path, null, null, $"{stream.Length} bytes", $"a file of at most {largestBytes} bytes");
            }

            using var reader = new StreamReader(stream, Strict);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException e)
        {
            throw new InvalidInputException(path, null, null, null, "text in UTF-8", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InvalidInputException(path, null, null, null, $"a file that can be read ({e.Message})", e);
        }
    }
}

using System.Text.Json;
using JointWatch.Exercises;

namespace JointWatch.Recorded.Files;

/// <summary>Reads a JSON file that somebody hands over.</summary>
internal static class JsonFile
{
    /// <summary>Minutes of a dozen sensors' detections are a megabyte; a file beyond this is something else.</summary>
    private const long LargestBytes = 512L << 20;

    /// <summary>Reads a file and hands its root over while it is held.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read, is too large, or is no JSON.</exception>
    public static T Read<T>(string path, Func<JsonElement, T> use)
    {
        try
        {
            if (new FileInfo(path).Length is var length and > LargestBytes)
            {
                throw new InvalidInputException(path, null, null, $"{length} bytes", $"a file of at most {LargestBytes} bytes");
            }

            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            return use(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new InvalidInputException(path, e.LineNumber is { } line ? (int)line + 1 : null, null, null, "JSON: " + e.Message, e);
        }
        catch (InvalidOperationException e)
        {
            // A text escape that is no Unicode text comes to light only when it is looked at.
            throw new InvalidInputException(path, null, null, null, "JSON: " + e.Message, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(path, null, null, null, "a file that can be read: " + e.Message, e);
        }
    }
}

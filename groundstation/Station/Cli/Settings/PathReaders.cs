using System.Diagnostics.CodeAnalysis;
using JointWatch.Exercises;
using JointWatch.Recorded;
using JointWatch.Station.Journal;

namespace JointWatch.Station.Cli.Settings;

/// <summary>How the texts of settings that name files and folders are read. The values are absolute paths.</summary>
internal static class PathReaders
{
    /// <summary>A file that is there.</summary>
    public static bool ExistingFile(string text, string folder, [MaybeNullWhen(false)] out string value) =>
        TryPath(text, folder, out value) && File.Exists(value);

    /// <summary>A file or folder that is there.</summary>
    public static bool Existing(string text, string folder, [MaybeNullWhen(false)] out string value) =>
        TryPath(text, folder, out value) && (File.Exists(value) || Directory.Exists(value));

    /// <summary>A journal, or the data folder of a station that holds one.</summary>
    public static bool Journal(string text, string folder, [MaybeNullWhen(false)] out string value)
    {
        if (TryPath(text, folder, out value) && Directory.Exists(value))
        {
            value = Path.Combine(value, JournalFile.FileName);
        }

        return File.Exists(value);
    }

    /// <summary>A scenario's file; or the name of an example where there is no such file.</summary>
    public static bool Scenario(string text, string folder, [MaybeNullWhen(false)] out string value)
    {
        if (!ExistingFile(text, folder, out value) && ExampleScenarios.Names.Contains(text))
        {
            value = text;
        }

        return value is not null && (File.Exists(value) || value == text);
    }

    /// <summary>A flight: the CSV file, with the JSON file of the same name beside it.</summary>
    public static bool Flight(string text, string folder, [MaybeNullWhen(false)] out string value) =>
        ExistingFile(text, folder, out value)
        && Path.GetExtension(value).Equals(".csv", StringComparison.OrdinalIgnoreCase)
        && File.Exists(Path.ChangeExtension(value, ".json"));

    /// <summary>A folder of recorded detections.</summary>
    public static bool DetectionSet(string text, string folder, [MaybeNullWhen(false)] out string value) =>
        TryPath(text, folder, out value) && RecordedSet.IsThere(value);

    /// <summary>A folder that is there.</summary>
    public static bool ExistingFolder(string text, string folder, [MaybeNullWhen(false)] out string value) =>
        TryPath(text, folder, out value) && Directory.Exists(value);

    /// <summary>A folder that is there or can be made: no file bears its name.</summary>
    public static bool Folder(string text, string folder, [MaybeNullWhen(false)] out string value) =>
        TryPath(text, folder, out value) && !File.Exists(value);

    /// <summary>A file to be written: its folder is there.</summary>
    public static bool NewFile(string text, string folder, [MaybeNullWhen(false)] out string value) =>
        TryPath(text, folder, out value) && !Directory.Exists(value) && Directory.Exists(Path.GetDirectoryName(value));

    private static bool TryPath(string text, string folder, [MaybeNullWhen(false)] out string value)
    {
        value = text.Length == 0 || text.Contains('\0', StringComparison.Ordinal) ? null : Path.GetFullPath(text, folder);
        return value is not null;
    }
}

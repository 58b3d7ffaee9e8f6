using System.Diagnostics.CodeAnalysis;
using JointWatch.Station.Cli.Commands;
using JointWatch.TransparencyLog;
using JointWatch.TransparencyLog.Notes;

namespace JointWatch.Station.Cli.Settings;

/// <summary>The settings that the commands of <c>jointwatch log</c> share.</summary>
internal static class LogSettings
{
    public static CommandGroup Group { get; } = new("log", "Check, look at and prove entries of a log that nobody can rewrite unseen.");

    public static Setting<string> Folder(SettingForm form = SettingForm.Argument) => new(
        "FOLDER",
        new SettingText("FOLDER", "The log's folder: a checkpoint and tiles (c2sp.org/tlog-tiles).", "an existing folder with a log", Form: form, OnlyOnCommandLine: true),
        PathReaders.ExistingFolder);

    public static Setting<IReadOnlyList<VerifierKey>> Keys(string name, string description, SignatureType type) => new(
        name,
        new SettingText(
            "KEY",
            description,
            $"a verifier key NAME+ID+KEY of type {(int)type}, or a file with one a line",
            Form: SettingForm.Repeated,
            OnlyOnCommandLine: true),
        Reader(type));

    public static Setting<bool> Json() => new(
        "json",
        new SettingText("", "Write JSON, for programs.", "--json alone", Form: SettingForm.Flag, OnlyOnCommandLine: true),
        Readers.Flag);

    private static SettingReader<IReadOnlyList<VerifierKey>> Reader(SignatureType type) =>
        (string text, string folder, [MaybeNullWhen(false)] out IReadOnlyList<VerifierKey> value) =>
        {
            try
            {
                value = [.. text.Split(Readers.Separator).SelectMany(t => VerifierKeys.Read(PathReaders.ExistingFile(t, folder, out string? path) ? path : t))];
                return value.Count > 0 && value.All(k => k.Type == type);
            }
            catch (Exception e) when (e is LogFormatException or IOException or UnauthorizedAccessException)
            {
                value = null;
                return false;
            }
        };
}

using System.Globalization;
using JointWatch.Exercises;
using JointWatch.Station.Core;
using JointWatch.Station.Journal;
using JointWatch.Warnings;
using Microsoft.Data.Sqlite;

namespace JointWatch.Station.Replay;

/// <summary>Plays a journal through the core that wrote it: the same tracks and warnings, byte for byte.</summary>
internal static class ReplayRunner
{
    /// <param name="journal">The journal's file.</param>
    /// <param name="outDirectory">Where <c>tracks.csv</c> and <c>warnings.json</c> (a JSON object a line) go; null: nowhere.</param>
    /// <param name="stages">Makes the stages.</param>
    /// <param name="output">Takes the summary.</param>
    /// <returns>0, or 1 where the journal's own digests are not those found again or a stage failed.</returns>
    /// <exception cref="InvalidInputException">The file cannot be read as a journal.</exception>
    public static int Run(string journal, string? outDirectory, StageFactory stages, TextWriter output, CancellationToken cancellation)
    {
        if (outDirectory is not null)
        {
            Directory.CreateDirectory(outDirectory);
        }

        using TextWriter tracks = outDirectory is null ? TextWriter.Null : new StreamWriter(Path.Combine(outDirectory, "tracks.csv"));
        using TextWriter warnings = outDirectory is null ? TextWriter.Null : new StreamWriter(Path.Combine(outDirectory, "warnings.json"));
        tracks.Write(PictureLine.TrackHeader + "\n");
        var recorder = new PictureRecorder(tracks, warnings);
        using var core = new StationCore(new CoreOptions(), stages, recorder);
        try
        {
            foreach (JournalEntry entry in JournalFile.Read(journal))
            {
                cancellation.ThrowIfCancellationRequested();
                core.Process(entry);
            }
        }
        catch (SqliteException e)
        {
            throw new InvalidInputException("replay", null, "JOURNAL", journal, $"a journal that can be read ({e.Message})", e);
        }

        Report(core, recorder, output);
        return core.Counts.DigestMismatches == 0 && core.Counts.Faults == 0 ? 0 : 1;
    }

    private static void Report(StationCore core, PictureRecorder recorder, TextWriter output)
    {
        CoreCounts counts = core.Counts;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{core.LastNumber} entries: {counts.Messages} messages, {counts.Reports} reports, {counts.Detections} detections, {counts.Repeats} repeats, {counts.Quarantined} quarantined"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{recorder.TrackCount} tracks in {recorder.TrackUpdates} updates, {recorder.Warnings.Count} warnings"));
        foreach (LaunchWarning warning in recorder.Warnings.Values)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  warning {warning.Id}: {warning.Track}, {warning.State}, {warning.Class}, revision {warning.Revision}: {warning.Reason}"));
        }

        output.WriteLine($"digest {core.Digest}");
        if (counts.DigestMismatches > 0)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{counts.DigestMismatches} digests in the journal differ from those found now: the journal was changed since, or another version of the program wrote it."));
        }

        if (counts.LastFault is { } fault)
        {
            output.WriteLine($"{counts.Faults} faults of the station's own; the last: {fault}");
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using JointWatch.Exercises;
using JointWatch.Tracking;

namespace JointWatch.Station.Recorded;

/// <summary>The command <c>track</c>: the tracker over a folder of recorded detections.</summary>
public static class TrackCommand
{
    /// <summary>So many report times are played first to a tracker of their own: compiling the program is start-up, and is not measured.</summary>
    private const int WarmUpReports = 60;

    /// <summary>
    /// Reads a folder, tracks, writes the confirmed tracks at each report time, and prints what there was and what it cost.
    /// </summary>
    /// <param name="directory">The folder of the set.</param>
    /// <param name="outFile">The file to write.</param>
    /// <param name="use">Which detections to use.</param>
    /// <param name="output">Where the figures go.</param>
    /// <returns>The exit code, 0.</returns>
    /// <exception cref="InvalidInputException">An input cannot be used, or the file not be written.</exception>
    public static int Run(string directory, string outFile, RecordedUse use, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        RecordedSet set = RecordedSet.Read(directory, use);
        Play(set, new MultiTargetTracker(), WarmUpReports);
        using Process process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        List<TracksFile.Row> rows = Play(set, new MultiTargetTracker(), set.ReportTimes.Count);
        process.Refresh();
        TimeSpan cpu = process.TotalProcessorTime - before;
        TracksFile.Write(outFile, rows);
        Report(output, set, rows, cpu, process.PeakWorkingSet64);
        output.WriteLine($"Written:       {outFile}");
        return 0;
    }

    /// <summary>Plays a set, up to some number of report times, to a tracker and notes its confirmed tracks at each report time, after all scans of that time.</summary>
    internal static List<TracksFile.Row> Play(RecordedSet set, ITracker tracker, int reports)
    {
        List<TracksFile.Row> rows = [];
        int next = 0;
        foreach (UtcMicroseconds time in set.ReportTimes.Take(reports))
        {
            for (; next < set.Scans.Count && set.Scans[next].Time <= time; next++)
            {
                tracker.Process(set.Scans[next]);
            }

            tracker.AdvanceTo(time);
            rows.AddRange(tracker.Tracks
                .Where(track => track.State == TrackState.Confirmed)
                .Select(track => new TracksFile.Row(time, track.Id, track.Position)));
        }

        return rows;
    }

    private static void Report(TextWriter output, RecordedSet set, List<TracksFile.Row> rows, TimeSpan cpu, long peakBytes)
    {
        int detections = set.Scans.Sum(scan => scan.Detections.Count);
        int confirmed = rows.Select(row => row.Track).Distinct().Count();
        FormattableString[] lines =
        [
            $"Detections:    {detections} in {set.Scans.Count} scans",
            $"Tracks:        {confirmed} confirmed, {rows.Count} rows",
            $"CPU:           {cpu.TotalSeconds:F3} s",
            $"A detection:   {cpu.TotalMicroseconds / Math.Max(detections, 1):F1} µs",
            $"Peak memory:   {peakBytes / 1048576.0:F1} MiB",
        ];
        foreach (FormattableString line in lines)
        {
            output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using JointWatch.Exercises;
using JointWatch.Recorded;
using JointWatch.Recorded.Playing;
using JointWatch.Station.Cli;
using JointWatch.Station.Cli.Options;
using JointWatch.Tracking;

namespace JointWatch.Station.Sets;

/// <summary>The command <c>track</c>: the tracker over a folder of recorded detections.</summary>
internal static class TrackRunner
{
    /// <summary>
    /// Reads a folder, tracks it a number of times, writes the confirmed tracks at each report time, and prints what there was and what it cost.
    /// </summary>
    /// <exception cref="InvalidInputException">An input cannot be used, or the file not be written.</exception>
    public static int Run(TrackOptions options, TimeProvider time, TextWriter output)
    {
        RecordedSet set = RecordedSet.Read(options.Set, (RecordedUse)(int)options.Use, options.Run);
        TrackerOptions tracker = TrackerChoice.Of(options, set);
        RepeatedPlayback result = RepeatedPlayback.Run(
            set, () => new MultiTargetTracker(tracker), options.Passes ?? RepeatedPlayback.UsualPasses(set), time);
        TracksFile.Write(options.Out, result.Rows);
        Report(output, set, result);
        output.WriteLine($"Written:       {options.Out}");
        return ExitCode.Done;
    }

    private static void Report(TextWriter output, RecordedSet set, RepeatedPlayback result)
    {
        using Process process = Process.GetCurrentProcess();
        int confirmed = result.Rows.Select(row => row.Track).Distinct().Count();
        FormattableString[] lines =
        [
            $"Detections:    {result.Detections} in {set.Scans.Count} scans",
            $"Tracks:        {confirmed} confirmed, {result.Rows.Count} rows",
            $"CPU:           {result.MedianCpu.TotalSeconds:F3} s, the median of the later half of {result.Cpu.Count} passes (the first took {result.Cpu[0].TotalSeconds:F3} s)",
            $"A detection:   {result.MicrosecondsADetection:F2} µs",
            $"Peak memory:   {process.PeakWorkingSet64 / 1048576.0:F1} MiB",
        ];
        foreach (FormattableString line in lines)
        {
            output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
        }
    }
}

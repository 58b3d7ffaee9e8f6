using System.Globalization;
using JointWatch.Recorded;
using JointWatch.Recorded.Truth;
using JointWatch.Tracking;

namespace JointWatch.Benchmarks.Tracks;

/// <summary>A real flight: one number from first detection to landing, and the error in boost with and without infra-red.</summary>
internal static class LaunchTable
{
    private const double CutOffMeters = 2_000;

    public static void Write(TextWriter output)
    {
        output.WriteLine("| launch_crs11 | track numbers | held from | held to | of the time | position RMSE in boost, m | position RMSE, m | µs a detection |");
        output.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        if (TrackingSets.Recorded("launch_crs11") is not { } folder)
        {
            output.WriteLine("| the recorded set is not there | | | | | | | |");
            return;
        }

        foreach (RecordedUse use in (RecordedUse[])[RecordedUse.Radar, RecordedUse.All])
        {
            Tried tried = Tried.Of(folder, use, CutOffMeters);
            UtcMicroseconds cutOff = FirstCutOff(tried.Truth[0]);
            List<(UtcMicroseconds Time, double Meters)> held =
                [.. tried.Score.Times.SelectMany(time => time.Held.Select(h => (time.Time, h.Meters)))];
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {(use == RecordedUse.All ? "radar and IR" : "radar")} | {tried.Score.TrackNumbers} | {held[0].Time.Value * 1e-6:F1} s | {held[^1].Time.Value * 1e-6:F1} s | {held.Count / (double)tried.Score.Times.Count:P1} | {Rmse(held.Where(h => h.Time <= cutOff)):F1} | {Rmse(held):F1} | {tried.Play.MicrosecondsADetection:F1} |"));
        }
    }

    /// <summary>The end of the first burn.</summary>
    private static UtcMicroseconds FirstCutOff(TruthTrack truth) => truth.Points.First(p => p.Time.Value > 0 && !p.IsBurning).Time;

    private static double Rmse(IEnumerable<(UtcMicroseconds Time, double Meters)> held) => Math.Sqrt(held.Average(h => h.Meters * h.Meters));
}

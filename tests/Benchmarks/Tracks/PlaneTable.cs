using System.Globalization;
using JointWatch.Recorded;

namespace JointWatch.Benchmarks.Tracks;

/// <summary>The published scenario of four objects that meet and part: RMS GOSPA over all runs and steps, c = 10.</summary>
internal static class PlaneTable
{
    private const double CutOffMeters = 10;
    private const int Runs = 4;

    public static void Write(TextWriter output)
    {
        output.WriteLine("| williams15, c = 10 | RMS GOSPA | missed a step | false a step | µs a detection |");
        output.WriteLine("| --- | ---: | ---: | ---: | ---: |");
        if (TrackingSets.Recorded("williams15") is not { } folder)
        {
            output.WriteLine("| the recorded set is not there | | | | |");
            return;
        }

        foreach (bool told in (bool[])[true, false])
        {
            List<Tried> runs = [.. Enumerable.Range(1, Runs).Select(run => Tried.Of(folder, RecordedUse.All, CutOffMeters, run, told))];
            double rms = Math.Sqrt(runs.SelectMany(run => run.Score.Times).Average(time => time.Gospa * time.Gospa));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {(told ? "told the births" : "its own defaults")} | {rms:F2} | {runs.Average(r => r.Score.MeanMissed):F3} | {runs.Average(r => r.Score.MeanFalse):F3} | {runs.Average(r => r.Play.MicrosecondsADetection):F1} |"));
        }

        output.WriteLine("| García-Fernández's PMBM, told the births | 2.99 | | | |");
        output.WriteLine("| Stone Soup GNN, best of 4 settings | 4.07 | | | |");
        output.WriteLine("| Stone Soup JPDA | 5.26 | | | |");
    }
}

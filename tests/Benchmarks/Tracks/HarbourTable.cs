using System.Globalization;
using JointWatch.Recorded;
using JointWatch.Recorded.Scoring;
using JointWatch.Recorded.Truth;
using JointWatch.Tracking;

namespace JointWatch.Benchmarks.Tracks;

/// <summary>
/// Real recordings in a harbour. GOSPA with c = 20 m, as RMS over time, as in Ø. Helgesen et al., "Heterogeneous multi-sensor tracking for an
/// autonomous surface vehicle in a littoral environment", Ocean Engineering 252, 2022, whose tracker reaches 20.4 m over the scenarios 2 to 6
/// and 31.0 m over 13, 16, 17 and 22.
/// </summary>
internal static class HarbourTable
{
    private const double CutOffMeters = 20;
    private static readonly SensorId Infrared = new("ir");

    public static void Write(TextWriter output)
    {
        output.WriteLine("| autoferry | RMS GOSPA | missed a time | false a time | tracks that held vessel 1 | vessel 2 | position RMSE, m | IR bearings less those of their tracks: mean, mrad | bias found, mrad | mean without it, mrad | Helgesen et al.: RMS GOSPA |");
        output.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach ((int scenario, string other) in ((int, string)[])[(2, "20.4 (2 to 6)"), (3, "20.4 (2 to 6)"), (16, "31.0 (13, 16, 17, 22)")])
        {
            if (TrackingSets.Recorded("autoferry", $"scenario{scenario}") is not { } folder)
            {
                output.WriteLine($"| scenario {scenario}: the recorded set is not there | | | | | | | | | | |");
                continue;
            }

            Tried tried = Tried.Of(folder, RecordedUse.All, CutOffMeters);
            SetScore score = tried.Score;
            (List<double> residuals, double bias) = TakenBearings.Of(tried.Set, Infrared);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| scenario {scenario} | {score.RmsGospa:F1} | {score.MeanMissed:F2} | {score.MeanFalse:F2} | {Held(tried, 0)} | {Held(tried, 1)} | {score.PositionRmse:F1} | {Milliradians(residuals, bias)} | {other} |"));
        }
    }

    /// <summary>Mean, bias, and the one without the other: three cells.</summary>
    private static string Milliradians(List<double> residuals, double bias)
    {
        double mean = residuals.DefaultIfEmpty(double.NaN).Average();
        return string.Create(CultureInfo.InvariantCulture, $"{1e3 * mean:F1} ({residuals.Count} bearings) | {1e3 * bias:F1} | {1e3 * (mean - bias):F1}");
    }

    /// <summary>By how many tracks a vessel was held, and how much of the time.</summary>
    private static string Held(Tried tried, int vessel)
    {
        TruthTrack truth = tried.Truth[vessel];
        List<TrackId> numbers = [.. tried.Score.Times.SelectMany(time => time.Held).Where(held => held.Target == truth.Id).Select(held => held.Track)];
        int there = tried.Score.Times.Count(time => truth.At(time.Time) is not null);
        return string.Create(CultureInfo.InvariantCulture, $"{numbers.Distinct().Count()} ({numbers.Count / (double)there:P0} of the time)");
    }
}

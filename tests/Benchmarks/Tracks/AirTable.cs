using System.Globalization;
using JointWatch.Recorded;
using JointWatch.Recorded.Scoring;

namespace JointWatch.Benchmarks.Tracks;

/// <summary>The sets of aircraft: cost, GOSPA from 20 s on, tracks too many, numbers.</summary>
internal static class AirTable
{
    private const double CutOffMeters = 500;
    private const double SteadySeconds = 20;

    /// <summary>
    /// Others' figures: Stone Soup (extended Kalman filter, global nearest neighbour, radar alone) as they come with the sets; 200 targets as
    /// measured by the same recipe; and the GOSPA of a filter that is told the associations.
    /// </summary>
    private static readonly (string Name, RecordedUse Use, string OtherCost, string OtherGospa, string Limit)[] Rows =
    [
        ("cv10", RecordedUse.Radar, "4,000", "94.2", "97 / 75"),
        ("cv10", RecordedUse.All, "", "", "50 / 35"),
        ("cv50", RecordedUse.Radar, "5,100", "207.0", "211 / 162"),
        ("cv50", RecordedUse.All, "", "", "111 / 79"),
        ("cv200", RecordedUse.Radar, "11,600", "417", ""),
        ("cv200", RecordedUse.All, "", "", ""),
        ("cv2000", RecordedUse.Radar, "", "", ""),
        ("hard30", RecordedUse.Radar, "12,100", "401.9 (0.79 false, 52 numbers)", "280 / 222"),
        ("hard30", RecordedUse.All, "", "", "107 / 78"),
    ];

    public static void Write(TrackingSets sets, TextWriter output)
    {
        output.WriteLine("| set | use | µs a detection | steady GOSPA | missed a time | false a time | track numbers | bytes a scan | times real time | Stone Soup: µs a detection | Stone Soup: steady GOSPA | told the associations, q = 1 / 0.05 |");
        output.WriteLine("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach ((string name, RecordedUse use, string otherCost, string otherGospa, string limit) in Rows)
        {
            string? folder = name switch { "cv200" => sets.Cv(200), "cv2000" => sets.Cv(2_000), _ => TrackingSets.Recorded(name) };
            if (folder is null)
            {
                output.WriteLine($"| {name} | the recorded set is not there | | | | | | | | | | |");
                continue;
            }

            Tried tried = Tried.Of(folder, use, CutOffMeters);
            SetScore steady = tried.Score.From(SteadySeconds);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {(use == RecordedUse.All ? "radar and IR" : "radar")} | {tried.Play.MicrosecondsADetection:F1} | {steady.MeanGospa:F1} | {steady.MeanMissed:F3} | {steady.MeanFalse:F3} | {tried.Score.TrackNumbers} for {tried.Truth.Count} | {tried.BytesAScan():F0} | {tried.RealTimeFactor:F0} | {otherCost} | {otherGospa} | {limit} |"));
        }
    }
}

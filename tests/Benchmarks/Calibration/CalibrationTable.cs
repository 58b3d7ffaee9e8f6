using System.Globalization;
using System.Text;
using JointWatch.Warning.Calibration;
using JointWatch.Warnings;

namespace JointWatch.Benchmarks.Calibration;

/// <summary>Coverage of the regions of launch and impact, and the score of the class probabilities, as a table for people.</summary>
internal static class CalibrationTable
{
    public static string Of(IReadOnlyList<CalibrationRecord> all, int flights, int flown, int steppedBack)
    {
        StringBuilder text = new();
        Line($"# Calibration of warnings ({WarningModel.Version})");
        Line($"");
        Line($"{flights} seeded flights of each class past {SensorLayout.All.Count} layouts, {flown} in all, through the tracker and the warning stage.");
        Line($"Aircraft and satellites have no launch and no impact; of them counts only what class they were called, if they were warned of at all.");
        Line($"Warnings that ever step back among suspected, probable and confirmed: {steppedBack}.");
        Line($"A share of 90 % is wanted between 85 and 95 %. The end of boost is looked at 5 s after cut-off.");
        Line($"");
        Line($"| class | sensors | stage | warned | launch in 50 % | in 90 % | median error, m | impact in 50 % | in 90 % | median error, m | median sigma, m | Brier |");
        Line($"| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var group in all.GroupBy(r => r.Stage))
        {
            Row("all", "all", group.Key, [.. group]);
        }

        foreach (var group in all.GroupBy(r => (r.Class, r.Stage)))
        {
            Row($"{group.Key.Class}", "all", group.Key.Stage, [.. group]);
        }

        foreach (var group in all.GroupBy(r => (r.Layout, r.Stage)))
        {
            Row("all", group.Key.Layout, group.Key.Stage, [.. group]);
        }

        foreach (var group in all.GroupBy(r => (r.Class, r.Layout, r.Stage)).Where(g => g.Any(r => r.IsWarned)))
        {
            Row($"{group.Key.Class}", group.Key.Layout, group.Key.Stage, [.. group]);
        }

        Line($"");
        Line($"| class probability stated | times it was that class | numbers |");
        Line($"| ---: | ---: | ---: |");
        foreach (var (stated, observed, count) in Coverage.Reliability(all))
        {
            Line($"| {stated:F2} | {observed:F2} | {count} |");
        }

        return text.ToString();

        void Row(string name, string layout, FlightStage stage, List<CalibrationRecord> r)
        {
            Line($"| {name} | {layout} | {stage} | {r.Count(x => x.IsWarned)} of {r.Count} | {Share(r.Select(x => x.LaunchSquared), 0.5)} | {Share(r.Select(x => x.LaunchSquared), 0.9)} | {Number(Coverage.Median(r.Select(x => x.LaunchMeters)))} | {Share(r.Select(x => x.ImpactSquared), 0.5)} | {Share(r.Select(x => x.ImpactSquared), 0.9)} | {Number(Coverage.Median(r.Select(x => x.ImpactMeters)))} | {Number(Coverage.Median(r.Select(x => x.ImpactSigmaMeters)))} | {Coverage.Brier(r).ToString("F3", CultureInfo.InvariantCulture)} |");
        }

        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Every look in a line, for a closer one.</summary>
    public static string Csv(IEnumerable<CalibrationRecord> all)
    {
        StringBuilder text = new("class,layout,seed,stage,warned,launch_squared,launch_m,launch_sigma_m,launch_time_s,launch_time_sigma_s,impact_squared,impact_m,impact_sigma_m,impact_time_sigmas,probabilities\n");
        foreach (CalibrationRecord r in all)
        {
            string probabilities = string.Join(' ', r.Probabilities.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Class}:{p.Probability:F4}")));
            _ = text.AppendLine(
                CultureInfo.InvariantCulture,
                $"{r.Class},\"{r.Layout}\",{r.Seed},{r.Stage},{r.IsWarned},{r.LaunchSquared:G5},{r.LaunchMeters:G5},{r.LaunchSigmaMeters:G5},{r.LaunchTimeSeconds:G5},{r.LaunchTimeSigmaSeconds:G5},{r.ImpactSquared:G5},{r.ImpactMeters:G5},{r.ImpactSigmaMeters:G5},{r.ImpactTimeSigmas:G5},{probabilities}");
        }

        return text.ToString();
    }

    private static string Share(IEnumerable<double> squared, double probability)
    {
        double share = Coverage.Share(squared, probability);
        return double.IsNaN(share) ? "-" : share.ToString("P0", CultureInfo.InvariantCulture);
    }

    private static string Number(double value) => double.IsNaN(value) ? "-" : value.ToString("F0", CultureInfo.InvariantCulture);
}

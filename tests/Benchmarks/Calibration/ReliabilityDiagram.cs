using System.Globalization;
using System.Text;
using JointWatch.Warning.Calibration;

namespace JointWatch.Benchmarks.Calibration;

/// <summary>
/// A reliability diagram (A. H. Murphy and R. L. Winkler, "Reliability of subjective probability forecasts", Journal of the Royal Statistical Society C 26, 1977): across,
/// the probability stated for a region; up, the share of flights whose truth lay in it. On the diagonal both are the same. One panel for the launch, one for the impact, and one
/// for the classes: there, how often the object was of the class.
/// </summary>
internal static class ReliabilityDiagram
{
    private const double Side = 320;
    private const double Margin = 60;
    private const int Points = 19;

    /// <summary>A share of fewer than this says more of chance than of the probabilities.</summary>
    private const int FewestToShow = 30;

    private static readonly string[] Colors = ["#0072b2", "#d55e00", "#009e73", "#cc79a7"];

    public static string Of(IReadOnlyList<CalibrationRecord> records)
    {
        StringBuilder svg = new();
        double width = (3 * Side) + (4 * Margin);
        Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {Side + (2 * Margin) + 30}\" font-family=\"sans-serif\" font-size=\"12\">");
        Add($"<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
        Regions(Margin, "Launch point", r => r.LaunchSquared);
        Regions((2 * Margin) + Side, "Impact point", r => r.ImpactSquared);
        Frame((3 * Margin) + (2 * Side), "Class", "share of that class");
        foreach (var stage in records.GroupBy(r => r.Stage))
        {
            Trace((3 * Margin) + (2 * Side), stage.Key, Coverage.Reliability(stage).Where(p => p.Count >= FewestToShow).Select(p => (p.Stated, p.Observed)));
        }

        FlightStage[] stages = Enum.GetValues<FlightStage>();
        for (int i = 0; i < stages.Length; i++)
        {
            Add($"<text x=\"{Margin + (i * 150)}\" y=\"{Side + Margin + 60}\" fill=\"{Colors[i]}\">{stages[i]}</text>");
        }

        Add($"</svg>");
        return svg.ToString();

        void Regions(double left, string title, Func<CalibrationRecord, double> squared)
        {
            Frame(left, title, "share of flights within");
            Add($"<path d=\"M{left + (0.9 * Side)} {Margin + (0.05 * Side)} V{Margin + (0.15 * Side)}\" stroke=\"#444\" stroke-width=\"5\" opacity=\"0.4\"/>");
            Add($"<text x=\"{left + (Side / 2)}\" y=\"{Margin + Side + 46}\" text-anchor=\"middle\">bar: 85 to 95 % at 90 %</text>");
            foreach (var stage in records.GroupBy(r => r.Stage))
            {
                double[] distances = [.. stage.Select(squared)];
                if (distances.Any(d => !double.IsNaN(d)))
                {
                    Trace(left, stage.Key, Enumerable.Range(1, Points).Select(i => (double)i / (Points + 1)).Select(p => (p, Coverage.Share(distances, p))));
                }
            }
        }

        void Frame(double left, string title, string up)
        {
            Add($"<text x=\"{left + (Side / 2)}\" y=\"{Margin - 20}\" text-anchor=\"middle\" font-weight=\"bold\">{title}</text>");
            Add($"<rect x=\"{left}\" y=\"{Margin}\" width=\"{Side}\" height=\"{Side}\" fill=\"none\" stroke=\"black\"/>");
            Add($"<path d=\"M{left} {Margin + Side} L{left + Side} {Margin}\" stroke=\"#999\" stroke-dasharray=\"4\"/>");
            Add($"<text x=\"{left + (Side / 2)}\" y=\"{Margin + Side + 32}\" text-anchor=\"middle\">probability stated</text>");
            Add($"<text transform=\"translate({left - 30} {Margin + (Side / 2)}) rotate(-90)\" text-anchor=\"middle\">{up}</text>");
            for (int tick = 0; tick <= 100; tick += 25)
            {
                Add($"<text x=\"{left + (tick * Side / 100)}\" y=\"{Margin + Side + 15}\" text-anchor=\"middle\">{tick}</text>");
                Add($"<text x=\"{left - 5}\" y=\"{Margin + Side - (tick * Side / 100) + 4}\" text-anchor=\"end\">{tick}</text>");
            }
        }

        void Trace(double left, FlightStage stage, IEnumerable<(double Across, double Up)> points)
        {
            IEnumerable<string> line = points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{left + (p.Across * Side):F1},{Margin + Side - (p.Up * Side):F1}"));
            Add($"<polyline points=\"{string.Join(' ', line)}\" fill=\"none\" stroke=\"{Colors[(int)stage]}\" stroke-width=\"2\"/>");
        }

        void Add(FormattableString element) => svg.AppendLine(element.ToString(CultureInfo.InvariantCulture));
    }
}

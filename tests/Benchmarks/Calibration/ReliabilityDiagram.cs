using System.Globalization;
using System.Text;
using JointWatch.Warning.Calibration;

namespace JointWatch.Benchmarks.Calibration;

/// <summary>
/// A reliability diagram (A. H. Murphy and R. L. Winkler, "Reliability of subjective probability forecasts", Journal of the Royal Statistical Society C 26, 1977): across,
/// the probability stated for a region; up, the share of flights whose truth lay in it. On the diagonal both are the same. One panel for the launch, one for the impact.
/// </summary>
internal static class ReliabilityDiagram
{
    private const double Side = 320;
    private const double Margin = 60;
    private const int Points = 19;

    private static readonly string[] Colors = ["#0072b2", "#d55e00", "#009e73", "#cc79a7"];

    public static string Of(IReadOnlyList<CalibrationRecord> records)
    {
        StringBuilder svg = new();
        double width = (2 * Side) + (3 * Margin);
        Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {Side + (2 * Margin) + 30}\" font-family=\"sans-serif\" font-size=\"12\">");
        Add($"<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
        Panel(Margin, "Launch point", r => r.LaunchSquared);
        Panel((2 * Margin) + Side, "Impact point", r => r.ImpactSquared);
        FlightStage[] stages = Enum.GetValues<FlightStage>();
        for (int i = 0; i < stages.Length; i++)
        {
            Add($"<text x=\"{Margin + (i * 150)}\" y=\"{Side + Margin + 60}\" fill=\"{Colors[i]}\">{stages[i]}</text>");
        }

        Add($"</svg>");
        return svg.ToString();

        void Panel(double left, string title, Func<CalibrationRecord, double> squared)
        {
            Add($"<text x=\"{left + (Side / 2)}\" y=\"{Margin - 20}\" text-anchor=\"middle\" font-weight=\"bold\">{title}</text>");
            Add($"<rect x=\"{left}\" y=\"{Margin}\" width=\"{Side}\" height=\"{Side}\" fill=\"none\" stroke=\"black\"/>");
            Add($"<path d=\"M{left} {Margin + Side} L{left + Side} {Margin}\" stroke=\"#999\" stroke-dasharray=\"4\"/>");
            Add($"<path d=\"M{left + (0.9 * Side)} {Margin + (0.05 * Side)} V{Margin + (0.15 * Side)}\" stroke=\"#444\" stroke-width=\"5\" opacity=\"0.4\"/>");
            Add($"<text x=\"{left + (Side / 2)}\" y=\"{Margin + Side + 32}\" text-anchor=\"middle\">probability stated (bar: 85 to 95 % at 90 %)</text>");
            Add($"<text transform=\"translate({left - 30} {Margin + (Side / 2)}) rotate(-90)\" text-anchor=\"middle\">share of flights within</text>");
            for (int tick = 0; tick <= 100; tick += 25)
            {
                Add($"<text x=\"{left + (tick * Side / 100)}\" y=\"{Margin + Side + 15}\" text-anchor=\"middle\">{tick}</text>");
                Add($"<text x=\"{left - 5}\" y=\"{Margin + Side - (tick * Side / 100) + 4}\" text-anchor=\"end\">{tick}</text>");
            }

            foreach (var stage in records.GroupBy(r => r.Stage))
            {
                double[] distances = [.. stage.Select(squared)];
                IEnumerable<string> line = Enumerable.Range(1, Points).Select(i => (double)i / (Points + 1)).Select(p => string.Create(
                    CultureInfo.InvariantCulture, $"{left + (p * Side):F1},{Margin + Side - (Coverage.Share(distances, p) * Side):F1}"));
                if (distances.Any(d => !double.IsNaN(d)))
                {
                    Add($"<polyline points=\"{string.Join(' ', line)}\" fill=\"none\" stroke=\"{Colors[(int)stage.Key]}\" stroke-width=\"2\"/>");
                }
            }
        }

        void Add(FormattableString element) => svg.AppendLine(element.ToString(CultureInfo.InvariantCulture));
    }
}

using System.Globalization;
using System.Text;

namespace JointWatch.Reviews.Output;

/// <summary>A line of a plot.</summary>
/// <param name="Style">Which of the page's styles: 0 to 5.</param>
/// <param name="IsDashed">For what was stated, beside what was.</param>
internal sealed record PlotLine(string Name, int Style, bool IsDashed, IReadOnlyList<(double X, double Y)> Points);

/// <summary>Lines over time, drawn in SVG; the vertical axis may be logarithmic.</summary>
internal static class Plot
{
    private const double Width = 760;
    private const double Height = 240;
    private const double Left = 70;
    private const double Top = 12;
    private const double PlotWidth = Width - Left - 12;
    private const double PlotHeight = Height - Top - 44;

    public static string Of(string title, string unit, double untilSeconds, bool isLogarithmic, IReadOnlyList<PlotLine> lines)
    {
        double[] values = [.. lines.SelectMany(l => l.Points).Select(p => p.Y).Where(y => !isLogarithmic || y > 0)];
        if (values.Length == 0)
        {
            return $"<p class=\"none\">{Html.Text(title)}: there is nothing to draw.</p>\n";
        }

        double most = Math.Max(isLogarithmic ? Math.Pow(10, Math.Ceiling(Math.Log10(values.Max()))) : values.Max() * 1.05, 1e-9);
        double least = isLogarithmic ? Math.Pow(10, Math.Floor(Math.Log10(values.Min()))) : 0;
        var svg = new StringBuilder();
        svg.Append(Invariant($"<figure><svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{Html.Text(title)}\"><rect class=\"ground\" x=\"{Left}\" y=\"{Top}\" width=\"{PlotWidth}\" height=\"{PlotHeight}\"/>"));
        foreach (double y in isLogarithmic ? Decades(least, most) : Steps(most))
        {
            svg.Append(Invariant($"<line class=\"grid\" x1=\"{Left}\" x2=\"{Left + PlotWidth}\" y1=\"{AtY(y):F1}\" y2=\"{AtY(y):F1}\"/><text x=\"{Left - 6}\" y=\"{AtY(y) + 4:F1}\" text-anchor=\"end\">{Html.Text(Short(y))}</text>"));
        }

        foreach (double x in Steps(untilSeconds))
        {
            svg.Append(Invariant($"<text x=\"{AtX(x):F1}\" y=\"{Top + PlotHeight + 16}\" text-anchor=\"middle\">{x:F0}</text>"));
        }

        svg.Append(Invariant($"<text x=\"{Left + (PlotWidth / 2)}\" y=\"{Height - 10}\" text-anchor=\"middle\">seconds of the exercise</text><text x=\"4\" y=\"{Height - 10}\">{Html.Text(unit)}</text>"));
        foreach (PlotLine line in lines)
        {
            string path = string.Join(' ', line.Points.Where(p => !isLogarithmic || p.Y > 0).Select(p => Invariant($"{AtX(p.X):F1},{AtY(p.Y):F1}")));
            svg.Append($"<polyline class=\"line s{line.Style}{(line.IsDashed ? " dashed" : "")}\" points=\"{path}\"/>");
        }

        svg.Append("</svg><figcaption>").Append(Html.Text(title)).Append(": ");
        svg.AppendJoin(", ", lines.Select(l => $"<span class=\"key s{l.Style}{(l.IsDashed ? " dashed" : "")}\">{Html.Text(l.Name)}</span>"));
        return svg.Append("</figcaption></figure>\n").ToString();

        double AtX(double x) => Left + (PlotWidth * Math.Clamp(x / untilSeconds, 0, 1));
        double AtY(double y) => Top + (PlotHeight * (1 - (isLogarithmic ? Math.Log10(y / least) / Math.Max(1e-9, Math.Log10(most / least)) : y / most)));
    }

    private static IEnumerable<double> Decades(double least, double most)
    {
        for (double y = least; y <= most * 1.001; y *= 10)
        {
            yield return y;
        }
    }

    private static IEnumerable<double> Steps(double most)
    {
        double raw = most / 5;
        double decade = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        double step = (raw / decade) switch
        {
            < 1.5 => decade,
            < 3.5 => 2 * decade,
            < 7.5 => 5 * decade,
            _ => 10 * decade,
        };
        for (double y = 0; y <= most * 1.0001; y += step)
        {
            yield return y;
        }
    }

    private static string Short(double value) => value >= 1000 ? Invariant($"{value / 1000:G4} k") : Invariant($"{value:G4}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

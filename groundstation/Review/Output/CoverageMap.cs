using System.Globalization;
using System.Text;
using JointWatch.Reviews.Coverage;

namespace JointWatch.Reviews.Output;

/// <summary>What each party, and all together, can see at each height: maps in SVG, a table, and sentences.</summary>
internal static class CoverageMap
{
    private const double Side = 320;
    private const double Gap = 14;
    private const double Top = 22;

    /// <param name="told">What the parties have told each other of their coverage, in sentences.</param>
    public static string Of(CoverageReview coverage, IReadOnlyList<string> parties, IReadOnlyList<string> told)
    {
        var html = new StringBuilder("<section><h2>What could be seen, and what could not</h2>\n");
        html.Append("<p class=\"explain\">By geometry alone: each sensor's field of view and the horizon of a round Earth, without refraction and mountains. What is in sight may still be too small or too cold to be detected. White is what nobody sees at that height; the thick line is the border of what all see together; a cross is a place of a launch.</p>\n");
        html.Append(Maps(coverage, parties));
        html.Append(Table(coverage, parties));
        html.Append("<ul>").Append(string.Concat(coverage.Layers.Select(l => $"<li>{Html.Text(Unseen(l))}</li>")));
        html.Append(string.Concat(coverage.Sites.Select(s => $"<li>{Html.Text(Seen(s))}</li>"))).Append("</ul>\n");
        html.Append("<h3>Each sensor</h3><ul>").Append(string.Concat(coverage.Sensors.Select(s => $"<li>{Html.Text(s.Sentence)}</li>"))).Append("</ul>\n");
        html.Append(told.Count == 0 ? "<p>The parties have told each other nothing of what they can see.</p>\n"
            : "<h3>What they told each other of it</h3><ul>" + string.Concat(told.Select(t => $"<li>{Html.Text(t)}</li>")) + "</ul>\n");
        return html.Append("</section>\n").ToString();
    }

    private static string Maps(CoverageReview coverage, IReadOnlyList<string> parties)
    {
        double width = (coverage.Layers.Count * (Side + Gap)) - Gap;
        var svg = new StringBuilder(Invariant($"<figure><svg viewBox=\"0 0 {width} {Top + Side}\" role=\"img\" aria-label=\"Coverage at {coverage.Layers.Count} heights\"><defs>"));
        for (int i = 0; i < coverage.Layers.Count; i++)
        {
            svg.Append(Invariant($"<clipPath id=\"map{i}\"><rect x=\"{X(i)}\" y=\"{Top}\" width=\"{Side}\" height=\"{Side}\"/></clipPath>"));
        }

        svg.Append("</defs>");
        for (int i = 0; i < coverage.Layers.Count; i++)
        {
            Map(svg, coverage, coverage.Layers[i], parties, i);
        }

        svg.Append(Invariant($"</svg><figcaption>Coverage about {coverage.LatitudeDegrees:F2}°, {coverage.LongitudeDegrees:F2}°, north up, each map {2 * coverage.HalfWidthMeters / 1000:F0} km across: "));
        svg.AppendJoin(", ", parties.Select((p, i) => $"<span class=\"key s{i % 6}\">{Html.Text(p)}</span>"));
        return svg.Append("</figcaption></figure>\n").ToString();
    }

    private static void Map(StringBuilder svg, CoverageReview coverage, LayerFact layer, IReadOnlyList<string> parties, int index)
    {
        string[] paths = [.. layer.Footprints.Select(f => Path(coverage, f, index))];
        svg.Append(Invariant($"<text x=\"{X(index)}\" y=\"14\">{layer.HeightMeters / 1000:F0} km up</text><g clip-path=\"url(#map{index})\"><rect class=\"unseen\" x=\"{X(index)}\" y=\"{Top}\" width=\"{Side}\" height=\"{Side}\"/>"));

        // First all borders, thick; then the ground over what lies inside of any: what is left is the border of all together.
        svg.Append("<g class=\"union\">").Append(string.Concat(paths.Select(p => $"<path d=\"{p}\"/>"))).Append("</g><g class=\"unseen\">").Append(string.Concat(paths.Select(p => $"<path d=\"{p}\"/>"))).Append("</g>");
        for (int i = 0; i < paths.Length; i++)
        {
            FootprintFact f = layer.Footprints[i];
            int style = Math.Max(0, parties.Index().FirstOrDefault(p => p.Item == f.Party).Index) % 6;
            svg.Append($"<path class=\"seen s{style}\" d=\"{paths[i]}\"><title>{Html.Text(f.Party)}/{Html.Text(f.Sensor)}</title></path>");
        }

        foreach (SiteFact site in coverage.Sites)
        {
            (double x, double y) = At(coverage, new MapPoint(site.EastMeters, site.NorthMeters), index);
            svg.Append(Invariant($"<path class=\"site\" d=\"M{x - 4:F1} {y - 4:F1}l8 8m0 -8l-8 8\"><title>{Html.Text(site.Name)}</title></path>"));
        }

        svg.Append(Invariant($"</g><rect class=\"ground\" x=\"{X(index)}\" y=\"{Top}\" width=\"{Side}\" height=\"{Side}\"/>"));
    }

    private static string Path(CoverageReview coverage, FootprintFact footprint, int index)
    {
        return Ring(footprint.Outer) + Ring(footprint.Inner);

        string Ring(IReadOnlyList<MapPoint> points) => points.Count == 0
            ? ""
            : "M" + string.Join('L', points.Select(p => At(coverage, p, index)).Select(p => Invariant($"{p.X:F1} {p.Y:F1}"))) + "Z";
    }

    private static (double X, double Y) At(CoverageReview coverage, MapPoint point, int index)
    {
        double scale = Side / (2 * coverage.HalfWidthMeters);
        return (X(index) + (Side / 2) + (point.EastMeters * scale), Top + (Side / 2) - (point.NorthMeters * scale));
    }

    private static string Table(CoverageReview coverage, IReadOnlyList<string> parties) => Html.Table(
        "Seen on these maps, in square kilometres; in brackets what no other party sees",
        ["height", .. parties, "two or more", "joint", "nobody sees"],
        coverage.Layers.Select(l => (IReadOnlyList<string>)
        [
            Html.Number(l.HeightMeters / 1000, "km", 0),
            .. parties.Select(p => l.Parties.FirstOrDefault(a => a.Party == p) is { } area ? $"{Html.Number(area.SquareKilometers, "", 0)} ({Html.Number(area.AloneSquareKilometers, "", 0)})" : "–"),
            Html.Number(l.SharedSquareKilometers, "", 0),
            Html.Number(l.JointSquareKilometers, "", 0),
            Html.Number(100 * l.UnseenShare, "%", 0),
        ]));

    private static string Unseen(LayerFact layer) => Invariant(
        $"At {layer.HeightMeters / 1000:F0} km up nobody sees {100 * layer.UnseenShare:F0} % of the map; {string.Join(", ", layer.Parties.Select(p => Invariant($"without {p.Party} it would be {100 * (layer.UnseenShare + ((1 - layer.UnseenShare) * p.AloneSquareKilometers / Math.Max(1e-9, layer.JointSquareKilometers))):F0} %")))}.");

    private static string Seen(SiteFact site) => site.SeenFromMeters is { } height
        ? Invariant($"{site.Name}: straight above its launch place somebody sees what is {height / 1000:F0} km up, or lower.")
        : $"{site.Name}: straight above its launch place nobody sees anything at any of these heights.";

    private static double X(int index) => index * (Side + Gap);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

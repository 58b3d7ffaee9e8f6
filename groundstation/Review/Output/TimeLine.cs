using System.Globalization;
using System.Text;
using JointWatch.Reviews.Numbers;

namespace JointWatch.Reviews.Output;

/// <summary>What happened when, in lanes: the truth, each party, the director; drawn in SVG.</summary>
internal static class TimeLine
{
    private const double Width = 1000;
    private const double Left = 150;
    private const double LaneHeight = 26;

    public static string Of(ReviewReport report)
    {
        ObjectFact[] launched = [.. report.Objects.Where(o => o.IsLaunched)];
        int lanes = launched.Length * (1 + report.Parties.Count) + 1;
        double height = (lanes * LaneHeight) + 40;
        var svg = new StringBuilder(Invariant($"<figure><svg viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-label=\"Time line\">"));
        int lane = 0;
        foreach (ObjectFact o in launched)
        {
            Lane(svg, lane, o.Name, "truth");
            svg.Append(Invariant($"<rect class=\"flight\" x=\"{X(o.LaunchedAtSeconds ?? 0):F1}\" y=\"{Y(lane) - 8}\" width=\"{Math.Max(2, X(o.ImpactAtSeconds ?? report.DurationSeconds) - X(o.LaunchedAtSeconds ?? 0)):F1}\" height=\"12\"/>"));
            lane++;
            foreach (PartyReview party in report.Parties)
            {
                ObjectReview seen = party.Objects.Single(r => r.Name == o.Name);
                Lane(svg, lane, "", party.Party);
                foreach ((double? at, string mark) in new[] { (seen.FirstTrackAtSeconds, "track"), (seen.SuspectedAtSeconds, "suspected"), (seen.ProbableAtSeconds, "probable"), (seen.ConfirmedAtSeconds, "confirmed") })
                {
                    if (at is { } x)
                    {
                        svg.Append(Invariant($"<circle class=\"{mark}\" cx=\"{X(x):F1}\" cy=\"{Y(lane) - 2}\" r=\"5\"><title>{mark} at {x:F0} s</title></circle>"));
                    }
                }

                lane++;
            }
        }

        Lane(svg, lane, "director", "");
        foreach (DirectorAct act in report.Direction)
        {
            svg.Append(Invariant($"<line class=\"act\" x1=\"{X(act.AtSeconds):F1}\" x2=\"{X(act.AtSeconds):F1}\" y1=\"8\" y2=\"{Y(lane) + 4}\"><title>{Html.Text(act.Act)}: {Html.Text(act.Detail)}</title></line><text x=\"{X(act.AtSeconds) + 3:F1}\" y=\"{Y(lane) + 2}\">{Html.Text(act.Act)}</text>"));
        }

        return svg.Append("</svg><figcaption>When what was seen: the bars are the flights; <span class=\"key track\">first track</span>, <span class=\"key suspected\">suspected</span>, <span class=\"key probable\">probable</span>, <span class=\"key confirmed\">confirmed</span>; upright lines are the director's acts.</figcaption></figure>\n").ToString();

        double X(double seconds) => Left + ((Width - Left - 20) * Math.Clamp(seconds / report.DurationSeconds, 0, 1));
    }

    private static double Y(int lane) => 24 + (lane * LaneHeight);

    private static void Lane(StringBuilder svg, int lane, string name, string who) =>
        svg.Append(Invariant($"<text x=\"4\" y=\"{Y(lane) + 2}\">{Html.Text(name.Length > 17 ? name[..16] + "…" : name)}</text><text x=\"{Left - 8}\" y=\"{Y(lane) + 2}\" text-anchor=\"end\">{Html.Text(who)}</text><line class=\"grid\" x1=\"{Left}\" x2=\"{Width - 20}\" y1=\"{Y(lane) - 2}\" y2=\"{Y(lane) - 2}\"/>"));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using System.Text;
using JointWatch.Reviews.Numbers;
using static JointWatch.Reviews.Output.Html;

namespace JointWatch.Reviews.Output;

/// <summary>A report as one page: nothing in it comes from elsewhere, and it prints on A4. It is well-formed XML too.</summary>
public static class ReviewPage
{
    private const string Style = """
        :root{--text:#1b2733;--muted:#55677a;--ground:#fff;--panel:#f4f7fa;--line:#c9d4df;--s0:#0066b3;--s1:#c2410c;--s2:#15803d;--s3:#7e22ce;--s4:#b91c1c;--s5:#0f766e}
        @media (prefers-color-scheme:dark){:root{--text:#e6edf4;--muted:#a5b6c6;--ground:#0b131b;--panel:#131f2a;--line:#2c4055;--s0:#7fd0ff;--s1:#ffb37a;--s2:#6ee7a0;--s3:#d8b4fe;--s4:#ff8a80;--s5:#5eead4}}
        @media print{:root{--text:#000;--muted:#333;--ground:#fff;--panel:#fff;--line:#999;--s0:#0066b3;--s1:#c2410c;--s2:#15803d;--s3:#7e22ce;--s4:#b91c1c;--s5:#0f766e}section{break-before:page}figure,tr{break-inside:avoid}body{max-width:none}}
        @page{size:A4;margin:16mm}
        body{margin:0 auto;padding:0 18px 60px;max-width:1040px;background:var(--ground);color:var(--text);font:15px/1.5 system-ui,'Segoe UI',Roboto,'Liberation Sans',sans-serif}
        .mark{position:sticky;top:0;padding:6px;background:#ffd21f;color:#10161c;font-weight:700;letter-spacing:.2em;text-align:center;text-transform:uppercase}
        h1{margin-bottom:0}.sub,.none,figcaption,caption,.explain{color:var(--muted)}
        table{border-collapse:collapse;width:100%;margin:10px 0 22px;font-variant-numeric:tabular-nums}caption{text-align:left;padding:4px 0}
        th,td{border-bottom:1px solid var(--line);padding:4px 8px;text-align:right;vertical-align:top}th[scope=row],th:first-child,.words td,.words th{text-align:left}th[scope=row]{font-weight:600}
        figure{margin:14px 0;padding:8px;background:var(--panel);border:1px solid var(--line)}svg{display:block;width:100%;height:auto}svg text{fill:var(--text);font-size:11px}
        .ground{fill:none;stroke:var(--line)}.grid{stroke:var(--line);stroke-width:.6}.line{fill:none;stroke-width:1.8}.dashed{stroke-dasharray:5 4}
        .line.s0{stroke:var(--s0)}.line.s1{stroke:var(--s1)}.line.s2{stroke:var(--s2)}.line.s3{stroke:var(--s3)}.line.s4{stroke:var(--s4)}.line.s5{stroke:var(--s5)}
        .key{font-weight:600}.key.s0{color:var(--s0)}.key.s1{color:var(--s1)}.key.s2{color:var(--s2)}.key.s3{color:var(--s3)}.key.s4{color:var(--s4)}.key.s5{color:var(--s5)}.key.dashed::after{content:" (dashed)"}
        .flight{fill:var(--line)}.act{stroke:var(--s3);stroke-dasharray:2 3}.track{fill:var(--s0);color:var(--s0)}.suspected{fill:#b58900;color:#b58900}.probable{fill:var(--s1);color:var(--s1)}.confirmed{fill:var(--s4);color:var(--s4)}
        .seen{fill-opacity:.28;fill-rule:evenodd;stroke-width:1}.seen.s0{fill:var(--s0);stroke:var(--s0)}.seen.s1{fill:var(--s1);stroke:var(--s1)}.seen.s2{fill:var(--s2);stroke:var(--s2)}.seen.s3{fill:var(--s3);stroke:var(--s3)}.seen.s4{fill:var(--s4);stroke:var(--s4)}.seen.s5{fill:var(--s5);stroke:var(--s5)}
        .union{fill:none;stroke:var(--text);stroke-width:5}.unseen{fill:var(--ground);fill-rule:evenodd}.site{fill:none;stroke:var(--text);stroke-width:1.6}
        .kept,.good{color:var(--s2);font-weight:700}.broken,.bad{color:var(--s4);font-weight:700}
        """;

    /// <summary>The page of one run.</summary>
    public static string Write(ReviewReport report)
    {
        var page = new StringBuilder(Head(report));
        Story(page, report);
        page.Append("<section><h2>Time line</h2>\n").Append(TimeLine.Of(report)).Append(Acts(report)).Append("</section>\n");
        Objects(page, report);
        foreach (PartyReview party in report.Parties)
        {
            Party(page, party);
        }

        Pictures(page, report);
        if (report.Coverage is { } coverage)
        {
            page.Append(CoverageMap.Of(coverage, [.. report.Parties.Select(p => p.Party)], report.Exchange?.Coverage ?? []));
        }

        Exchange(page, report.Exchange);
        return page.Append("</body></html>\n").ToString();
    }

    /// <summary>The page that holds two runs beside each other.</summary>
    public static string Write(ReviewReport first, ReviewReport second)
    {
        var page = new StringBuilder(Head(first));
        page.Append($"<section><h2>Two runs</h2><p>The first began at {Text(first.StartUtc)}, the second at {Text(second.StartUtc)}.</p>\n");
        page.Append(Table("Each figure, and which run is better", ["figure", "first", "second", "better"], ReviewComparison.Of(first, second).Select(f => new[]
        {
            Text(f.What), Number(f.First, f.Unit, 2), Number(f.Second, f.Unit, 2), f.Better switch { 1 => "first", 2 => "second", _ => "–" },
        })));
        foreach (PartyReview one in first.Parties.Where(p => second.Parties.Any(q => q.Party == p.Party)))
        {
            page.Append(Plot.Of($"GOSPA of {one.Party}", "m", Math.Max(first.DurationSeconds, second.DurationSeconds), false,
            [
                new PlotLine("first", 0, false, [.. one.Gospa.Select(g => (g.AtSeconds, g.Value))]),
                new PlotLine("second", 1, true, [.. second.Parties.Single(p => p.Party == one.Party).Gospa.Select(g => (g.AtSeconds, g.Value))]),
            ]));
        }

        return page.Append("</section></body></html>\n").ToString();
    }

    private static string Head(ReviewReport report) =>
        "<!DOCTYPE html>\n<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\"><head><meta charset=\"utf-8\"/><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>"
        + $"<title>{Text(report.Scenario)}: after-action report</title><style>{Style.Replace("<", "", StringComparison.Ordinal)}</style></head><body>\n"
        + $"<p class=\"mark\">Exercise {Text(report.Exercise)} – nothing of this happened</p>\n<h1>{Text(report.Scenario)}</h1><p class=\"sub\">{Text(report.Description)}. Began {Text(report.StartUtc)}, {Number(report.DurationSeconds, "s", 0)} by the exercise's clock.</p>\n";

    /// <summary>What a teacher reads aloud.</summary>
    private static void Story(StringBuilder page, ReviewReport report)
    {
        page.Append("<h2>In short</h2>\n<ul>\n");
        foreach (ObjectFact o in report.Objects.Where(o => o.IsLaunched))
        {
            ObjectReview joint = report.Joint.Single(j => j.Name == o.Name);
            page.Append($"<li><strong>{Text(o.Name)}</strong> was launched at {Number(o.LaunchedAtSeconds, "s", 0)}. ");
            page.Append(joint.ConfirmedAtSeconds is null
                ? "<span class=\"bad\">Nobody confirmed it.</span>"
                : $"{Text(joint.By)} confirmed it first, {Number(joint.ConfirmedAfterLaunchSeconds, "s", 0)} after the launch");
            foreach (PartyReview party in report.Parties)
            {
                ObjectReview seen = party.Objects.Single(r => r.Name == o.Name);
                page.Append(seen.ConfirmedAtSeconds is null ? $"; <span class=\"bad\">{Text(party.Party)} never did</span>" : seen.Announced is null or "unannounced" ? "" : $"; {Text(party.Party)} knew that it was {Text(seen.Announced)}");
            }

            page.Append(joint.ImpactErrorMeters is null ? "." : $". The best last prediction of the impact was off by {Length(joint.ImpactErrorMeters)}.").Append("</li>\n");
        }

        foreach (PartyReview party in report.Parties)
        {
            page.Append($"<li>{Text(party.Party)}: {(party.FalseAlarms.Count == 0 ? "<span class=\"good\">no false alarm</span>" : $"<span class=\"bad\">{party.FalseAlarms.Count} false alarms</span>")}, {(party.Missed.Count == 0 ? "<span class=\"good\">nothing missed</span>" : $"<span class=\"bad\">missed {Text(string.Join(", ", party.Missed))}</span>")}.</li>\n");
        }

        if (report.Exchange is { } exchange)
        {
            page.Append($"<li>The parties told each other {exchange.Releases.Count} things in {exchange.Entries} entries of their log, with {(exchange.Faults.Count == 0 ? "<span class=\"good\">no fault</span>" : $"<span class=\"bad\">{exchange.Faults.Count} faults</span>")}.</li>\n");
        }

        page.Append("</ul>\n");
    }

    private static string Acts(ReviewReport report) => report.Direction.Count == 0
        ? "<p class=\"none\">The director did nothing that is on record.</p>\n"
        : "<div class=\"words\">" + Table("The director's acts", ["at", "act", "detail"], report.Direction.Select(a => new[] { Number(a.AtSeconds, "s", 0), Text(a.Act), Text(a.Detail) })) + "</div>\n";

    private static void Objects(StringBuilder page, ReviewReport report)
    {
        page.Append("<section><h2>Each launch</h2>\n<p class=\"explain\">First seen: the first detection of the first track that followed it. Errors are those of the last estimate while it flew: distance on the ground to where it really was launched and came down. A warning's 90 % radius is the larger half axis of its ellipse: the error should lie below it nine times in ten.</p>\n");
        foreach (ObjectFact o in report.Objects.Where(o => o.IsLaunched))
        {
            page.Append($"<h3>{Text(o.Name)}</h3>\n");
            page.Append(Table(
                "By party, and joint: of each thing the first of any",
                ["", "first seen", "first track", "suspected", "probable", "confirmed", "after launch", "announced", "launch off by", "launch time off by", "impact off by", "impact time off by"],
                [.. report.Parties.Select(p => Row(p.Party, p.Objects.Single(r => r.Name == o.Name))), Row("joint", report.Joint.Single(r => r.Name == o.Name))]));
            page.Append(Plot.Of($"Error of the predicted impact of {o.Name}", "m", report.DurationSeconds, true,
            [
                .. report.Parties.Select((p, i) => (Party: p, Index: i, Review: p.Objects.Single(r => r.Name == o.Name))).SelectMany(p => new[]
                {
                    new PlotLine(p.Party.Party, p.Index % 6, false, [.. p.Review.ImpactErrors.Select(e => (e.AtSeconds, e.ErrorMeters))]),
                    new PlotLine($"{p.Party.Party}'s 90 % radius", p.Index % 6, true, [.. p.Review.ImpactErrors.Select(e => (e.AtSeconds, e.StatedMeters))]),
                }),
            ]));
        }

        page.Append("</section>\n");
    }

    private static string[] Row(string who, ObjectReview r) =>
    [
        Text(who), Number(r.FirstDetectionAtSeconds, "s"), Number(r.FirstTrackAtSeconds, "s"), Number(r.SuspectedAtSeconds, "s"), Number(r.ProbableAtSeconds, "s"), Number(r.ConfirmedAtSeconds, "s"),
        Number(r.ConfirmedAfterLaunchSeconds, "s"), Text(r.Announced ?? "–"), Length(r.LaunchErrorMeters), Number(r.LaunchTimeErrorSeconds, "s"), Length(r.ImpactErrorMeters), Number(r.ImpactTimeErrorSeconds, "s"),
    ];

    private static void Party(StringBuilder page, PartyReview party)
    {
        page.Append($"<section><h2>{Text(party.Party)}</h2>\n");
        page.Append(party.FalseAlarms.Count == 0 ? "<p>No false alarm.</p>\n" : "<h3>False alarms</h3><ul>" + string.Concat(party.FalseAlarms.Select(f => $"<li>{Text(f)}</li>")) + "</ul>\n");
        page.Append(party.Missed.Count == 0 ? "<p>Nothing that was launched was missed.</p>\n" : $"<p class=\"bad\">Missed: {Text(string.Join(", ", party.Missed))}.</p>\n");
        page.Append(Table("Reports on their way: from the scan until the station had them, by the wall's clock", ["board", "reports", "half within", "90 % within", "99 % within", "longest"], party.Delays.Select(d => new[]
        {
            Text(d.Board), Number(d.Reports, "", 0), Number(1000 * d.P50Seconds, "ms", 0), Number(1000 * d.P90Seconds, "ms", 0), Number(1000 * d.P99Seconds, "ms", 0), Number(1000 * d.LongestSeconds, "ms", 0),
        })));
        page.Append(party.Refusals.Count == 0 ? "<p>No message was refused.</p>\n" : Table("Refused messages, by what was wrong", ["field", "messages"], party.Refusals.Select(r => new[] { Text(r.Key), Number(r.Value, "", 0) })));
        page.Append("</section>\n");
    }

    private static void Pictures(StringBuilder page, ReviewReport report)
    {
        page.Append($"<section><h2>How good the pictures were</h2>\n<p class=\"explain\">GOSPA (Rahmathullah, García-Fernández and Svensson 2017; alpha 2, order 2, cut-off {Length(ReviewMaker.GospaCutOffMeters)}): how far confirmed tracks are from what is there, with a price on what is missed and on what is false; less is better. SIAP (Votruba and others 2001): completeness is the share of objects that have a track, ambiguity the tracks of each such object (best 1), spuriousness the share of tracks without an object. Both take what is on the ground or below a radar's horizon for missed too.</p>\n");
        List<(string Who, PictureReview Picture)> pictures = [.. report.Parties.Select(p => (p.Party, new PictureReview(p.Gospa, p.MeanGospaMeters, p.Siap)))];
        if (report.JointPicture is { } together)
        {
            pictures.Add(("fused", together));
            page.Append("<p class=\"explain\">Fused: what both would have had, had each shown the other its own tracks as they are. Tracks of one object are found as the centre finds them among releases, and fused by covariance intersection, which holds however their errors are correlated. No station had this picture; releases are coarser and later.</p>\n");
            page.Append($"<p>{Worth(report, together)}</p>\n");
        }

        page.Append(Plot.Of("GOSPA", "m", report.DurationSeconds, false, [.. pictures.Select((p, i) => new PlotLine(p.Who, i % 6, i == report.Parties.Count, [.. p.Picture.Gospa.Select(g => (g.AtSeconds, g.Value))]))]));
        page.Append(Table("Over the whole run", ["", "mean GOSPA", "completeness", "ambiguity", "spuriousness", "place off by", "velocity off by", "longest track"], pictures.Select(p => new[]
        {
            Text(p.Who), Length(p.Picture.MeanGospaMeters), Number(p.Picture.Siap.Completeness, "", 3), Number(p.Picture.Siap.Ambiguity, "", 3), Number(p.Picture.Siap.Spuriousness, "", 3),
            Length(p.Picture.Siap.PositionMeters), Number(p.Picture.Siap.VelocityMetersPerSecond, "m/s"), Number(p.Picture.Siap.LongestSegment, "", 3),
        })));
        page.Append("</section>\n");
    }

    /// <summary>What sharing would have been worth, in a sentence: held against the better of the parties, for that one has least to gain.</summary>
    private static string Worth(ReviewReport report, PictureReview together)
    {
        PartyReview? best = report.Parties.Where(p => p.MeanGospaMeters is not null).MinBy(p => p.MeanGospaMeters);
        if (best is not { MeanGospaMeters: { } alone } || together.MeanGospaMeters is not { } both)
        {
            return "Nothing was seen, so there was nothing to share.";
        }

        string words = both < alone
            ? $"Together they would have had a mean GOSPA of {Length(both)}; the better of them alone, {Text(best.Party)}, had {Length(alone)}: {Number(100 * (alone - both) / alone, "%", 0)} less."
            : $"Together they would have had a mean GOSPA of {Length(both)}, and {Text(best.Party)} alone had {Length(alone)}: the other's tracks would have added nothing to it.";
        return words + $" Objects held: {string.Join(", ", report.Parties.Select(p => $"{Text(p.Party)} {Number(100 * p.Siap.Completeness, "%", 0)}"))}, fused {Number(100 * together.Siap.Completeness, "%", 0)} of the time.";
    }

    private static void Exchange(StringBuilder page, ExchangeReview? exchange)
    {
        if (exchange is null)
        {
            return;
        }

        page.Append("<section><h2>What they told each other</h2>\n");
        page.Append("<div class=\"words\">").Append(Table("Promises, checked over the log", ["party", "name", "promise", "verdict"], exchange.Promises.Select(p => new[] { Text(p.Party), Text(p.Name), Text(p.Promise), $"<span class=\"{(p.Verdict == "kept" ? "kept" : p.Verdict == "broken" ? "broken" : "")}\">{Text(p.Verdict)}</span>" }))).Append("</div>\n");
        page.Append(exchange.Conversation.Count == 0 ? "<p>Nobody said anything by hand.</p>\n" : "<h3>Said by hand</h3><ul>" + string.Concat(exchange.Conversation.Select(c => $"<li>{Text(c)}</li>")) + "</ul>\n");
        page.Append(Table("Releases", ["at", "by", "to", "thing", "revision", "after its confirmation"], exchange.Releases.Select(r => new[] { Number(r.AtSeconds, "s", 0), Text(r.By), Text(r.To), Text(r.Reference), Number(r.Revision, "", 0), Number(r.AfterConfirmationSeconds, "s") })));
        page.Append(exchange.Faults.Count == 0 ? "" : "<h3>Faults in the log</h3><ul>" + string.Concat(exchange.Faults.Select(f => $"<li class=\"bad\">{Text(f)}</li>")) + "</ul>\n");
        page.Append("</section>\n");
    }
}

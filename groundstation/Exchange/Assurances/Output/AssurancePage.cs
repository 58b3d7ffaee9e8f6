using System.Globalization;
using System.Net;
using System.Text;

namespace JointWatch.Exchange.Assurances.Output;

/// <summary>A report as one HTML page that needs nothing beside it: no script, no font, no picture from elsewhere.</summary>
public static class AssurancePage
{
    private const string Style = """
        :root{color-scheme:light dark;--ink:#1b1f24;--paper:#fff;--soft:#5b6570;--line:#d4d9df;--kept:#176b3a;--broken:#b3261e;--open:#7a5200}
        @media(prefers-color-scheme:dark){:root{--ink:#e6e9ed;--paper:#14181d;--soft:#a0abb7;--line:#343c46;--kept:#6ccf95;--broken:#ff8a80;--open:#f0bd5a}}
        body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:60rem;margin:2rem auto;padding:0 1rem}
        h1{font-size:1.5rem}h2{font-size:1.15rem;margin:0}section{border-top:1px solid var(--line);padding:1rem 0}
        p{margin:.3rem 0}.soft,details{color:var(--soft)}.verdict{font-weight:700}.kept{color:var(--kept)}.broken{color:var(--broken)}.open{color:var(--open)}
        table{border-collapse:collapse;width:100%;margin:.5rem 0}th,td{text-align:left;vertical-align:top;border-bottom:1px solid var(--line);padding:.35rem .6rem .35rem 0}
        th{font-weight:600}code{font-size:.85em;overflow-wrap:anywhere}td.v{white-space:nowrap}
        @media print{body{margin:0;max-width:none}details>*{display:block}}
        """;

    /// <summary>The page, UTF-8.</summary>
    public static string Write(AssuranceReport report)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n");
        page.Append(CultureInfo.InvariantCulture, $"<title>Assurances of {Safe(report.Party.Name)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<main>\n");
        page.Append(CultureInfo.InvariantCulture, $"<h1>Assurances of {Safe(report.Party.Name)}</h1>\n<p class=\"soft\">{Safe(AssuranceText.Heading(report))}</p>\n");
        foreach (AssuranceResult result in report.Results)
        {
            AppendResult(page, report, result);
        }

        foreach (RefusedStatement refused in report.Refused)
        {
            page.Append(CultureInfo.InvariantCulture, $"<section>\n<h2>The statement in entry {refused.Entry.Index} is refused</h2>\n<p>{Safe(refused.Reason)}</p>\n</section>\n");
        }

        if (report.Faults.Count > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"<section>\n<h2>Faults</h2>\n<ul>\n{string.Concat(report.Faults.Select(f => $"<li>{Safe(f)}</li>\n"))}</ul>\n</section>\n");
        }

        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void AppendResult(StringBuilder page, AssuranceReport report, AssuranceResult result)
    {
        page.Append(CultureInfo.InvariantCulture, $"<section>\n<h2><span class=\"verdict {Mark(result.Verdict)}\">{Safe(Upper(AssuranceText.Of(result.Verdict)))}</span>: {Safe(result.Stated.Assurance.Name)}</h2>\n");
        page.Append(CultureInfo.InvariantCulture, $"<p>{Safe(AssuranceText.Sentence(report, result))}</p>\n<p>{Safe(AssuranceText.Counts(result))}</p>\n");
        if (result.Cases.Count > 0)
        {
            page.Append("<table>\n<thead><tr><th scope=\"col\">Verdict</th><th scope=\"col\">What happened</th><th scope=\"col\">Entries</th></tr></thead>\n<tbody>\n");
            foreach (AssuranceCase one in result.Cases.OrderByDescending(c => c.Verdict))
            {
                string entries = string.Join("<br>", one.Entries.Select(e => $"{e.Index}, {Safe(e.Time.ToString())}, {Safe(e.What)}<br><code>{e.Hash}</code>"));
                page.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"v {Mark(one.Verdict)}\">{AssuranceText.Of(one.Verdict)}</td><td>{Safe(one.Words)}</td><td>{entries}</td></tr>\n");
            }

            page.Append("</tbody>\n</table>\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"<p class=\"soft\"><b>What counts:</b> {Safe(result.Stated.Assurance.Evidence)}</p>\n<p class=\"soft\"><b>What the log cannot show:</b> {Safe(result.Stated.Assurance.Limit)}</p>\n</section>\n");
    }

    private static string Mark(Verdict? verdict) => verdict switch
    {
        Verdict.Kept => "kept",
        Verdict.Broken => "broken",
        Verdict.CannotBeTold => "open",
        _ => "soft",
    };

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}

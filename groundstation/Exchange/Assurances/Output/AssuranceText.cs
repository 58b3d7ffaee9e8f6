using System.Globalization;
using System.Text;

namespace JointWatch.Exchange.Assurances.Output;

/// <summary>A report for people, as text.</summary>
public static class AssuranceText
{
    /// <summary>The most cases of one verdict that are listed; JSON and the page list all.</summary>
    private const int MostListed = 20;

    /// <summary>What a verdict is called.</summary>
    public static string Of(Verdict? verdict) => verdict switch
    {
        Verdict.Kept => "kept",
        Verdict.Broken => "broken",
        Verdict.CannotBeTold => "cannot be told",
        _ => "not due yet",
    };

    /// <summary>The whole report, in lines.</summary>
    public static string Write(AssuranceReport report)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Heading(report)}\n");
        foreach (AssuranceResult result in report.Results)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{Of(result.Verdict).ToUpperInvariant()}: {result.Stated.Assurance.Name}\n  {Sentence(report, result)}\n  {Counts(result)}\n");
            foreach (Verdict verdict in (Verdict[])[Verdict.Broken, Verdict.CannotBeTold])
            {
                AppendCases(text, result, verdict);
            }

            text.Append(CultureInfo.InvariantCulture, $"  Limits: {result.Stated.Assurance.Limit}\n");
        }

        foreach (RefusedStatement refused in report.Refused)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nREFUSED: the statement in entry {refused.Entry.Index}\n  {refused.Reason}\n");
        }

        foreach (string fault in report.Faults)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nFAULT: {fault}\n");
        }

        return text.ToString();
    }

    /// <summary>Whose assurances, over what.</summary>
    internal static string Heading(AssuranceReport report) =>
        $"Assurances of {report.Party}, {(report.Exercise is null ? "meant in earnest" : $"in exercise '{report.Exercise}'")}, over {report.Entries} entries"
        + (report.Until is { } until ? $" until {until}" : "") + (report.Results.Count == 0 ? ": none is stated." : ".");

    /// <summary>What was promised, and when.</summary>
    internal static string Sentence(AssuranceReport report, AssuranceResult result) =>
        $"{report.Party} {result.Stated.Assurance.Promise}. Stated in entry {result.Stated.By.Index} at {result.Stated.By.Time}"
        + (result.Stated.ReplacedBy is { } next ? $", until entry {next.Index} at {next.Time}." : ".");

    /// <summary>How many cases of each verdict.</summary>
    internal static string Counts(AssuranceResult result) =>
        result.Cases.Count == 0
            ? "Nothing in the log is what it speaks of."
            : string.Join(", ", new Verdict?[] { Verdict.Kept, Verdict.Broken, Verdict.CannotBeTold, null }
                .Where(v => result.Count(v) > 0).Select(v => string.Create(CultureInfo.InvariantCulture, $"{result.Count(v)} {Of(v)}"))) + ".";

    /// <summary>Entries in one line.</summary>
    internal static string Evidence(AssuranceCase one) =>
        string.Join("; ", one.Entries.Select(e => $"entry {e.Index}, {e.Time}, {e.What}, {e.Hash.ToShortString()}"));

    private static void AppendCases(StringBuilder text, AssuranceResult result, Verdict verdict)
    {
        AssuranceCase[] cases = [.. result.Cases.Where(c => c.Verdict == verdict)];
        foreach (AssuranceCase one in cases.Take(MostListed))
        {
            text.Append(CultureInfo.InvariantCulture, $"  - {Of(verdict)}: {one.Words}\n");
            if (one.Entries.Count > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"      {Evidence(one)}\n");
            }
        }

        if (cases.Length > MostListed)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - and {cases.Length - MostListed} more that are {Of(verdict)}\n");
        }
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using JointWatch.Exchange.Book;
using JointWatch.Exchange.Records;

namespace JointWatch.Exchange.Assurances.Output;

/// <summary>A report for programs.</summary>
public static class AssuranceJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One object, indented, with a newline at its end.</summary>
    public static string Write(AssuranceReport report) => JsonSerializer.Serialize(
        new
        {
            Party = report.Party.Name,
            report.Exercise,
            report.Entries,
            Until = report.Until?.ToString(),
            Verdict = report.Verdict is { } verdict ? AssuranceText.Of(verdict) : null,
            Assurances = report.Results.Select(r => new
            {
                r.Stated.Assurance.Name,
                r.Stated.Assurance.Form,
                r.Stated.Assurance.Promise,
                r.Stated.Assurance.Evidence,
                r.Stated.Assurance.Limit,
                StatedBy = Entry(r.Stated.By),
                ReplacedBy = r.Stated.ReplacedBy is { } next ? Entry(next) : null,
                Verdict = AssuranceText.Of(r.Verdict),
                Cases = r.Cases.Select(c => new { Verdict = AssuranceText.Of(c.Verdict), c.Words, Entries = c.Entries.Select(Entry) }),
            }),
            Refused = report.Refused.Select(r => new { Entry = Entry(r.Entry), r.Reason }),
            report.Faults,
        },
        Options) + "\n";

    private static object Entry<T>(Said<T> said)
        where T : RecordBody => Entry(EvidenceEntry.Of(said));

    private static object Entry(EvidenceEntry entry) =>
        new { entry.Index, Time = entry.Time.ToString(), TimeUs = entry.Time.Value, Hash = entry.Hash.ToString(), entry.What };
}

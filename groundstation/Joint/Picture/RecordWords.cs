using System.Globalization;
using JointWatch.Exchange.Book;
using JointWatch.Exchange.Records.Bodies;

namespace JointWatch.Joint.Picture;

/// <summary>Records in a line for people.</summary>
internal static class RecordWords
{
    private const int Longest = 160;

    public static RecordView View(BookEntry entry) => entry.Record is not { } record
        ? new RecordView(entry.Index, "", "", [], "none", "", "not a record", Camel(entry.Standing.ToString()), entry.Faults)
        : new RecordView(
            entry.Index,
            record.Hash.ToString(),
            record.Head.By.Name,
            [.. record.Head.To.Select(p => p.Name)],
            Camel(record.Body.Kind.ToString()),
            record.Head.Time.ToString(),
            Short(Summary(record.Body)),
            Camel(entry.Standing.ToString()),
            entry.Faults);

    public static string Of(Difference difference) => difference.Field switch
    {
        DifferenceField.LaunchTime => Number($"launch time by {difference.Amount * 1e-3:F1} s"),
        DifferenceField.ImpactTime => Number($"impact time by {difference.Amount * 1e-3:F1} s"),
        DifferenceField.LaunchArea => Number($"launch area by {difference.Amount * 1e-3:F1} km"),
        DifferenceField.ImpactArea => Number($"impact area by {difference.Amount * 1e-3:F1} km"),
        DifferenceField.Position => Number($"place by {difference.Amount * 1e-3:F1} km"),
        DifferenceField.Azimuth => Number($"azimuth by {difference.Amount * 1e-3:F1}°"),
        DifferenceField.Class => "class",
        _ => "we do not see it",
    };

    /// <summary>A name of C# as a word of JSON.</summary>
    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string Summary(Exchange.Records.RecordBody body) => body switch
    {
        AnnouncementBody a => $"{Camel(a.State.ToString())} launch {a.Id}, {Camel(a.Class.ToString())}, {a.From} to {a.Until}",
        ReleaseBody r => $"{Camel(r.Thing.ToString())} {r.Reference}, revision {r.Revision}{(r.Data is null ? ", sealed" : "")}",
        ShownBody s => $"record {s.Of.ToShortString()} shown on {s.Where}",
        AcknowledgementBody a => $"{a.Person} has seen record {a.Of.ToShortString()}{(a.Note.Length > 0 ? ": " + a.Note : "")}",
        QueryBody q => $"about record {q.Of.ToShortString()}: {string.Join(", ", q.Differences.Select(Of))}",
        AnswerBody a => $"to query {a.Query.ToShortString()}: {Camel(a.Verdict.ToString())}{(a.Text.Length > 0 ? ", " + a.Text : "")}",
        PolicyBody p => p.Toml is null ? "release policy, sealed" : $"release policy, {p.Toml.Length} characters",
        TextBody t => $"{t.Person}: {t.Text}",
        OutageBody o => $"{o.Sensor} out from {o.From}{(o.Until is { } until ? $" to {until}" : "")}: {o.Why}",
        CoverageBody c => $"what {c.Sensor} can see",
        AssurancesBody => "assurances",
        HandoverBody h => $"{h.From} hands the watch to {h.To}, {h.Open.Count} things open",
        CommitmentBody c => $"sealed: {c.Context}",
        OpeningBody o => $"opens record {o.Of.ToShortString()}",
        DeletionBody d => $"raw data of {d.Of.Count} commitments deleted",
        _ => "",
    };

    private static string Short(string text) => text.Length > Longest ? text[..Longest] + "…" : text;

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

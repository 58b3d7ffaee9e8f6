using JointWatch.Exchange.Assurances;
using JointWatch.Exchange.Assurances.Facts;
using JointWatch.Exchange.Assurances.Output;
using JointWatch.Exchange.Book;
using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Tracking;

namespace JointWatch.Reviews.Numbers;

/// <summary>What the parties told each other, from the book of their log.</summary>
public static class ExchangeReader
{
    public static ExchangeReview Read(RecordBook book, UtcMicroseconds start)
    {
        var promises = new List<PromiseFact>();
        foreach (RegisteredParty party in book.Register.Parties)
        {
            AssuranceReport report = AssuranceChecker.Check(book, party.Id, new ReleaseCborFacts());
            promises.AddRange(report.Results.Select(r => new PromiseFact(party.Id.Name, r.Stated.Assurance.Name, r.Stated.Assurance.Promise, AssuranceText.Of(r.Verdict))));
        }

        return new ExchangeReview(
            book.Entries.Count,
            [
                .. book.Of<ReleaseBody>().Select(r => new ReleaseFact(
                    r.Time.SecondsSince(start),
                    r.By.Name,
                    r.Record.Head.To is [var to] ? to.Name : "all",
                    r.Body.Reference,
                    r.Body.Revision,
                    r.Body.About is { } about && book.Find(about) is { } confirmed ? r.Time.SecondsSince(confirmed.Time) : null)),
            ],
            [.. Conversation(book, start)],
            promises,
            [.. book.Faults])
        {
            Coverage = [.. book.Of<CoverageBody>().Select(c => $"{c.By}/{c.Body.Sensor} {c.Body.ToSentence()}.")],
        };
    }

    private static IEnumerable<string> Conversation(RecordBook book, UtcMicroseconds start)
    {
        var said = new List<(UtcMicroseconds At, string Words)>();
        said.AddRange(book.Of<TextBody>().Select(t => (t.Time, $"{t.Body.Person} ({t.By}): {t.Body.Text}")));
        said.AddRange(book.Of<AcknowledgementBody>().Select(a => (a.Time, $"{a.Body.Person} ({a.By}) has seen entry {book.Find(a.Body.Of)?.Index}. {a.Body.Note}")));
        said.AddRange(book.Of<QueryBody>().Select(q => (q.Time, $"{q.By} asks about entry {book.Find(q.Body.Of)?.Index}. {q.Body.Text}")));
        said.AddRange(book.Of<AnswerBody>().Select(a => (a.Time, $"{a.By} answers: {a.Body.Verdict.ToString().ToLowerInvariant()}. {a.Body.Text}")));
        said.AddRange(book.Of<HandoverBody>().Select(h => (h.Time, $"{h.By}: {h.Body.From} hands the watch to {h.Body.To}. {h.Body.Summary}")));
        said.AddRange(book.Of<OutageBody>().Select(o => (o.Time, $"{o.By}: {o.Body.Sensor} {(o.Body.Until is null ? "is out" : "works again")} ({o.Body.Why})")));
        return said.OrderBy(s => s.At).Select(s => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{s.At.SecondsSince(start):F0} s  {s.Words}"));
    }
}

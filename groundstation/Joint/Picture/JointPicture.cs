using JointWatch.Exchange.Book;
using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Tracking;

namespace JointWatch.Joint.Picture;

/// <summary>Makes the view of a book.</summary>
internal static class JointPicture
{
    private const int MostRecords = 200;
    private const int MostWords = 200;

    /// <param name="self">Whose view; null: the centre's.</param>
    /// <param name="opened">The contents of sealed releases that this view may see, by record.</param>
    public static JointView Of(RecordBook book, PartyId? self, IReadOnlyDictionary<RecordHash, ReadOnlyMemory<byte>> opened, bool withFusion)
    {
        UtcMicroseconds latest = book.Entries.Where(e => e.Record is not null).Select(e => e.Record!.Head.Time).DefaultIfEmpty().Max();
        var released = book.Register.Parties.ToDictionary(p => p.Id, p => ToldThings.Of(book, p.Id, opened));
        return new JointView(
            self?.Name,
            book.Exercise,
            [.. book.Register.Parties.Select(p => Party(book, p, released[p.Id], latest))],
            [.. Comparisons.Of(book, released, withFusion)],
            [.. book.AnnouncementsAt(latest).Select(a => Announced(book, a))],
            [.. book.Of<QueryBody>().Reverse().Select(q => Query(book, q))],
            [.. book.Of<TextBody>().Reverse().Take(MostWords).Select(Words)],
            [.. book.Entries.Reverse().Take(MostRecords).Select(RecordWords.View)]);
    }

    public static IReadOnlyList<SeenView> SeenBy(RecordBook book, RecordHash record) =>
        [.. book.AcknowledgementsOf(record).Select(a => new SeenView(a.By.Name, a.Body.Person, a.Time.ToString(), a.Body.Note))];

    private static PartyView Party(RecordBook book, RegisteredParty party, IReadOnlyList<ToldThing> released, UtcMicroseconds latest)
    {
        Said<HandoverBody>? watch = book.WatchOf(party.Id);
        BookEntry? last = book.Entries.LastOrDefault(e => e.Record?.Head.By == party.Id);
        return new PartyView(
            party.Id.Name,
            watch is null ? null : new WatchView(watch.Body.To, watch.Time.ToString(), watch.Body.Summary, watch.Body.Open.Count),
            last?.Record!.Head.Time.ToString(),
            [.. released.Select(r => r.View)],
            [.. SensorViews.Of(book, party, latest)],
            book.AssurancesAt(party.Id, latest) is not null);
    }

    private static AnnouncedView Announced(RecordBook book, Said<AnnouncementBody> said) => new(
        said.Hash.ToString(),
        said.By.Name,
        said.Body.Id,
        said.Body.Revision,
        said.Body.State.ToString().ToLowerInvariant(),
        RecordWords.Camel(said.Body.Class.ToString()),
        said.Body.From.ToString(),
        said.Body.Until.ToString(),
        said.Body.Note,
        SeenBy(book, said.Hash));

    private static QueryView Query(RecordBook book, Said<QueryBody> said) => new(
        said.Hash.ToString(),
        said.Index,
        said.By.Name,
        book.Find(said.Body.Of)?.By.Name ?? "",
        said.Body.Of.ToString(),
        said.Time.ToString(),
        [.. said.Body.Differences.Select(RecordWords.Of)],
        said.Body.Text,
        [.. book.AnswersTo(said.Hash).Select(a => new AnswerView(a.By.Name, a.Time.ToString(), RecordWords.Camel(a.Body.Verdict.ToString()), a.Body.Text))]);

    private static WordsView Words(Said<TextBody> said) =>
        new(said.Hash.ToString(), said.By.Name, said.Body.Person, said.Time.ToString(), said.Body.Text, said.Body.ReplyTo?.ToString());
}

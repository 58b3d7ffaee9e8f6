using JointWatch.Exchange.Assurances.Facts;
using JointWatch.Exchange.Book;
using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Tracking;

namespace JointWatch.Exchange.Assurances.Checks;

/// <summary>What the checks share: the book, the party, and when the assurance was in force.</summary>
internal sealed class CheckContext(RecordBook book, PartyId party, StatedAssurance stated, IReleaseFactsReader reader)
{
    private readonly Dictionary<RecordHash, ReleaseView> _views = [];

    public RecordBook Book { get; } = book;

    public PartyId Party { get; } = party;

    public StatedAssurance Stated { get; } = stated;

    public PartyChain Chain { get; } = book.ChainOf(party);

    /// <summary>The latest time that any party has signed; null: nobody has.</summary>
    public UtcMicroseconds? Latest { get; } = LatestOf(book);

    public UtcMicroseconds Start => Stated.By.Time;

    public static UtcMicroseconds? LatestOf(RecordBook book) => book.Register.Parties.Max(p => book.ChainOf(p.Id).LastTime is { } t ? t : (UtcMicroseconds?)null);

    /// <summary>Whether the assurance was in force when the party said something: by the order of its own chain, for times may be equal.</summary>
    public bool Covers<T>(Said<T> own)
        where T : RecordBody =>
        own.Sequence > Stated.By.Sequence && (Stated.ReplacedBy is not { } next || own.Sequence < next.Sequence);

    /// <summary>Whether a time that should have come has come, as far as the log goes.</summary>
    public bool IsDue(UtcMicroseconds deadline) => Latest > deadline;

    /// <summary>The party's first record beyond an instant: it shows that nothing earlier can come any more. Null: there is none.</summary>
    public EvidenceEntry? Beyond(UtcMicroseconds deadline) =>
        Book.Entries.FirstOrDefault(e => e.Standing is EntryStanding.Counted or EntryStanding.OtherExercise && e.Record!.Head.By == Party && e.Record.Head.Time > deadline) is { } found
            ? new EvidenceEntry(found.Index, found.Record!.Head.Time, found.Record.Hash, $"{Party}'s {found.Record.Body.Kind.ToString().ToLowerInvariant()}, beyond the deadline")
            : null;

    /// <summary>A release with what is known of its data.</summary>
    public ReleaseView View(Said<ReleaseBody> release)
    {
        if (_views.TryGetValue(release.Hash, out ReleaseView? view))
        {
            return view;
        }

        Said<OpeningBody>? opening = null;
        ReadOnlyMemory<byte>? data = release.Body.Data;
        if (data is null && Book.Opened(release.Hash) is { } opened)
        {
            (data, opening) = (opened.Content, opened.By);
        }

        ReleaseFacts? facts = data is { } bytes ? reader.TryRead(release.By, release.Body, bytes) : null;
        string why = data is null ? $"entry {release.Index} is a commitment and would have to be opened"
            : $"the data of entry {release.Index} cannot be read as {release.Body.ContentType} of {release.By}'s {release.Body.Reference}";
        return _views[release.Hash] = new ReleaseView(release, facts, data is not null, opening, why);
    }

    public static AssuranceCase Case(Verdict? verdict, string words, params IEnumerable<EvidenceEntry?> entries) =>
        new(verdict, words, [.. entries.OfType<EvidenceEntry>().DistinctBy(e => e.Index).OrderBy(e => e.Index)]);
}

/// <summary>A release as a check sees it.</summary>
/// <param name="Facts">What is in it; null: not known.</param>
/// <param name="IsClear">Whether its data stands in the log, from the beginning or by an opening.</param>
/// <param name="Opening">What opened it; null: it was clear, or still is not.</param>
/// <param name="WhyNot">Why the facts are not known, as a clause.</param>
internal sealed record ReleaseView(Said<ReleaseBody> Said, ReleaseFacts? Facts, bool IsClear, Said<OpeningBody>? Opening, string WhyNot)
{
    public IEnumerable<EvidenceEntry?> Entries => [EvidenceEntry.Of(Said), Opening is { } o ? EvidenceEntry.Of(o) : null];
}

using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records;
using JointWatch.Exchange.Records.Bodies;

namespace JointWatch.Exchange.Book;

/// <summary>
/// A log's records in order, each checked: is it a record, has its party signed it, is it the party's next, is its time not earlier than the one before, is it of this
/// exercise, does what it refers to exist. What counts is kept by kind, by party and by what it refers to. Deterministic, no I/O. One thread at a time.
/// </summary>
public sealed class RecordBook
{
    private readonly bool _isOfAll;
    private readonly List<BookEntry> _entries = [];
    private readonly Dictionary<PartyId, PartyChain> _chains = [];
    private readonly Dictionary<RecordHash, long> _indexes = [];
    private readonly Dictionary<RecordHash, Said<RecordBody>> _counted = [];
    private readonly Dictionary<(Type Kind, PartyId? By), object> _lists = [];
    private readonly Dictionary<(Type Kind, RecordHash Of), object> _referring = [];

    /// <param name="register">Who takes part.</param>
    /// <param name="exercise">The exercise that the book is of; null: none, what is meant in earnest.</param>
    public RecordBook(PartyRegister register, string? exercise = null)
        : this(register, exercise, false)
    {
    }

    private RecordBook(PartyRegister register, string? exercise, bool isOfAll) => (Register, Exercise, _isOfAll) = (register, exercise, isOfAll);

    /// <summary>Gets who takes part.</summary>
    public PartyRegister Register { get; }

    /// <summary>Gets the exercise that the book is of, or null.</summary>
    public string? Exercise { get; }

    /// <summary>Gets all entries that were taken, in the log's order.</summary>
    public IReadOnlyList<BookEntry> Entries => _entries;

    /// <summary>Gets all that is wrong, each a sentence that names the entry.</summary>
    public IEnumerable<string> Faults => _entries.SelectMany(e => e.Faults);

    /// <summary>A book that takes what is in earnest and what belongs to any exercise alike: to check a log, not to conclude anything from it.</summary>
    public static RecordBook OfAllExercises(PartyRegister register) => new(register, null, true);

    /// <summary>Takes all entries of a log.</summary>
    public RecordBook TakeAll(IEnumerable<(long Index, ReadOnlyMemory<byte> Entry)> log)
    {
        foreach ((long index, ReadOnlyMemory<byte> entry) in log)
        {
            Take(index, entry);
        }

        return this;
    }

    /// <summary>Takes the log's next entry.</summary>
    public BookEntry Take(long index, ReadOnlyMemory<byte> entry)
    {
        BookEntry taken = Judge(index, entry);
        _entries.Add(taken);
        return taken;
    }

    /// <summary>A party's chain; empty for a party that has said nothing.</summary>
    public PartyChain ChainOf(PartyId party) => _chains.GetValueOrDefault(party) ?? new PartyChain();

    /// <summary>A record that counts, by its hash; or null.</summary>
    public Said<RecordBody>? Find(RecordHash hash) => _counted.GetValueOrDefault(hash);

    /// <summary>All records of a kind that count, of all parties or of one, in the log's order.</summary>
    public IReadOnlyList<Said<T>> Of<T>(PartyId? by = null)
        where T : RecordBody => _lists.TryGetValue((typeof(T), by), out object? list) ? (List<Said<T>>)list : [];

    /// <summary>All records of a kind that count and refer to a record, in the log's order.</summary>
    public IReadOnlyList<Said<T>> Referring<T>(RecordHash of)
        where T : RecordBody => _referring.TryGetValue((typeof(T), of), out object? list) ? (List<Said<T>>)list : [];

    private BookEntry Judge(long index, ReadOnlyMemory<byte> bytes)
    {
        SignedRecord record;
        try
        {
            record = RecordReader.Read(bytes);
        }
        catch (RecordException e)
        {
            return Out(null, EntryStanding.Foreign, $"is no record: {e.Message}");
        }

        RecordHead head = record.Head;
        if (Register.Find(head.By) is not { } party)
        {
            return Out(record, EntryStanding.Foreign, $"is of {head.By}, who is not in the register");
        }

        if (!record.IsSignedBy(party.Key))
        {
            return Out(record, EntryStanding.Foreign, $"is not signed by {head.By}'s key {party.Key.Id}");
        }

        if (!_indexes.TryAdd(record.Hash, index))
        {
            return Out(record, EntryStanding.Repeated, $"is entry {_indexes[record.Hash]} again");
        }

        if (!_chains.TryGetValue(head.By, out PartyChain? chain))
        {
            _chains[head.By] = chain = new PartyChain();
        }

        (bool counts, string? fault) = chain.Take(head, record.Hash);
        if (!counts)
        {
            return Out(record, EntryStanding.Refused, fault!);
        }

        List<string> faults = fault is null ? [] : [fault];
        if (head.Exercise != Exercise && !_isOfAll)
        {
            faults.Add($"belongs to {Named(head.Exercise)}; this book is of {Named(Exercise)}");
            return new BookEntry(index, record, EntryStanding.OtherExercise, faults);
        }

        if (Misfit(record) is { } misfit)
        {
            faults.Add(misfit);
            return new BookEntry(index, record, EntryStanding.Refused, faults);
        }

        faults.AddRange(record.Body.Refers.Where(r => Find(r)?.Record.Head.Exercise != head.Exercise || Find(r) is null).Select(r => Find(r) is { } other
            ? $"refers to entry {other.Index}, which belongs to {Named(other.Record.Head.Exercise)}"
            : $"refers to record {r.ToShortString()}, which is not in the log before it"));
        Note(index, record);
        return new BookEntry(index, record, EntryStanding.Counted, faults);

        BookEntry Out(SignedRecord? found, EntryStanding standing, string why) => new(index, found, standing, [why]);
    }

    /// <summary>What is wrong with a record beside those that it refers to; null: nothing.</summary>
    private string? Misfit(SignedRecord record)
    {
        PartyId by = record.Head.By;
        switch (record.Body)
        {
            case OpeningBody opening:
                return Find(opening.Of) is not { } committed ? $"opens record {opening.Of.ToShortString()}, which is not in the log before it"
                    : committed.By != by ? $"opens entry {committed.Index}, which is {committed.By}'s"
                    : Commitments.IsOpenedBy(committed.Body, opening) ? null
                    : $"does not open entry {committed.Index}: salt, context and content give another digest";
            case AnswerBody answer when Find(answer.Query) is { } query:
                return query.Body is not QueryBody ? $"answers entry {query.Index}, which is no query"
                    : query.By == by || !query.Record.Head.IsTo(by) ? $"answers entry {query.Index}, which {by} was not asked"
                    : null;
            case DeletionBody deletion:
                Said<RecordBody>? foreign = deletion.Of.Select(Find).FirstOrDefault(c => c is not null && (c.By != by || c.Body is not CommitmentBody));
                return foreign is null ? null : $"is a deletion of entry {foreign.Index}, which is no commitment of {by}";
            case OutageBody { Changes: { } before } outage when Find(before) is { } other:
                return other.By == by && other.Body is OutageBody o && o.Sensor == outage.Sensor ? null : $"changes entry {other.Index}, which is no outage of {by}'s {outage.Sensor}";
            case ReleaseBody { About: { } about } when Find(about) is { } confirmed:
                return confirmed.By == by && confirmed.Body is CommitmentBody ? null : $"is about entry {confirmed.Index}, which is no commitment of {by}";
            default:
                return null;
        }
    }

    private void Note(long index, SignedRecord record)
    {
        _counted[record.Hash] = new Said<RecordBody>(index, record, record.Body);
        switch (record.Body)
        {
            case AnnouncementBody b: Note(index, record, b); break;
            case ReleaseBody b: Note(index, record, b); break;
            case ShownBody b: Note(index, record, b); break;
            case AcknowledgementBody b: Note(index, record, b); break;
            case QueryBody b: Note(index, record, b); break;
            case AnswerBody b: Note(index, record, b); break;
            case PolicyBody b: Note(index, record, b); break;
            case TextBody b: Note(index, record, b); break;
            case OutageBody b: Note(index, record, b); break;
            case CoverageBody b: Note(index, record, b); break;
            case AssurancesBody b: Note(index, record, b); break;
            case HandoverBody b: Note(index, record, b); break;
            case CommitmentBody b: Note(index, record, b); break;
            case OpeningBody b: Note(index, record, b); break;
            case DeletionBody b: Note(index, record, b); break;
            default: throw new InvalidOperationException("a kind of record that the book does not know");
        }
    }

    private void Note<T>(long index, SignedRecord record, T body)
        where T : RecordBody
    {
        var said = new Said<T>(index, record, body);
        Add(_lists, (typeof(T), null), said);
        Add(_lists, (typeof(T), said.By), said);
        foreach (RecordHash of in body.Refers.Distinct())
        {
            Add(_referring, (typeof(T), of), said);
        }
    }

    private static void Add<TKey, T>(Dictionary<TKey, object> lists, TKey key, Said<T> said)
        where TKey : notnull
        where T : RecordBody
    {
        if (!lists.TryGetValue(key, out object? list))
        {
            lists[key] = list = new List<Said<T>>();
        }

        ((List<Said<T>>)list).Add(said);
    }

    private static string Named(string? exercise) => exercise is null ? "no exercise" : $"exercise '{exercise}'";
}

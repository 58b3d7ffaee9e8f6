using JointWatch.Exchange.Book;
using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records;
using JointWatch.TransparencyLog.Verification;

namespace JointWatch.Joint.Proof;

/// <summary>
/// What the check of a log needs to know of its entries, where these are parties' records: whose each is and when it claims to have been said, and what is wrong with it:
/// it is no record, its signature (COSE_Sign1) does not hold, it does not follow what its party has said before. For one check: it takes a log's entries once, in
/// order. One thread.
/// </summary>
public sealed class RecordFacts(PartyRegister register)
{
    private readonly RecordBook _book = RecordBook.OfAllExercises(register);
    private readonly SortedDictionary<PartyId, int> _signed = [];

    /// <summary>Gets how many of the entries taken each party has signed.</summary>
    public IReadOnlyDictionary<PartyId, int> Signed => _signed;

    /// <summary>The facts of a log's next entry.</summary>
    public EntryFacts Take(long index, ReadOnlyMemory<byte> entry)
    {
        BookEntry taken = _book.Take(index, entry);
        string? fault = taken.Reasons.Count == 0 ? null : string.Join("; it ", taken.Reasons);
        if (taken.Standing == EntryStanding.Foreign)
        {
            // Nobody has said it: what time and whose name stand in it are nobody's claim.
            return new EntryFacts(null, null, "it " + fault);
        }

        RecordHead head = taken.Record!.Head;
        _signed[head.By] = _signed.GetValueOrDefault(head.By) + 1;
        string? words = fault is null ? null : $"{Name(taken.Record)}, said at {head.Time}, {fault}";

        // A record that stands in the log again may be as old as it likes: anybody can repeat it.
        return new EntryFacts(taken.Standing == EntryStanding.Repeated ? null : head.Time.ToDateTimeOffset(), head.By.Name, words, head.Exercise);
    }

    /// <summary>The facts of an entry by itself, as a receipt has one: nothing is known of those before it.</summary>
    public EntryFacts TakeAlone(long index, ReadOnlyMemory<byte> entry)
    {
        try
        {
            SignedRecord record = RecordReader.Read(entry);
            RecordHead head = record.Head;
            if (register.Find(head.By) is not { } party)
            {
                return new EntryFacts(null, null, $"it is of {head.By}, who is not in the register");
            }

            if (!record.IsSignedBy(party.Key))
            {
                return new EntryFacts(null, null, $"it is not signed by {head.By}'s key {party.Key.Id}");
            }

            _signed[head.By] = _signed.GetValueOrDefault(head.By) + 1;
            return new EntryFacts(head.Time.ToDateTimeOffset(), head.By.Name, null, head.Exercise);
        }
        catch (RecordException e)
        {
            return new EntryFacts(null, null, $"it is no record: {e.Message}");
        }
    }

    private static string Name(SignedRecord record) => $"its {record.Body.Kind.ToString().ToLowerInvariant()}, number {record.Head.Sequence}";
}

using JointWatch.Exchange.Parties;
using JointWatch.Exchange.Records;
using JointWatch.Tracking;

namespace JointWatch.Exchange.Book;

/// <summary>What became of an entry of the log.</summary>
public enum EntryStanding
{
    /// <summary>It counts.</summary>
    Counted = 0,

    /// <summary>It belongs to an exercise that this book is not of, or to none where the book is of one.</summary>
    OtherExercise = 1,

    /// <summary>The same record came before. Whoever repeats it, it is no new word of its party.</summary>
    Repeated = 2,

    /// <summary>Its party has signed it, and it does not count: it does not fit what the party has said before.</summary>
    Refused = 3,

    /// <summary>It is no record, or nobody known has signed it.</summary>
    Foreign = 4,
}

/// <summary>An entry of the log as the book has taken it.</summary>
/// <param name="Record">What it says; null where it is no record.</param>
/// <param name="Reasons">What is wrong with it, each a phrase that follows "entry 5"; an entry may count all the same.</param>
public sealed record BookEntry(long Index, SignedRecord? Record, EntryStanding Standing, IReadOnlyList<string> Reasons)
{
    /// <summary>Gets what is wrong with it, each a sentence that names the entry.</summary>
    public IReadOnlyList<string> Faults => [.. Reasons.Select(reason => $"entry {Index} {reason}")];
}

/// <summary>A record that counts, with its place in the log.</summary>
/// <param name="Index">The place.</param>
public sealed record Said<T>(long Index, SignedRecord Record, T Body)
    where T : RecordBody
{
    public PartyId By => Record.Head.By;

    public UtcMicroseconds Time => Record.Head.Time;

    public long Sequence => Record.Head.Sequence;

    public RecordHash Hash => Record.Hash;
}

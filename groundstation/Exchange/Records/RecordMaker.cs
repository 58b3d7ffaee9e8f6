using JointWatch.Exchange.Parties;
using JointWatch.Tracking;

namespace JointWatch.Exchange.Records;

/// <summary>
/// The pen of one party: numbers, chains and signs what it says. There must be one for a key, and what it has signed must be kept: a number that is used twice shows as
/// a forked chain. One thread at a time.
/// </summary>
/// <param name="key">The party's key; the caller disposes of it.</param>
/// <param name="last">The party's newest record, to go on behind it; null for a party that has said nothing yet.</param>
public sealed class RecordMaker(PartyKey key, SignedRecord? last = null)
{
    /// <summary>Gets the newest record.</summary>
    public SignedRecord? Last { get; private set; } = last;

    /// <summary>Says something.</summary>
    /// <param name="time">Now, by the clock in force. A clock that steps back stands still here: a record is never earlier than the one before.</param>
    /// <param name="exercise">The exercise that it belongs to, or null.</param>
    /// <param name="to">To whom; nobody: to all.</param>
    /// <exception cref="RecordException">The body is none that a reader takes.</exception>
    public SignedRecord Say(RecordBody body, UtcMicroseconds time, string? exercise = null, params IEnumerable<PartyId> to)
    {
        UtcMicroseconds at = Last is { } before && before.Head.Time > time ? before.Head.Time : time;
        var head = new RecordHead(key.Party, [.. to.Distinct().Order()], at, exercise, Last is null ? 0 : Last.Head.Sequence + 1, Last?.Hash);
        return Last = new PartyRecord(head, body).Sign(key);
    }
}

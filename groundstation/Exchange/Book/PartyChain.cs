using JointWatch.Exchange.Records;
using JointWatch.Tracking;

namespace JointWatch.Exchange.Book;

/// <summary>Records of a party that are not in the log, though it has signed later ones.</summary>
/// <param name="First">The number of the first that is missing.</param>
/// <param name="Last">The number of the last.</param>
/// <param name="From">They were signed at this time or later; null: there is nothing before them.</param>
/// <param name="Until">They were signed at this time or earlier.</param>
public sealed record ChainGap(long First, long Last, UtcMicroseconds? From, UtcMicroseconds Until);

/// <summary>
/// One party's records as a chain: each has the next number, the hash of the one before, and no earlier time. So it can be told what a party has not said: where the
/// chain is whole and goes on beyond an instant, nothing from before that instant can be added to it any more.
/// </summary>
public sealed class PartyChain
{
    private readonly List<ChainGap> _gaps = [];

    /// <summary>Gets the number that the party's next record has.</summary>
    public long Next { get; private set; }

    /// <summary>Gets the newest record's hash.</summary>
    public RecordHash? Last { get; private set; }

    /// <summary>Gets the latest time that the party has signed.</summary>
    public UtcMicroseconds? LastTime { get; private set; }

    public IReadOnlyList<ChainGap> Gaps => _gaps;

    /// <summary>Whether all that the party has signed in a span of time, both ends included, is in the log for certain.</summary>
    public bool IsWhole(UtcMicroseconds from, UtcMicroseconds until) =>
        LastTime > until && !_gaps.Exists(g => (g.From is not { } begin || begin <= until) && g.Until >= from);

    /// <summary>Takes the party's next record.</summary>
    /// <returns>Whether it counts, and what is wrong or null.</returns>
    internal (bool Counts, string? Fault) Take(RecordHead head, RecordHash hash)
    {
        if (head.Sequence < Next)
        {
            return (false, $"has number {head.Sequence} where {Next} was next: {head.By} has signed two records of one number");
        }

        if (head.Sequence == Next && head.Previous != Last)
        {
            return (false, $"follows {head.Previous?.ToShortString()} and not {head.By}'s record before it, {Last?.ToShortString()}: {head.By} has signed two records of one number");
        }

        string? fault = null;
        if (head.Sequence > Next)
        {
            _gaps.Add(new ChainGap(Next, head.Sequence - 1, LastTime, head.Time));
            fault = head.Sequence == Next + 1
                ? $"has number {head.Sequence} where {Next} was next: a record of {head.By} is missing"
                : $"has number {head.Sequence} where {Next} was next: {head.Sequence - Next} records of {head.By} are missing";
        }

        (Next, Last) = (head.Sequence + 1, hash);
        if (head.Time < LastTime)
        {
            return (false, $"is of {head.Time}, earlier than {head.By}'s record before it, {LastTime}");
        }

        LastTime = head.Time;
        return (true, fault);
    }
}

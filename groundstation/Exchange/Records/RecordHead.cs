using JointWatch.Exchange.Parties;
using JointWatch.Tracking;

namespace JointWatch.Exchange.Records;

/// <summary>What every record says of itself.</summary>
/// <param name="By">The party that says it.</param>
/// <param name="To">To whom, in ascending order; empty: to all.</param>
/// <param name="Time">When it was signed, by the party's clock (in an exercise, by the exercise's clock).</param>
/// <param name="Exercise">The exercise that it belongs to, or null: meant in earnest. A station that is not in that exercise refuses it.</param>
/// <param name="Sequence">Counts the party's records: 0, 1, 2 ...</param>
/// <param name="Previous">The hash of the party's record before it; null for the first.</param>
public sealed record RecordHead(PartyId By, IReadOnlyList<PartyId> To, UtcMicroseconds Time, string? Exercise, long Sequence, RecordHash? Previous)
{
    /// <summary>Whether it is said to a party, alone or among others.</summary>
    public bool IsTo(PartyId party) => To.Count == 0 || To.Contains(party);
}

using JointWatch.Exchange.Book;

namespace JointWatch.Exchange.Assurances.Checks;

/// <summary>What is missing from a party's chain, or does not fit it, while an assurance is in force: what stood there cannot be told.</summary>
internal static class ChainCheck
{
    public static IEnumerable<AssuranceCase> Cases(CheckContext context)
    {
        foreach (ChainGap gap in context.Chain.Gaps.Where(g => g.Until >= context.Start && !(g.First >= context.Stated.ReplacedBy?.Sequence)))
        {
            string numbers = gap.First == gap.Last ? $"{context.Party}'s record {gap.First} is" : $"{context.Party}'s records {gap.First} to {gap.Last} are";
            yield return CheckContext.Case(Verdict.CannotBeTold, $"{numbers} not in the log, signed {(gap.From is { } from ? $"from {from} " : "")}until {gap.Until}.");
        }

        foreach (BookEntry entry in context.Book.Entries.Where(e => e.Standing == EntryStanding.Refused && e.Record!.Head.By == context.Party && e.Record.Head.Time >= context.Start))
        {
            var evidence = new EvidenceEntry(entry.Index, entry.Record!.Head.Time, entry.Record.Hash, $"{context.Party}'s {entry.Record.Body.Kind.ToString().ToLowerInvariant()}");
            yield return CheckContext.Case(Verdict.CannotBeTold, $"An entry of {context.Party} does not count: {entry.Faults[^1]}.", evidence);
        }
    }
}

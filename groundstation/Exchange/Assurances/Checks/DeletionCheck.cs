using JointWatch.Exchange.Book;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Tracking;

namespace JointWatch.Exchange.Assurances.Checks;

/// <summary>Was all raw data that was committed to deleted in time, by the party's word?</summary>
internal static class DeletionCheck
{
    public static IEnumerable<AssuranceCase> Cases(CheckContext context, DeletionAssurance deletion) =>
        context.Book.Of<CommitmentBody>(context.Party)
            .Where(c => c.Body.Context == CommitmentContexts.RawData && context.Covers(c))
            .Select(c => OfCommitment(context, deletion, c));

    private static AssuranceCase OfCommitment(CheckContext context, DeletionAssurance deletion, Said<CommitmentBody> raw)
    {
        if (raw.Body.Span is not var (from, until))
        {
            return CheckContext.Case(Verdict.CannotBeTold, $"Entry {raw.Index} commits to raw data and does not say of which time.", EvidenceEntry.Of(raw));
        }

        UtcMicroseconds deadline = until.AddSeconds(86_400 * deletion.Days);
        string what = $"The raw data of {CheckWords.Interval(from, until)}";
        bool isWhole = context.Chain.IsWhole(raw.Time, deadline);
        if (context.Book.Referring<DeletionBody>(raw.Hash).FirstOrDefault(d => d.By == context.Party) is { } deleted)
        {
            Verdict verdict = deleted.Time <= deadline ? Verdict.Kept : isWhole ? Verdict.Broken : Verdict.CannotBeTold;
            return CheckContext.Case(verdict, $"{what} was deleted {CheckWords.Span(deleted.Time.SecondsSince(until))} after its end.", EvidenceEntry.Of(raw), EvidenceEntry.Of(deleted));
        }

        return isWhole ? CheckContext.Case(Verdict.Broken, $"{what} was not deleted until {deadline}.", EvidenceEntry.Of(raw), context.Beyond(deadline))
            : context.IsDue(deadline) ? CheckContext.Case(Verdict.CannotBeTold, $"{what} was to be deleted until {deadline}; {context.Party}'s records until then are not all in the log.", EvidenceEntry.Of(raw))
            : CheckContext.Case(null, $"{what} is to be deleted until {deadline}.", EvidenceEntry.Of(raw));
    }
}

using JointWatch.Exchange.Book;
using JointWatch.Exchange.Records;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Tracking;

namespace JointWatch.Exchange.Assurances.Checks;

/// <summary>Was each confirmation reported in time? Counted from its commitment, or else from the launch, before which nothing can have been confirmed.</summary>
internal static class ReportCheck
{
    public static IEnumerable<AssuranceCase> Cases(CheckContext context, ReportAssurance report)
    {
        IEnumerable<Said<CommitmentBody>> commitments = context.Book.Of<CommitmentBody>(context.Party).Where(c => c.Body.Context == CommitmentContexts.Confirmation && context.Covers(c));
        return commitments.Select(c => OfCommitment(context, report, c)).Concat(WithoutCommitment(context, report));
    }

    private static AssuranceCase OfCommitment(CheckContext context, ReportAssurance report, Said<CommitmentBody> commitment)
    {
        UtcMicroseconds deadline = commitment.Time.AddSeconds(report.Seconds);
        Said<ReleaseBody>[] releases =
            [.. context.Book.Referring<ReleaseBody>(commitment.Hash).Where(r => r.By == context.Party && r.Body.Thing == ReleasedThing.Warning && r.Record.Head.IsTo(report.To))];
        Said<ReleaseBody>[] inTime = [.. releases.Where(r => r.Time <= deadline)];
        string what = $"what {context.Party} committed to at {commitment.Time} (entry {commitment.Index})";
        foreach (Said<ReleaseBody> release in inTime)
        {
            if (Arrival(context, report, release) is { } arrival)
            {
                return CheckContext.Case(
                    Verdict.Kept, $"{Upper(what)} was reported to {report.To} after {After(commitment, release)}.", EvidenceEntry.Of(commitment), EvidenceEntry.Of(release), arrival);
            }
        }

        if (inTime is [var silent, ..])
        {
            return CheckContext.Case(
                Verdict.CannotBeTold,
                $"{Upper(what)} was reported after {After(commitment, silent)} by a commitment; {report.To} has not acknowledged entry {silent.Index}, and it is not opened.",
                EvidenceEntry.Of(commitment),
                EvidenceEntry.Of(silent));
        }

        bool isWhole = context.Chain.IsWhole(commitment.Time, deadline);
        if (releases is [var late, ..])
        {
            return CheckContext.Case(
                isWhole ? Verdict.Broken : Verdict.CannotBeTold,
                $"{Upper(what)} was reported to {report.To} after {After(commitment, late)}{(isWhole ? "" : ", and records of that time are not in the log")}.",
                EvidenceEntry.Of(commitment),
                EvidenceEntry.Of(late));
        }

        return Unreported(context, report, commitment, what, isWhole);
    }

    private static AssuranceCase Unreported(CheckContext context, ReportAssurance report, Said<CommitmentBody> commitment, string what, bool isWhole)
    {
        EvidenceEntry entry = EvidenceEntry.Of(commitment);
        if (context.Book.Opened(commitment.Hash) is { } opened)
        {
            EvidenceEntry opening = EvidenceEntry.Of(opened.By);
            switch (Confirmation.TryRead(opened.Content))
            {
                case null:
                    return CheckContext.Case(Verdict.CannotBeTold, $"{Upper(what)} was opened to what is no confirmation.", entry, opening);
                case { IsConfirmed: false }:
                    return CheckContext.Case(Verdict.Kept, $"{Upper(what)} was a decoy.", entry, opening);
                case { What: var name } when isWhole:
                    return CheckContext.Case(Verdict.Broken, $"{Upper(what)} was a confirmation ('{name}'), and was not reported to {report.To} within {CheckWords.Span(report.Seconds)}.", entry, opening, context.Beyond(commitment.Time.AddSeconds(report.Seconds)));
            }
        }

        return !context.IsDue(commitment.Time.AddSeconds(report.Seconds))
            ? CheckContext.Case(null, $"{Upper(what)} is not due yet.", entry)
            : context.Book.Opened(commitment.Hash) is null
                ? CheckContext.Case(Verdict.CannotBeTold, $"{Upper(what)} was not reported; whether it was a confirmation, entry {commitment.Index} would have to be opened.", entry)
                : CheckContext.Case(Verdict.CannotBeTold, $"{Upper(what)} was a confirmation; {context.Party}'s records of the time after it are not all in the log.", entry);
    }

    /// <summary>The first report of each thing that no commitment stands behind.</summary>
    private static IEnumerable<AssuranceCase> WithoutCommitment(CheckContext context, ReportAssurance report)
    {
        IEnumerable<IGrouping<string, Said<ReleaseBody>>> things = context.Book.Of<ReleaseBody>(context.Party)
            .Where(r => r.Body.Thing == ReleasedThing.Warning && r.Record.Head.IsTo(report.To))
            .GroupBy(r => r.Body.Reference);
        foreach (IGrouping<string, Said<ReleaseBody>> thing in things.Where(t => t.All(r => r.Body.About is null)))
        {
            Said<ReleaseBody> first = thing.First();
            if (!context.Covers(first))
            {
                continue;
            }

            string reported = $"{context.Party} reported {first.Body.Reference} at {first.Time} and had logged no commitment of its confirmation";
            if (EarliestLaunch(context, first) is not { } launch)
            {
                yield return CheckContext.Case(Verdict.CannotBeTold, $"{reported}: when that was cannot be told.", EvidenceEntry.Of(first));
                continue;
            }

            double seconds = first.Time.SecondsSince(launch.At);
            yield return CheckContext.Case(
                seconds <= report.Seconds && Arrival(context, report, first) is not null ? Verdict.Kept : Verdict.CannotBeTold,
                $"{reported}; as {launch.Seen.Said.By} saw it, that was {CheckWords.Span(seconds)} after the launch or less, and so after the confirmation.",
                [EvidenceEntry.Of(first), .. launch.Seen.Entries]);
        }
    }

    /// <summary>The earliest time at which others say that this may have been launched.</summary>
    private static (UtcMicroseconds At, ReleaseView Seen)? EarliestLaunch(CheckContext context, Said<ReleaseBody> own)
    {
        if (context.View(own).Facts is not { LaunchArea: { } cell, LaunchTime: var (from, until) })
        {
            return null;
        }

        (UtcMicroseconds At, ReleaseView Seen)? earliest = null;
        foreach (ReleaseView other in context.Book.Of<ReleaseBody>().Where(r => r.By != context.Party && r.Body.Thing == ReleasedThing.Warning).Select(context.View))
        {
            if (other.Facts is { LaunchArea: { } theirs, LaunchTime: var (begin, end) } && theirs.Overlaps(cell) && begin <= until && end >= from && !(earliest?.At <= begin))
            {
                earliest = (begin, other);
            }
        }

        return earliest;
    }

    /// <summary>What shows that a release has reached the other party: its data is in the log, or the other party has acknowledged it. Null: nothing does.</summary>
    private static EvidenceEntry? Arrival(CheckContext context, ReportAssurance report, Said<ReleaseBody> release)
    {
        ReleaseView view = context.View(release);
        return view.IsClear ? (view.Opening is { } opening ? EvidenceEntry.Of(opening) : EvidenceEntry.Of(release))
            : context.Book.AcknowledgementsOf(release.Hash).FirstOrDefault(a => a.By == report.To) is { } seen ? EvidenceEntry.Of(seen)
            : null;
    }

    private static string After(Said<CommitmentBody> commitment, Said<ReleaseBody> release) => CheckWords.Span(release.Time.SecondsSince(commitment.Time));

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}

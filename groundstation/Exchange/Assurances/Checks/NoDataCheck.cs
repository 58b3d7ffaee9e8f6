using JointWatch.Exchange.Book;
using JointWatch.Exchange.Ground;
using JointWatch.Exchange.Records.Bodies;

namespace JointWatch.Exchange.Assurances.Checks;

/// <summary>Did anything on launches from the area reach the other party by the centre?</summary>
internal static class NoDataCheck
{
    public static IEnumerable<AssuranceCase> Cases(CheckContext context, NoDataAssurance noData)
    {
        foreach (Said<ReleaseBody> release in context.Book.Of<ReleaseBody>(context.Party).Where(r => noData.Kinds.Contains(r.Body.Thing) && context.Covers(r)))
        {
            ReleaseView view = context.View(release);
            if (view.IsClear || release.Record.Head.IsTo(noData.To))
            {
                string how = release.Record.Head.IsTo(noData.To) ? $"went to {noData.To}" : $"is in the log in the clear, which {noData.To} reads";
                yield return Judge(noData, view, $"{context.Party}'s {release.Body.Reference} {how}", view.Entries);
            }
        }

        foreach (Said<ShownBody> shown in context.Book.Of<ShownBody>(context.Party).Where(s => s.Record.Head.IsTo(noData.To) && context.Covers(s)))
        {
            // What a party is shown of its own tells it nothing.
            if (context.Book.Find(shown.Body.Of) is { Body: ReleaseBody body } found && found.By != noData.To && noData.Kinds.Contains(body.Thing))
            {
                ReleaseView view = context.View(new Said<ReleaseBody>(found.Index, found.Record, body));
                yield return Judge(noData, view, $"{context.Party} showed {noData.To} {found.By}'s {body.Reference}", [EvidenceEntry.Of(shown), .. view.Entries]);
            }
        }
    }

    private static AssuranceCase Judge(NoDataAssurance noData, ReleaseView view, string what, IEnumerable<EvidenceEntry?> entries)
    {
        if (view.Facts is not { } facts)
        {
            return CheckContext.Case(Verdict.CannotBeTold, $"{what}: {view.WhyNot}.", entries);
        }

        if (facts.LaunchArea is not { } cell)
        {
            return CheckContext.Case(Verdict.CannotBeTold, $"{what} and does not say from where it was launched.", entries);
        }

        string size = $"a cell of {CheckWords.Kilometers(cell.FinestKilometers)}";
        return cell.To(noData.From.Ground) switch
        {
            CellRelation.Inside => CheckContext.Case(Verdict.Broken, $"{what}, with a launch in {noData.From.Name} ({size}).", entries),
            CellRelation.Outside => CheckContext.Case(Verdict.Kept, $"{what}, with a launch outside of {noData.From.Name} ({size}).", entries),
            _ => CheckContext.Case(Verdict.CannotBeTold, $"{what}; its launch area, {size}, lies across the border of {noData.From.Name}.", entries),
        };
    }
}

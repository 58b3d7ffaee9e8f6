using JointWatch.Exchange.Book;
using JointWatch.Exchange.Records.Bodies;

namespace JointWatch.Exchange.Assurances.Checks;

/// <summary>Is any released place finer than was said?</summary>
internal static class GridCheck
{
    /// <summary>Cells are written in thousandths of a degree; what is less than this part finer is rounding.</summary>
    private const double Rounding = 1e-6;

    public static IEnumerable<AssuranceCase> Cases(CheckContext context, GridAssurance grid)
    {
        foreach (Said<ReleaseBody> release in context.Book.Of<ReleaseBody>(context.Party).Where(context.Covers))
        {
            ReleaseView view = context.View(release);
            if (view.Facts is not { } facts)
            {
                yield return CheckContext.Case(Verdict.CannotBeTold, $"The places in {context.Party}'s {release.Body.Reference}: {view.WhyNot}.", view.Entries);
            }
            else if (facts.Places.Count > 0)
            {
                double finest = facts.Places.Min(p => p.FinestKilometers);
                Verdict verdict = finest >= grid.Kilometers * (1 - Rounding) ? Verdict.Kept : Verdict.Broken;
                yield return CheckContext.Case(
                    verdict,
                    $"{context.Party}'s {release.Body.Reference} has {facts.Places.Count} place{(facts.Places.Count == 1 ? "" : "s")}, the finest {CheckWords.Kilometers(finest)}.",
                    view.Entries);
            }
        }
    }
}

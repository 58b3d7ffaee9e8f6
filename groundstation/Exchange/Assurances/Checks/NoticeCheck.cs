using JointWatch.Exchange.Book;
using JointWatch.Exchange.Ground;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Tracking;

namespace JointWatch.Exchange.Assurances.Checks;

/// <summary>Was each launch from the area announced in time? Launches are what releases of warnings say, the party's and others', and the party's own word "flown".</summary>
internal static class NoticeCheck
{
    public static IEnumerable<AssuranceCase> Cases(CheckContext context, NoticeAssurance notice)
    {
        foreach (Said<ReleaseBody> release in context.Book.Of<ReleaseBody>().Where(r => r.Body.Thing == ReleasedThing.Warning))
        {
            if (OfRelease(context, notice, context.View(release)) is { } found)
            {
                yield return found;
            }
        }

        foreach (Said<AnnouncementBody> flown in context.Book.Of<AnnouncementBody>(context.Party).Where(a => a.Body.State == AnnouncedState.Flown))
        {
            UtcMicroseconds at = flown.Body.FlownAt!.Value;
            if (IsInForce(context, notice, flown, at) && flown.Body.LaunchArea.ToGround() is var area && notice.From.Ground.MetersOutside(area.Middle) <= 0)
            {
                yield return Judge(context, notice, $"{context.Party} says that its launch {flown.Body.Id} was at {at}", at, at, a => a.Id == flown.Body.Id, [EvidenceEntry.Of(flown)]);
            }
        }
    }

    private static AssuranceCase? OfRelease(CheckContext context, NoticeAssurance notice, ReleaseView view)
    {
        bool isOwn = view.Said.By == context.Party;
        if (view.Facts is not { } facts)
        {
            return isOwn && context.Covers(view.Said)
                ? CheckContext.Case(Verdict.CannotBeTold, $"Whether {context.Party}'s {view.Said.Body.Reference} is a launch from {notice.From.Name}: {view.WhyNot}.", view.Entries)
                : null;
        }

        if (facts is not { LaunchArea: { } cell, LaunchTime: var (from, until) } || !IsInForce(context, notice, view.Said, from))
        {
            return null;
        }

        CellRelation relation = cell.To(notice.From.Ground);
        if (relation == CellRelation.Outside)
        {
            return null;
        }

        string launch = $"{view.Said.By} reports a launch at {CheckWords.Interval(from, until)} from a cell {(relation == CellRelation.Inside ? "in" : "across the border of")} {notice.From.Name}";
        AssuranceCase judged = Judge(context, notice, launch, from, until, a => cell.To(a.LaunchArea.ToGround()) != CellRelation.Outside, view.Entries);
        return judged.Verdict != Verdict.Broken || (isOwn && relation == CellRelation.Inside) ? judged : judged with
        {
            Verdict = Verdict.CannotBeTold,
            Words = judged.Words + (isOwn ? " Whether it came from there cannot be told." : $" This rests on {view.Said.By}'s word alone."),
        };
    }

    /// <summary>In force at the launch, and for so long that it could have been announced in time.</summary>
    private static bool IsInForce<T>(CheckContext context, NoticeAssurance notice, Said<T> word, UtcMicroseconds launch)
        where T : Records.RecordBody
    {
        if (launch < context.Start.AddSeconds(3600 * notice.Hours))
        {
            return false;
        }

        // A launch that the party has told of before it stated anew stays under what was in force, whatever the times of the two say.
        return context.Stated.ReplacedBy is not { } next
            || launch < next.Time
            || (word.By == context.Party && word.Sequence < next.Sequence);
    }

    private static AssuranceCase Judge(
        CheckContext context,
        NoticeAssurance notice,
        string launch,
        UtcMicroseconds from,
        UtcMicroseconds until,
        Predicate<AnnouncementBody> isThere,
        IEnumerable<EvidenceEntry?> entries)
    {
        // Where the time of launch is coarse, the latest counts: the party gets the benefit of it.
        UtcMicroseconds needed = until.AddSeconds(-3600 * notice.Hours);
        foreach (IGrouping<string, Said<AnnouncementBody>> revisions in context.Book.Of<AnnouncementBody>(context.Party).GroupBy(a => a.Body.Id))
        {
            Said<AnnouncementBody>? stood = revisions.LastOrDefault(a => a.Time <= needed);
            if (stood is not null && Fits(stood.Body) && revisions.All(a => a.Sequence <= stood.Sequence || a.Time > from || a.Body.State == AnnouncedState.Flown || Fits(a.Body)))
            {
                string words = $"{launch}; it fits {stood.Body.Id}, announced {CheckWords.Span(until.SecondsSince(stood.Time))} ahead with a window of {CheckWords.Span(stood.Body.Until.SecondsSince(stood.Body.From))}.";
                return CheckContext.Case(Verdict.Kept, words, [.. entries, EvidenceEntry.Of(stood)]);
            }
        }

        return context.Chain.IsWhole(new UtcMicroseconds(0), needed)
            ? CheckContext.Case(Verdict.Broken, $"{launch}; no announcement of {context.Party} that stood {CheckWords.Span(3600 * notice.Hours)} before fits it.", [.. entries, context.Beyond(needed)])
            : CheckContext.Case(
                Verdict.CannotBeTold, $"{launch}; no announcement in the log fits it, and {context.Party}'s records until {needed} are not all in the log.", entries);

        bool Fits(AnnouncementBody a) => a.State == AnnouncedState.Planned && a.From <= until && a.Until >= from && isThere(a);
    }
}

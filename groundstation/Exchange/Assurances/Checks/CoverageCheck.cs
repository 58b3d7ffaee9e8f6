using JointWatch.Exchange.Book;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Tracking;

namespace JointWatch.Exchange.Assurances.Checks;

/// <summary>Was the coverage of each sensor told, and each outage soon enough?</summary>
internal static class CoverageCheck
{
    public static IEnumerable<AssuranceCase> Cases(CheckContext context, TellCoverageAssurance tell)
    {
        IReadOnlyList<string> sensors = context.Book.Register.Find(context.Party)?.Sensors ?? [];
        if (sensors.Count == 0)
        {
            yield return CheckContext.Case(Verdict.CannotBeTold, $"The register names no sensor of {context.Party}.", EvidenceEntry.Of(context.Stated.By));
        }

        UtcMicroseconds deadline = context.Start.AddSeconds(60 * tell.Minutes);
        if (!(context.Stated.ReplacedBy?.Time <= deadline))
        {
            foreach (string sensor in sensors)
            {
                yield return OfSensor(context, sensor, deadline);
            }
        }

        foreach (Said<OutageBody> outage in context.Book.Of<OutageBody>(context.Party).Where(o => o.Body.Changes is null && o.Body.From >= context.Start && context.Covers(o)))
        {
            double late = outage.Time.SecondsSince(outage.Body.From);
            string when = late >= 0 ? $"{CheckWords.Span(late)} after it began" : $"{CheckWords.Span(-late)} ahead";
            yield return CheckContext.Case(
                late <= 60 * tell.Minutes ? Verdict.Kept : Verdict.Broken, $"That {outage.Body.Sensor} was out from {outage.Body.From} was told {when}.", EvidenceEntry.Of(outage));
        }
    }

    private static AssuranceCase OfSensor(CheckContext context, string sensor, UtcMicroseconds deadline)
    {
        if (context.Book.Of<CoverageBody>(context.Party).FirstOrDefault(c => c.Body.Sensor == sensor) is { } told)
        {
            if (told.Time <= deadline)
            {
                return CheckContext.Case(Verdict.Kept, $"What {sensor} sees was told at {told.Time}.", EvidenceEntry.Of(told));
            }

            bool isWhole = context.Chain.IsWhole(new UtcMicroseconds(0), deadline);
            return CheckContext.Case(
                isWhole ? Verdict.Broken : Verdict.CannotBeTold, $"What {sensor} sees was told at {told.Time}, and due at {deadline}.", EvidenceEntry.Of(context.Stated.By), EvidenceEntry.Of(told));
        }

        Verdict? verdict = context.Chain.IsWhole(new UtcMicroseconds(0), deadline) ? Verdict.Broken : context.IsDue(deadline) ? Verdict.CannotBeTold : null;
        string why = verdict == Verdict.CannotBeTold ? $", and {context.Party}'s records until then are not all in the log" : "";
        return CheckContext.Case(verdict, $"What {sensor} sees was not told; due at {deadline}{why}.", EvidenceEntry.Of(context.Stated.By), context.Beyond(deadline));
    }
}

using JointWatch.Releases.Coarse;
using JointWatch.Releases.Fields;
using JointWatch.Releases.Inputs;
using JointWatch.Releases.Policies;

namespace JointWatch.Releases.Releasing;

/// <summary>
/// The steps of a releaser on which it depends that nothing leaks. They are virtual so that tests can break one at a time and see that it is found.
/// </summary>
internal class ReleaseSteps
{
    /// <summary>The value of a field as it may go out; null where it is not known.</summary>
    public virtual RoundedValue? Round(ReleaseField field, Exact? value, Rounding rounding) => Rounder.Round(Catalogue.Of(field).Quantity, value, rounding);

    /// <summary>What is said now, where something was said before. What was known once is not taken back.</summary>
    public virtual RoundedValue? Hold(RoundedValue? said, RoundedValue? newer) => newer is null || (said is not null && said.Holds(newer)) ? said : newer;

    /// <summary>Whether an allow rule is about a thing.</summary>
    public virtual bool Allows(AllowRule rule, ThingMemory thing) => Gate.Allows(rule.When, thing);

    /// <summary>Whether a never rule holds of a thing.</summary>
    public virtual Verdict Forbids(NeverRule rule, ThingMemory thing) => Gate.Forbids(rule, thing);

    /// <summary>The first instant at or after which something is seen that happens at <paramref name="atSeconds"/>, a multiple of the raster.</summary>
    public virtual long DueAt(long atSeconds, Pace pace) => atSeconds + Raster.Up((long)pace.DelaySeconds, pace.EverySeconds);

    /// <summary>Whether a thing may be said anew at an instant of its rule.</summary>
    public virtual bool MayRevise(long atSeconds, Pace pace, int revisions) =>
        pace.ReviseEverySeconds is { } every && revisions < pace.AtMostRevisions && Raster.IsOn(atSeconds, every);

    /// <summary>The fields of a rule that go, of those that are not struck out.</summary>
    public virtual IEnumerable<ReleaseField> Fields(AllowRule rule, IReadOnlySet<ReleaseField> struck) => rule.Fields.Where(f => !struck.Contains(f)).Order();
}

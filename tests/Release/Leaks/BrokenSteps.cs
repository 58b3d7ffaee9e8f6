using JointWatch.Releases.Coarse;
using JointWatch.Releases.Fields;
using JointWatch.Releases.Inputs;
using JointWatch.Releases.Policies;
using JointWatch.Releases.Releasing;

namespace JointWatch.Releases.Tests.Leaks;

/// <summary>Releasers with one step broken, each as somebody might break it by mistake.</summary>
internal static class BrokenSteps
{
    public static readonly Dictionary<string, ReleaseSteps> All = new()
    {
        ["the grid is ten times finer"] = new Coarseness(r => r with { Grid = r.Grid is null ? null : GroundGrid.OfDegrees(0.01) }),
        ["times are to the second"] = new Coarseness(r => r with { TimeSeconds = 1 }),
        ["azimuths are to the degree"] = new Coarseness(r => r with { AzimuthDegrees = 1 }),
        ["the class goes with its range"] = new Coarseness(r => r with { IsGenericClass = false }),
        ["confidence is to the per cent"] = new Coarseness(r => r with { ConfidencePercents = [.. Enumerable.Range(1, 99)] }),
        ["heights are to the kilometre"] = new Coarseness(r => r with { HeightKilometers = 1 }),
        ["speeds are to the metre a second"] = new Coarseness(r => r with { SpeedMetersPerSecond = 1 }),
        ["counts are exact"] = new Coarseness(r => r with { CountStep = 1 }),
        ["only extents are fine"] = new FineExtent(),
        ["the delay is forgotten"] = new NoDelay(),
        ["the delay is not put on the raster"] = new RawDelay(),
        ["revisions go at every look"] = new EagerRevisions(),
        ["revisions are not counted"] = new EndlessRevisions(),
        ["values jitter across borders"] = new NoHold(),
        ["an allow rule asks no states"] = new Permissive(w => w with { States = [] }),
        ["an allow rule asks no classes"] = new Permissive(w => w with { Classes = [] }),
        ["an allow rule asks no launch area"] = new Permissive(w => w with { LaunchAreas = [] }),
        ["an allow rule asks no impact area"] = new Permissive(w => w with { ImpactAreas = [] }),
        ["an allow rule asks no area"] = new Permissive(w => w with { Areas = [] }),
        ["never rules do not hold"] = new NoNevers(),
        ["never rules let through what is in doubt"] = new BoldNevers(),
        ["never rules forget"] = new ForgetfulNevers(),
        ["a field that is not named goes along"] = new OneFieldMore(),
        ["fields that are struck out go"] = new NothingStruck(),
    };

    private sealed class Coarseness(Func<Rounding, Rounding> broken) : ReleaseSteps
    {
        public override RoundedValue? Round(ReleaseField field, Exact? value, Rounding rounding) => base.Round(field, value, broken(rounding));
    }

    private sealed class FineExtent : ReleaseSteps
    {
        public override RoundedValue? Round(ReleaseField field, Exact? value, Rounding rounding) =>
            value is Exact.Length length ? Extent.Of(length.Value, 1) : base.Round(field, value, rounding);
    }

    private sealed class NoDelay : ReleaseSteps
    {
        public override long DueAt(long atSeconds, Pace pace) => atSeconds;
    }

    private sealed class RawDelay : ReleaseSteps
    {
        public override long DueAt(long atSeconds, Pace pace) => atSeconds + pace.DelaySeconds;
    }

    private sealed class EagerRevisions : ReleaseSteps
    {
        public override bool MayRevise(long atSeconds, Pace pace, int revisions) => pace.ReviseEverySeconds is not null && revisions < pace.AtMostRevisions;
    }

    private sealed class EndlessRevisions : ReleaseSteps
    {
        public override bool MayRevise(long atSeconds, Pace pace, int revisions) => base.MayRevise(atSeconds, pace, 0);
    }

    private sealed class NoHold : ReleaseSteps
    {
        public override RoundedValue? Hold(RoundedValue? said, RoundedValue? newer) => newer ?? said;
    }

    private sealed class Permissive(Func<Conditions, Conditions> broken) : ReleaseSteps
    {
        public override bool Allows(AllowRule rule, ThingMemory thing) => base.Allows(rule with { When = broken(rule.When) }, thing);
    }

    private sealed class NoNevers : ReleaseSteps
    {
        public override Verdict Forbids(NeverRule rule, ThingMemory thing) => Verdict.No;
    }

    private sealed class BoldNevers : ReleaseSteps
    {
        public override Verdict Forbids(NeverRule rule, ThingMemory thing) => base.Forbids(rule, thing) == Verdict.Yes ? Verdict.Yes : Verdict.No;
    }

    private sealed class ForgetfulNevers : ReleaseSteps
    {
        public override Verdict Forbids(NeverRule rule, ThingMemory thing) =>
            base.Forbids(rule, thing) == Verdict.No ? Verdict.No : Gate.Where(rule, thing);
    }

    private sealed class OneFieldMore : ReleaseSteps
    {
        public override IEnumerable<ReleaseField> Fields(AllowRule rule, IReadOnlySet<ReleaseField> struck) =>
            base.Fields(rule, struck).Append(rule.Kind == ThingKind.Warning ? ReleaseField.Detections : ReleaseField.Id).Distinct().Order();
    }

    private sealed class NothingStruck : ReleaseSteps
    {
        public override IEnumerable<ReleaseField> Fields(AllowRule rule, IReadOnlySet<ReleaseField> struck) => rule.Fields.Order();
    }
}

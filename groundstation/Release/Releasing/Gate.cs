using JointWatch.Releases.Fields;
using JointWatch.Releases.Inputs;
using JointWatch.Releases.Policies;
using JointWatch.Warnings;

namespace JointWatch.Releases.Releasing;

/// <summary>Whether a never rule holds.</summary>
internal enum Verdict
{
    No = 0,

    /// <summary>It may: what it asks of is not known, or not well enough.</summary>
    MayBe = 1,
    Yes = 2,
}

/// <summary>Holds things against the conditions of rules. In doubt an allow rule does not hold, and a never rule does.</summary>
internal static class Gate
{
    /// <summary>Whether an allow rule's conditions hold: what they ask of is known, and all of it is inside.</summary>
    public static bool Allows(Conditions when, ThingMemory memory)
    {
        ExactThing thing = memory.Thing;
        ExactThing launched = LaunchedOf(memory);
        return (when.States.Count == 0 ? !thing.IsEnded : when.States.Contains(thing.State))
            && (when.Classes.Count == 0 || (launched.Class is { } type && when.Classes.Contains(type)))
            && IsIn(when.LaunchAreas, launched.Launch)
            && IsIn(when.ImpactAreas, launched.Impact)
            && IsIn(when.Areas, thing.Place);
    }

    /// <summary>Whether a never rule holds of a thing now; what has held of its areas and classes once holds on.</summary>
    public static Verdict Forbids(NeverRule rule, ThingMemory memory)
    {
        if (rule.When.States.Count > 0 && !rule.When.States.Contains(memory.Thing.State))
        {
            return Verdict.No;
        }

        return memory.Latched.Contains(rule) ? Verdict.Yes : Where(rule, memory);
    }

    /// <summary>Whether the areas and classes of a never rule hold of a thing.</summary>
    public static Verdict Where(NeverRule rule, ThingMemory memory)
    {
        ThingKind kind = memory.Thing.Kind;
        if (!IsAbout(rule, kind))
        {
            return Verdict.No;
        }

        ExactThing launched = LaunchedOf(memory);
        bool isBare = kind == ThingKind.Track && memory.Warning is null;
        var verdict = Verdict.Yes;
        if (rule.When.Classes.Count > 0)
        {
            // A class that is not known yet may become one that never goes.
            verdict = Least(verdict, launched.Class switch
            {
                null => Verdict.No,
                { } type when rule.When.Classes.Contains(type) => Verdict.Yes,
                ObjectClass.Unknown => Verdict.MayBe,
                _ => Verdict.No,
            });
        }

        if (rule.When.LaunchAreas.Count > 0)
        {
            // Nobody has warned of a bare track: where it was first seen stands for its launch.
            Spot? launch = isBare ? memory.FirstPlace : launched.Launch;
            verdict = Least(verdict, Touches(rule.When.LaunchAreas, launch, rule.MarginMeters, Knows(kind, isBare)));
        }

        if (rule.When.ImpactAreas.Count > 0)
        {
            verdict = Least(verdict, isBare ? Verdict.No : Touches(rule.When.ImpactAreas, launched.Impact, rule.MarginMeters, Knows(kind, isBare)));
        }

        return rule.When.Areas.Count > 0 ? Least(verdict, Touches(rule.When.Areas, memory.Thing.Place, rule.MarginMeters, Verdict.MayBe)) : verdict;
    }

    /// <summary>Whether a never rule is about things of a kind.</summary>
    public static bool IsAbout(NeverRule rule, ThingKind kind) => rule.Kinds.Count == 0 || rule.Kinds.Contains(kind);

    /// <summary>What it is where a thing has no launch or impact: it may come, or there never is one.</summary>
    private static Verdict Knows(ThingKind kind, bool isBare) =>
        !isBare && kind is ThingKind.Warning or ThingKind.Track or ThingKind.Announcement ? Verdict.MayBe : Verdict.No;

    private static ExactThing LaunchedOf(ThingMemory memory) => memory.Warning?.Thing ?? memory.Thing;

    private static bool IsIn(IReadOnlyList<NamedArea> areas, Spot? spot) =>
        areas.Count == 0
        || (spot is not null && areas.Any(a => a.Area.MetersOutside(spot.Middle) <= 0 && spot.Edge.All(point => a.Area.MetersOutside(point) <= 1)));

    private static Verdict Touches(IReadOnlyList<NamedArea> areas, Spot? spot, double margin, Verdict unknown)
    {
        if (spot is null)
        {
            return unknown;
        }

        double outside = areas.Min(a => a.Area.MetersOutside(spot.Middle)) - margin;
        return outside <= 0 ? Verdict.Yes : outside <= spot.RadiusMeters ? Verdict.MayBe : Verdict.No;
    }

    private static Verdict Least(Verdict a, Verdict b) => a < b ? a : b;
}

using System.Diagnostics;
using JointWatch.Releases.Coarse;
using JointWatch.Releases.Fields;
using JointWatch.Releases.Inputs;
using JointWatch.Releases.Policies;

namespace JointWatch.Releases.Releasing;

/// <summary>A thing as a releaser knows it, and what it has said of it. It cannot be printed.</summary>
[DebuggerDisplay("unreleased")]
internal sealed class ThingMemory(ExactThing thing)
{
    /// <summary>As it was taken last.</summary>
    public ExactThing Thing { get; set; } = thing;

    /// <summary>Where it was when it was first seen: for a track without a warning, whence it comes.</summary>
    public Spot? FirstPlace { get; } = thing.Place;

    /// <summary>For a track: the warning of it, or null.</summary>
    public ThingMemory? Warning { get; set; }

    /// <summary>Never rules whose areas and classes have held once.</summary>
    public HashSet<NeverRule> Latched { get; init; } = [];

    /// <summary>The rule under which it goes out: one thing, one rule, or two roundings could be laid over one another.</summary>
    public AllowRule? Rule { get; set; }

    /// <summary>What was said last.</summary>
    public IReadOnlyDictionary<ReleaseField, RoundedValue?> Said { get; set; } = new Dictionary<ReleaseField, RoundedValue?>();

    public int Releases { get; set; }

    public int Revisions { get; set; }

    public bool IsEndSaid { get; set; }

    /// <summary>Its name between party and recipient, from the first release that has gone out.</summary>
    public string? Reference { get; set; }

    /// <summary>Counts the takings of all things, so that the longest unheard of can be let go.</summary>
    public long TakenAt { get; set; }

    /// <summary>Says nothing.</summary>
    public override string ToString() => Unreleased.Nothing;
}

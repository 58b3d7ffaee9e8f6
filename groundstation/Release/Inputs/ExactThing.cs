using System.Diagnostics;
using JointWatch.Releases.Fields;
using JointWatch.Warnings;

namespace JointWatch.Releases.Inputs;

/// <summary>A thing as the party knows it: its values, and what rules may ask of it. It cannot be printed.</summary>
[DebuggerDisplay("unreleased")]
internal sealed class ExactThing
{
    public required ThingKind Kind { get; init; }

    /// <summary>The party's own name for it, by which it is known again.</summary>
    public required string Key { get; init; }

    public required IReadOnlyDictionary<ReleaseField, Exact> Values { get; init; }

    /// <summary>The word for its state, or "".</summary>
    public string State { get; init; } = "";

    /// <summary>Whether it has come to an end: it is no longer in force.</summary>
    public bool IsEnded { get; init; }

    /// <summary>Whether it has ended because it never was.</summary>
    public bool IsCancelled { get; init; }

    public ObjectClass? Class { get; init; }

    public Spot? Launch { get; init; }

    public Spot? Impact { get; init; }

    /// <summary>Where it is itself.</summary>
    public Spot? Place { get; init; }

    /// <summary>The track that it is of, for a warning.</summary>
    public string? Track { get; init; }

    /// <summary>What came off one object shares this number; null for what is no warning.</summary>
    public int? Family { get; init; }

    /// <summary>Says nothing.</summary>
    public override string ToString() => Unreleased.Nothing;
}

using JointWatch.Releases.Fields;

namespace JointWatch.Releases.Policies;

/// <summary>Something that goes out: of which things, to whom, which fields, how coarse, and when.</summary>
/// <param name="Name">What people call the rule.</param>
/// <param name="To">Parties, or "*" alone: each that no other allow rule on this kind names.</param>
public sealed record AllowRule(
    string Name,
    ThingKind Kind,
    IReadOnlyList<string> To,
    IReadOnlyList<ReleaseField> Fields,
    Rounding Rounding,
    Conditions When,
    Pace Pace,
    EndSaid End);

/// <summary>Something that never goes out, whatever an allow rule says.</summary>
/// <param name="Kinds">Empty: every kind.</param>
/// <param name="To">Parties, or "*" alone: everybody.</param>
/// <param name="Fields">What does not go; empty: nothing of it does.</param>
/// <param name="MarginMeters">What is so near to an area counts as in it.</param>
public sealed record NeverRule(
    string Name,
    IReadOnlyList<ThingKind> Kinds,
    IReadOnlyList<string> To,
    IReadOnlyList<ReleaseField> Fields,
    Conditions When,
    double MarginMeters);

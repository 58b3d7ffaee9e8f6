using JointWatch.Warnings;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Releases.Policies;

/// <summary>An area that rules name. <paramref name="Words"/> says where it is.</summary>
public sealed record NamedArea(string Name, GroundArea Area, string Words);

/// <summary>Which things a rule is about. What is empty asks nothing.</summary>
public sealed record Conditions
{
    public IReadOnlyList<string> States { get; init; } = [];

    public IReadOnlyList<ObjectClass> Classes { get; init; } = [];

    /// <summary>Gets the areas of which the launch lies in one.</summary>
    public IReadOnlyList<NamedArea> LaunchAreas { get; init; } = [];

    /// <summary>Gets the areas of which the impact lies in one.</summary>
    public IReadOnlyList<NamedArea> ImpactAreas { get; init; } = [];

    /// <summary>Gets the areas of which the track, sensor or node lies in one.</summary>
    public IReadOnlyList<NamedArea> Areas { get; init; } = [];
}

using System.Diagnostics;
using JointWatch.Tracking;
using JointWatch.Warnings;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Releases.Inputs;

/// <summary>
/// A thing before a policy was applied to it. It cannot be printed, serialised or looked into: what a releaser logs or throws holds nothing of it. Immutable.
/// </summary>
[DebuggerDisplay("unreleased")]
public sealed class Unreleased
{
    internal const string Nothing = "unreleased";

    private Unreleased(ExactThing thing) => Thing = thing;

    internal ExactThing Thing { get; }

    /// <summary>A warning as it stands now.</summary>
    public static Unreleased Of(LaunchWarning warning) => new(WarningThing.Of(warning));

    /// <summary>A track as it stands now, in ECEF.</summary>
    public static Unreleased Of(TrackEstimate track) => new(TrackThing.Of(track));

    /// <summary>An announced launch as it stands now.</summary>
    public static Unreleased Of(AnnouncementEntry announcement) => new(AnnouncementThing.Of(announcement));

    public static Unreleased Of(SensorCoverage coverage) => new(PlainThings.Of(coverage));

    public static Unreleased Of(NodeStanding node) => new(PlainThings.Of(node));

    public static Unreleased Of(AfterAction result) => new(PlainThings.Of(result));

    /// <summary>Says nothing.</summary>
    public override string ToString() => Nothing;
}

using System.Diagnostics;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings;

namespace JointWatch.Releases.Inputs;

/// <summary>A value as it was measured. It cannot be printed, so that no log, error or debugger's line gives it away.</summary>
[DebuggerDisplay("unreleased")]
internal abstract record Exact
{
    /// <summary>Says nothing.</summary>
    public sealed override string ToString() => Unreleased.Nothing;

    public sealed record Place(Geodetic Value) : Exact;

    /// <summary>Metres.</summary>
    public sealed record Length(double Value) : Exact;

    public sealed record Instant(UtcMicroseconds Value) : Exact;

    public sealed record Period(UtcMicroseconds From, UtcMicroseconds Until) : Exact;

    /// <summary>A direction, or with a width a sector clockwise from it; radians from true north.</summary>
    public sealed record Direction(double From, double Width) : Exact;

    public sealed record Kind(ObjectClass Value) : Exact;

    /// <summary>A number in the unit that it is rounded in.</summary>
    public sealed record Number(double Value) : Exact;

    public sealed record Text(string Value) : Exact;

    public sealed record Texts(IReadOnlyList<string> Values) : Exact;
}

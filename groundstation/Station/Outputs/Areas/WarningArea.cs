using JointWatch.Tracking.Geodesy;

namespace JointWatch.Station.Outputs.Areas;

/// <summary>What an area is the area of.</summary>
internal enum AreaKind
{
    Launch = 0,
    Impact = 1,
}

/// <summary>
/// Where something was launched or comes down with a stated probability: an ellipse on the ground by its half axes, metres, and the azimuth of the
/// larger one, clockwise from true north.
/// </summary>
internal sealed record WarningArea(
    AreaKind Kind, double Probability, Geodetic Center, double SemiMajorMeters, double SemiMinorMeters, double MajorAxisAzimuthRadians)
{
    /// <summary>An area with a larger half axis than this is left out: it says no more than "somewhere".</summary>
    public const double LargestMeters = 5_000_000;

    /// <summary>Gets its name in outputs, such as <c>impact-90</c>.</summary>
    public string Name => FormattableString.Invariant($"{(Kind == AreaKind.Launch ? "launch" : "impact")}-{Probability * 100:0}");
}

using JointWatch.Tracking.Geodesy;

namespace JointWatch.Warnings;

/// <summary>
/// An ellipse on the ground by its half axes, metres, and the azimuth of the larger one (clockwise from true north): the one-sigma ellipse of a
/// normal distribution in the plane about its centre, or a region made of it.
/// </summary>
public sealed record GroundEllipse(Geodetic Center, double SemiMajorMeters, double SemiMinorMeters, double MajorAxisAzimuthRadians)
{
    /// <summary>
    /// The region of this one-sigma ellipse that holds the truth with <paramref name="probability"/> (0 to below 1): larger by sqrt(-2 ln(1 - p)), because the
    /// squared distance in sigmas has the distribution of chi-square with two degrees of freedom, whose tail is exp(-x/2). 50 %: 1.18; 90 %: 2.15.
    /// </summary>
    public GroundEllipse Region(double probability)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(probability);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        double scale = Math.Sqrt(-2 * Math.Log(1 - probability));
        return this with { SemiMajorMeters = scale * SemiMajorMeters, SemiMinorMeters = scale * SemiMinorMeters };
    }

    /// <summary>The squared distance of a place from the centre in half axes: below 1 inside, on a plane that touches the Earth at the centre.</summary>
    public double SquaredDistance(Geodetic place)
    {
        Enu off = LocalFrame.At(Center).ToLocal((place with { HeightMeters = Center.HeightMeters }).ToEcef().Vector);
        (double sin, double cos) = Math.SinCos(MajorAxisAzimuthRadians);
        double major = ((off.EastMeters * sin) + (off.NorthMeters * cos)) / SemiMajorMeters;
        double minor = ((off.EastMeters * cos) - (off.NorthMeters * sin)) / SemiMinorMeters;
        return (major * major) + (minor * minor);
    }

    /// <summary>Whether a place lies within the ellipse.</summary>
    public bool Contains(Geodetic place) => SquaredDistance(place) <= 1;
}

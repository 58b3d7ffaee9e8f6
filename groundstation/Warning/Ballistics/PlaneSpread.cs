using JointWatch.Tracking.Geodesy;

namespace JointWatch.Warnings.Ballistics;

/// <summary>The one-sigma ellipse of second moments on the ground.</summary>
internal static class PlaneSpread
{
    /// <summary>The eigenvectors of a symmetric 2 by 2 matrix (variances, m²), in closed form; no half axis is below <paramref name="leastMeters"/>.</summary>
    public static GroundEllipse Ellipse(Geodetic center, double eastEast, double eastNorth, double northNorth, double leastMeters)
    {
        double half = (eastEast + northNorth) / 2;
        double difference = (northNorth - eastEast) / 2;
        double radius = Math.Sqrt((difference * difference) + (eastNorth * eastNorth));
        double azimuth = Math.Atan2(eastNorth, difference) / 2;
        return new GroundEllipse(
            center,
            Math.Max(leastMeters, Math.Sqrt(half + radius)),
            Math.Max(leastMeters, Math.Sqrt(Math.Max(0, half - radius))),
            azimuth < 0 ? azimuth + Math.PI : azimuth);
    }
}

using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings.Ballistics;

namespace JointWatch.Warnings.Announcements;

/// <summary>Distance and direction on a sphere of the mean Earth radius: within 0.6 % of the ellipsoid's, which no announced area is exact to.</summary>
internal static class GreatCircle
{
    public static double MetersBetween(Geodetic from, Geodetic to) => EarthShape.GroundDistanceMeters(from, to);

    /// <summary>The direction in which the great circle from one place to another begins, radians clockwise from true north, 0 to 2π.</summary>
    public static double AzimuthRadians(Geodetic from, Geodetic to)
    {
        double east = Math.Sin(to.LongitudeRadians - from.LongitudeRadians) * Math.Cos(to.LatitudeRadians);
        double north = (Math.Cos(from.LatitudeRadians) * Math.Sin(to.LatitudeRadians))
            - (Math.Sin(from.LatitudeRadians) * Math.Cos(to.LatitudeRadians) * Math.Cos(to.LongitudeRadians - from.LongitudeRadians));
        double azimuth = Math.Atan2(east, north);
        return azimuth < 0 ? azimuth + Math.Tau : azimuth;
    }
}

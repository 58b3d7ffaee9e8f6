using JointWatch.Tracking.Geodesy;

namespace JointWatch.Reviews.Coverage;

/// <summary>Ways over the ground on a sphere of the Earth's mean radius: right to some parts in a thousand, which is finer than a map shows.</summary>
internal static class SphericalGround
{
    /// <summary>Where one comes to from a place by a great circle.</summary>
    public static Geodetic From(Geodetic place, double azimuthRadians, double meters)
    {
        double arc = meters / Wgs84.MeanRadiusMeters;
        (double sin, double cos) = Math.SinCos(place.LatitudeRadians);
        double latitude = Math.Asin((sin * Math.Cos(arc)) + (cos * Math.Sin(arc) * Math.Cos(azimuthRadians)));
        double turn = Math.Atan2(Math.Sin(azimuthRadians) * Math.Sin(arc) * cos, Math.Cos(arc) - (sin * Math.Sin(latitude)));
        return new Geodetic(latitude, Math.IEEERemainder(place.LongitudeRadians + turn, Math.Tau), 0);
    }

    /// <summary>The azimuthal equidistant projection about a place (Snyder, "Map projections: a working manual", 1987, section 25): metres east and north.</summary>
    public static (double East, double North) Project(Geodetic about, Geodetic place)
    {
        (double sin0, double cos0) = Math.SinCos(about.LatitudeRadians);
        (double sin, double cos) = Math.SinCos(place.LatitudeRadians);
        (double sinTurn, double cosTurn) = Math.SinCos(place.LongitudeRadians - about.LongitudeRadians);
        double cosArc = Math.Clamp((sin0 * sin) + (cos0 * cos * cosTurn), -1, 1);
        double arc = Math.Acos(cosArc);
        double k = arc < 1e-9 ? 1 : arc / Math.Sin(arc);
        return (Wgs84.MeanRadiusMeters * k * cos * sinTurn, Wgs84.MeanRadiusMeters * k * ((cos0 * sin) - (sin0 * cos * cosTurn)));
    }

    /// <summary>Where a point of that projection lies.</summary>
    public static Geodetic Unproject(Geodetic about, double east, double north) =>
        From(about, Math.Atan2(east, north), Math.Sqrt((east * east) + (north * north)));
}

using JointWatch.Tracking.Geodesy;

namespace JointWatch.Warnings.Ballistics;

/// <summary>Height and vertical without the iterations of the full conversion, for loops that need them thousands of times.</summary>
internal static class EarthShape
{
    private const double FlatteningFactor = 1 / ((1 - Wgs84.Flattening) * (1 - Wgs84.Flattening));

    /// <summary>
    /// Height above the ellipsoid, measured along the radius: within 1 m of the geodetic height up to 200 km and 5 parts in a million above,
    /// and exact at zero.
    /// </summary>
    public static double HeightMeters(Vector3 position)
    {
        double r2 = Vector3.Dot(position, position);
        double equatorial = ((position.X * position.X) + (position.Y * position.Y)) / r2;
        return Math.Sqrt(r2) - (Wgs84.SemiMinorAxisMeters / Math.Sqrt(1 - (Wgs84.EccentricitySquared * equatorial)));
    }

    /// <summary>The unit vector upwards: the ellipsoid's normal, exact on it and within 0.006 degrees at 200 km.</summary>
    public static Vector3 Up(Vector3 position) => new Vector3(position.X, position.Y, FlatteningFactor * position.Z).Unit;

    /// <summary>The distance over a sphere of the mean radius, metres: within 0.6 % of the geodesic.</summary>
    public static double GroundDistanceMeters(Geodetic from, Geodetic to)
    {
        double halfLatitude = Math.Sin((to.LatitudeRadians - from.LatitudeRadians) / 2);
        double halfLongitude = Math.Sin((to.LongitudeRadians - from.LongitudeRadians) / 2);
        double haversine = (halfLatitude * halfLatitude)
            + (Math.Cos(from.LatitudeRadians) * Math.Cos(to.LatitudeRadians) * halfLongitude * halfLongitude);
        return 2 * Wgs84.MeanRadiusMeters * Math.Asin(Math.Min(1, Math.Sqrt(haversine)));
    }

    /// <summary>The place under a position, at height zero.</summary>
    public static Geodetic Ground(Vector3 position) => Wgs84.ToGeodetic(Ecef.FromVector(position)) with { HeightMeters = 0 };
}

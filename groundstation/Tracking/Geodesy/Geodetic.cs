namespace JointWatch.Tracking.Geodesy;

/// <summary>A place by WGS-84 latitude (north positive) and longitude (east positive), radians, and height above the ellipsoid, metres.</summary>
public readonly record struct Geodetic(double LatitudeRadians, double LongitudeRadians, double HeightMeters)
{
    /// <summary>Gets the latitude in degrees, north positive.</summary>
    public double LatitudeDegrees => double.RadiansToDegrees(LatitudeRadians);

    /// <summary>Gets the longitude in degrees, east positive.</summary>
    public double LongitudeDegrees => double.RadiansToDegrees(LongitudeRadians);

    /// <summary>A place given in degrees, as people and files write it.</summary>
    public static Geodetic FromDegrees(double latitudeDegrees, double longitudeDegrees, double heightMeters) =>
        new(double.DegreesToRadians(latitudeDegrees), double.DegreesToRadians(longitudeDegrees), heightMeters);

    /// <summary>The same place in the Cartesian frame.</summary>
    public Ecef ToEcef() => Wgs84.ToEcef(this);
}

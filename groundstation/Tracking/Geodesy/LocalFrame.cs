namespace JointWatch.Tracking.Geodesy;

/// <summary>
/// A local Cartesian frame: an origin and the directions of its east, north and up axes, all in one common Cartesian frame.
/// <see cref="At(Geodetic)"/> gives the east-north-up frame of a place on the Earth; <see cref="Flat"/> one on a flat table.
/// </summary>
public sealed record LocalFrame(Vector3 Origin, Vector3 East, Vector3 North, Vector3 Up)
{
    /// <summary>The east-north-up frame at a place, its axes in ECEF (A. Leick, "GPS Satellite Surveying", 2nd ed., section 2.3).</summary>
    public static LocalFrame At(Geodetic place)
    {
        (double sinLat, double cosLat) = Math.SinCos(place.LatitudeRadians);
        (double sinLon, double cosLon) = Math.SinCos(place.LongitudeRadians);
        return new LocalFrame(
            place.ToEcef().Vector,
            new Vector3(-sinLon, cosLon, 0),
            new Vector3(-sinLat * cosLon, -sinLat * sinLon, cosLat),
            new Vector3(cosLat * cosLon, cosLat * sinLon, sinLat));
    }

    /// <summary>A frame parallel to a flat world frame with x east, y north, z up.</summary>
    public static LocalFrame Flat(Vector3 origin) => new(origin, new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1));

    /// <summary>A point of the common frame, seen from here: east, north, up, metres.</summary>
    public Enu ToLocal(Vector3 point) => DirectionToLocal(point - Origin);

    /// <summary>A free vector of the common frame, along this frame's axes.</summary>
    public Enu DirectionToLocal(Vector3 vector) =>
        new(Vector3.Dot(East, vector), Vector3.Dot(North, vector), Vector3.Dot(Up, vector));

    /// <summary>A local point in the common frame.</summary>
    public Vector3 ToCommon(Enu local) => Origin + DirectionToCommon(local);

    /// <summary>A local free vector in the common frame.</summary>
    public Vector3 DirectionToCommon(Enu local) => (local.EastMeters * East) + (local.NorthMeters * North) + (local.UpMeters * Up);
}

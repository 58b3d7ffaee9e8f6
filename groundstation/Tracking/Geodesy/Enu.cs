namespace JointWatch.Tracking.Geodesy;

/// <summary>A place or vector in a local east-north-up frame, metres.</summary>
public readonly record struct Enu(double EastMeters, double NorthMeters, double UpMeters)
{
    /// <summary>Gets the distance from the origin, metres.</summary>
    public double RangeMeters => Math.Sqrt((EastMeters * EastMeters) + (NorthMeters * NorthMeters) + (UpMeters * UpMeters));

    /// <summary>Gets the azimuth clockwise from true north, radians in [0, 2π).</summary>
    public double AzimuthRadians
    {
        get
        {
            double azimuth = Math.Atan2(EastMeters, NorthMeters);
            return azimuth < 0 ? azimuth + Math.Tau : azimuth;
        }
    }

    /// <summary>Gets the elevation above the local horizontal, radians in [-π/2, π/2].</summary>
    public double ElevationRadians => Math.Atan2(UpMeters, Math.Sqrt((EastMeters * EastMeters) + (NorthMeters * NorthMeters)));

    /// <summary>The place at a range, azimuth clockwise from north and elevation.</summary>
    public static Enu FromSpherical(double rangeMeters, double azimuthRadians, double elevationRadians)
    {
        (double sinAz, double cosAz) = Math.SinCos(azimuthRadians);
        (double sinEl, double cosEl) = Math.SinCos(elevationRadians);
        return new Enu(rangeMeters * cosEl * sinAz, rangeMeters * cosEl * cosAz, rangeMeters * sinEl);
    }
}

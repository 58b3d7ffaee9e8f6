namespace JointWatch.Tracking.Geodesy;

/// <summary>
/// The World Geodetic System 1984: defining and derived constants (NGA.STND.0036 version 1.0.0, tables 3.1 and 3.5),
/// and the way between geodetic and Cartesian coordinates.
/// </summary>
public static class Wgs84
{
    /// <summary>Semi-major axis a, metres.</summary>
    public const double SemiMajorAxisMeters = 6_378_137.0;

    /// <summary>Flattening f = 1 / 298.257223563.</summary>
    public const double Flattening = 1 / 298.257223563;

    /// <summary>Semi-minor axis b = a (1 - f), metres.</summary>
    public const double SemiMinorAxisMeters = SemiMajorAxisMeters * (1 - Flattening);

    /// <summary>First eccentricity squared e² = f (2 - f).</summary>
    public const double EccentricitySquared = Flattening * (2 - Flattening);

    /// <summary>The Earth's gravitational constant GM with the atmosphere, m³/s².</summary>
    public const double GravitationalConstant = 3.986004418e14;

    /// <summary>The Earth's rotation rate, rad/s.</summary>
    public const double RotationRateRadiansPerSecond = 7.292115e-5;

    /// <summary>The dynamic form factor J2 (from the normalised C20 of EGM2008: -sqrt(5) C20).</summary>
    public const double J2 = 1.082629821e-3;

    /// <summary>The mean radius (2 a + b) / 3 of IUGG, metres; for circles on the map, never for positions.</summary>
    public const double MeanRadiusMeters = ((2 * SemiMajorAxisMeters) + SemiMinorAxisMeters) / 3;

    /// <summary>Geodetic to Cartesian: exact, closed form.</summary>
    public static Ecef ToEcef(Geodetic place)
    {
        (double sinLat, double cosLat) = Math.SinCos(place.LatitudeRadians);
        (double sinLon, double cosLon) = Math.SinCos(place.LongitudeRadians);
        double primeVertical = SemiMajorAxisMeters / Math.Sqrt(1 - (EccentricitySquared * sinLat * sinLat));
        double horizontal = (primeVertical + place.HeightMeters) * cosLat;
        return new Ecef(horizontal * cosLon, horizontal * sinLon, ((primeVertical * (1 - EccentricitySquared)) + place.HeightMeters) * sinLat);
    }

    /// <summary>
    /// Cartesian to geodetic by Bowring's formula (B. R. Bowring, "Transformation from spatial to geographical coordinates",
    /// Survey Review 23, 1976), iterated until it stands still: below a micrometre from the sea floor to geostationary height.
    /// </summary>
    public static Geodetic ToGeodetic(Ecef place)
    {
        double p = Math.Sqrt((place.XMeters * place.XMeters) + (place.YMeters * place.YMeters));
        double longitude = p == 0 ? 0 : Math.Atan2(place.YMeters, place.XMeters);
        const double SecondEccentricitySquared = EccentricitySquared / (1 - EccentricitySquared);
        double reduced = Math.Atan2(place.ZMeters, p * (1 - Flattening));
        double latitude = 0;
        for (int i = 0; i < 4; i++)
        {
            (double sin, double cos) = Math.SinCos(reduced);
            latitude = Math.Atan2(
                place.ZMeters + (SecondEccentricitySquared * SemiMinorAxisMeters * sin * sin * sin),
                p - (EccentricitySquared * SemiMajorAxisMeters * cos * cos * cos));
            reduced = Math.Atan2((1 - Flattening) * Math.Sin(latitude), Math.Cos(latitude));
        }

        (double sinLat, double cosLat) = Math.SinCos(latitude);
        double primeVertical = SemiMajorAxisMeters / Math.Sqrt(1 - (EccentricitySquared * sinLat * sinLat));
        double height = (p * cosLat) + (place.ZMeters * sinLat) - (SemiMajorAxisMeters * SemiMajorAxisMeters / primeVertical);
        return new Geodetic(latitude, longitude, height);
    }
}

using JointWatch.Tracking.Geodesy;

namespace JointWatch.EndToEnd.Tests.Foreign;

/// <summary>
/// What a foreign radar at 60 N 5 E, 100 m, shows: an aircraft that flies straight and level through the radar's local frame, from 60 km
/// west and 20 km north, at 250 m/s eastward and 9,000 m up.
/// </summary>
internal static class StraightFlight
{
    public const double SpeedMetersPerSecond = 250;

    public const double LatitudeDegrees = 60;

    public const double LongitudeDegrees = 5;

    public const double HeightMeters = 100;

    private const double NorthMeters = 20_000;

    private const double UpMeters = 9_000;

    /// <summary>Range, azimuth, elevation (m, rad) and range rate (m/s) from the radar, so long after the start.</summary>
    public static (double Range, double Azimuth, double Elevation, double RangeRate) Seen(double seconds)
    {
        double east = EastMeters(seconds);
        double ground = double.Hypot(east, NorthMeters);
        double range = double.Hypot(ground, UpMeters);
        return (range, (Math.Atan2(east, NorthMeters) + Math.Tau) % Math.Tau, Math.Atan2(UpMeters, ground), SpeedMetersPerSecond * east / range);
    }

    /// <summary>How far a place is from the line that the aircraft flies, across it and in height, metres.</summary>
    public static double DistanceFromLine(double latitudeDegrees, double longitudeDegrees, double heightMeters)
    {
        LocalFrame radar = LocalFrame.At(Geodetic.FromDegrees(LatitudeDegrees, LongitudeDegrees, HeightMeters));
        Enu place = radar.ToLocal(Geodetic.FromDegrees(latitudeDegrees, longitudeDegrees, heightMeters).ToEcef().Vector);
        return double.Hypot(place.NorthMeters - NorthMeters, place.UpMeters - UpMeters);
    }

    private static double EastMeters(double seconds) => -60_000 + (SpeedMetersPerSecond * seconds);
}

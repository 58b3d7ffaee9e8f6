using System;

namespace JointWatch.Firmware.Geodesy
{
    /// <summary>The World Geodetic System 1984 (NGA.STND.0036, tables 3.1 and 3.5).</summary>
    public static class Wgs84
    {
        public const double SemiMajorAxisMeters = 6_378_137.0;
        public const double Flattening = 1 / 298.257223563;
        public const double EccentricitySquared = Flattening * (2 - Flattening);

        /// <summary>
        /// Height above the ellipsoid along the geocentric radius, metres: |r| - a (1 - f sin²φ'). It is within 30 m of the geodetic height
        /// up to 100 km, and within 150 m up to 1000 km: enough to say what the Earth hides, not to measure with.
        /// </summary>
        public static double RoughHeightMeters(double x, double y, double z)
        {
            double radius = Math.Sqrt((x * x) + (y * y) + (z * z));
            double sine = radius > 0 ? z / radius : 0;
            return radius - (SemiMajorAxisMeters * (1 - (Flattening * sine * sine)));
        }
    }
}

using System;

namespace JointWatch.Firmware.Sensors
{
    /// <summary>
    /// How much infra-red light passes the air between a sensor and a body: Bouguer's law with the air mass of F. Kasten and A. Young ("Revised
    /// optical air mass tables and approximation formula", Applied Optics 28, 1989), the density falling off with a scale height.
    /// </summary>
    public static class Atmosphere
    {
        /// <summary>The scale height of the air's density, metres (U.S. Standard Atmosphere 1976, near the ground).</summary>
        public const double ScaleHeightMeters = 8_400;

        /// <summary>The relative air mass from sea level to space at an elevation, radians; below the horizon that of the horizon, 38.</summary>
        public static double AirMass(double elevationRadians)
        {
            double elevation = elevationRadians > 0 ? elevationRadians : 0;
            double degrees = elevation / Wire.RadiansPerDegree;
            return 1 / (Math.Sin(elevation) + (0.50572 * Math.Pow(degrees + 6.07995, -1.6364)));
        }

        /// <summary>The part of the light that passes, in (0, 1].</summary>
        /// <param name="zenith">The part that passes straight up from sea level to space.</param>
        /// <param name="sensorHeightMeters">Height of the sensor.</param>
        /// <param name="bodyHeightMeters">Height of the body.</param>
        /// <param name="elevationRadians">Elevation of the body above the sensor's horizontal.</param>
        /// <param name="rangeMeters">Distance between them.</param>
        public static double Transmission(
            double zenith, double sensorHeightMeters, double bodyHeightMeters, double elevationRadians, double rangeMeters)
        {
            double atSensor = Density(sensorHeightMeters);
            double atBody = Density(bodyHeightMeters);

            // Looking up, the air mass above the sensor less that above the body. Looking level the two are equal, and what counts is the
            // length of the way: the other term, exact for a way that climbs evenly, takes over there.
            double slanted = AirMass(elevationRadians) * (atSensor - atBody);
            double climb = (bodyHeightMeters - sensorHeightMeters) / ScaleHeightMeters;
            double mean = Math.Abs(climb) < 1e-3 ? atSensor : (atSensor - atBody) / climb;
            double level = rangeMeters / ScaleHeightMeters * mean;
            return Math.Pow(zenith, slanted > level ? slanted : level);
        }

        private static double Density(double heightMeters)
        {
            return Math.Exp(-(heightMeters > 0 ? heightMeters : 0) / ScaleHeightMeters);
        }
    }
}

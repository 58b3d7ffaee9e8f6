using System;

namespace JointWatch.Firmware.Geodesy
{
    /// <summary>
    /// What the Earth hides. Sensor and body see each other when their distance is not more than the sum of their tangent lengths to a
    /// sphere, the textbook rule d = √(h1 (2 R + h1)) + √(h2 (2 R + h2)). For radio the sphere's radius is 4/3 of the Earth's, which
    /// stands for refraction in the lower atmosphere (Schelleng, Burrows and Ferrell, "Ultra-short-wave propagation", Proc. IRE 21, 1933;
    /// ITU-R P.310). It decides on visibility only: measured angles are geometric. It is generous to bodies above the atmosphere.
    /// </summary>
    public static class Horizon
    {
        /// <summary>The mean radius of the Earth (IUGG), metres.</summary>
        public const double EarthRadiusMeters = 6_371_008.8;

        /// <summary>The effective radius for radio waves, metres.</summary>
        public const double RadioRadiusMeters = EarthRadiusMeters * 4 / 3;

        /// <summary>From a height down to where a straight line touches the sphere, metres; 0 for heights below it.</summary>
        public static double TangentMeters(double heightMeters, double radiusMeters)
        {
            return heightMeters > 0 ? Math.Sqrt(heightMeters * ((2 * radiusMeters) + heightMeters)) : 0;
        }

        /// <summary>Whether two heights see each other over a distance.</summary>
        public static bool InSight(double heightMeters, double otherHeightMeters, double distanceMeters, double radiusMeters)
        {
            return distanceMeters <= TangentMeters(heightMeters, radiusMeters) + TangentMeters(otherHeightMeters, radiusMeters);
        }
    }
}

using System;

namespace JointWatch.Firmware.Sensors
{
    /// <summary>The standard normal distribution.</summary>
    public static class Normal
    {
        /// <summary>
        /// Φ(x) with an error below 7.5e-8 (M. Abramowitz and I. Stegun, "Handbook of Mathematical Functions", formula 26.2.17).
        /// </summary>
        public static double Cumulative(double x)
        {
            double distance = Math.Abs(x);
            if (distance > 30)
            {
                return x > 0 ? 1 : 0;
            }

            double t = 1 / (1 + (0.2316419 * distance));
            double series = t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
            double tail = Math.Exp(-distance * distance / 2) / Math.Sqrt(Wire.TwoPi) * series;
            return x > 0 ? 1 - tail : tail;
        }
    }
}

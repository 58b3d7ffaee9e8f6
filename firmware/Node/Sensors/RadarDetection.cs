using System;

namespace JointWatch.Firmware.Sensors
{
    /// <summary>The radar equation, and detection of a target whose echo fluctuates from scan to scan. Ratios are linear unless the name says decibels.</summary>
    public static class RadarDetection
    {
        /// <summary>
        /// The mean signal-to-noise ratio of a target: in proportion to its cross section and to R⁻⁴ (M. Skolnik, "Introduction to Radar
        /// Systems", 3rd ed., section 1.2), all else being gathered in the ratio that 1 m² gives at a reference range.
        /// </summary>
        public static double MeanSnr(double referenceSnr, double referenceRangeMeters, double crossSectionSquareMeters, double rangeMeters)
        {
            double nearer = referenceRangeMeters / rangeMeters;
            double squared = nearer * nearer;
            return referenceSnr * crossSectionSquareMeters * squared * squared;
        }

        /// <summary>
        /// The probability of detection of a Swerling 1 target, one look, square-law detector: Pfa^(1 / (1 + SNR)) (P. Swerling, "Probability of
        /// Detection for Fluctuating Targets", RAND RM-1217, 1954; M. Richards, "Fundamentals of Radar Signal Processing", section 6.3).
        /// </summary>
        public static double Swerling1(double meanSnr, double falseAlarmProbability)
        {
            return Math.Pow(falseAlarmProbability, 1 / (1 + meanSnr));
        }

        /// <summary>The threshold on the power over the mean noise power that noise alone passes with a probability: -ln Pfa.</summary>
        public static double Threshold(double falseAlarmProbability)
        {
            return -Math.Log(falseAlarmProbability);
        }

        /// <summary>A ratio of powers from decibels.</summary>
        public static double FromDecibels(double decibels)
        {
            return Math.Pow(10, decibels / 10);
        }

        /// <summary>Decibels of a ratio of powers.</summary>
        public static double ToDecibels(double ratio)
        {
            return 10 * Math.Log10(ratio);
        }
    }
}

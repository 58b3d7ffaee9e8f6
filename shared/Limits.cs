namespace JointWatch.Contract
{
    /// <summary>
    /// What each integer field may hold: the ranges of contract.cddl, in the units of the wire, written down once for encoder, decoder
    /// and station. Fields of 64 bits (sequence, times, counters) may hold anything and are not here.
    /// </summary>
    /// <remarks>In arrays by the fields' numbers: an object for each would take a board twice the flash and three times the memory.</remarks>
    public static partial class Limits
    {
        /// <summary>The most bytes of UTF-8 in a text (<c>text64</c>).</summary>
        public const int TextBytes = 64;

        /// <summary>The most bytes of UTF-8 in a new set-up.</summary>
        public const int SetUpBytes = 2000;

        /// <summary>The most characters in a state; all of them are ASCII.</summary>
        public const int StateCharacters = 127;

        /// <summary>The least and the most of each, in pairs.</summary>
        private static readonly long[] Ranges = new long[]
        {
            0, uint.MaxValue, // Boot
            0, 3_600_000_000, // ClockSigmaUs
            0, uint.MaxValue, // Run
            1, 2, // Kind
            -900_000_000, 900_000_000, // LatitudeE7
            -1_800_000_000, 1_800_000_000, // LongitudeE7
            -10_000, 1_000_000, // HeightDm
            10_000, 60_000_000, // ScanPeriodUs
            0, 6_283_185, // AzimuthStartUrad
            0, 6_283_186, // AzimuthWidthUrad
            -1_570_797, 1_570_797, // ElevationMinUrad
            -1_570_797, 1_570_797, // ElevationMaxUrad
            0, 4_000_000_000, // RangeMinDm
            0, 4_000_000_000, // RangeMaxDm
            1, 100_000, // RangeSigmaDm
            1, 500_000, // AzimuthSigmaUrad
            1, 500_000, // ElevationSigmaUrad
            0, 100_000, // RangeRateSigmaCmps
            0, 1_000, // DetectionPermille
            0, 1_000_000, // FalseDetectionsMilli
            0, 4_000_000_000, // RangeDm
            0, 6_283_185, // AzimuthUrad
            -1_570_797, 1_570_797, // ElevationUrad
            -2_000_000, 2_000_000, // RangeRateCmps
            -10_000, 20_000, // SnrCentidecibels
            0, uint.MaxValue, // IrradianceNwpm2
            0, ushort.MaxValue, // Marks
            1, 1, // Test
            0, uint.MaxValue, // ReportsWaiting
            0, uint.MaxValue, // Reconnects
            0, long.MaxValue, // FreeHeapBytes
            -128, 0, // SignalDbm
            0, long.MaxValue, // LargestBlockBytes
            0, 2, // ClockState
            -100_000_000, 100_000_000, // DriftPpb
            0, 6, // BootReason
            1, 1, // SafeMode
            0, uint.MaxValue, // CommandNumber
            1, 6, // Verb
            0, uint.MaxValue, // AskedScanPeriodUs
            0, 2, // AckResult
            0, uint.MaxValue, // Warnings
            0, 2, // ExerciseState
            0, 1_000_000, // RateMilli
            0, 256, // Objects
            0, 255, // Object
            -10_000, 10_000, // CrossSectionCentidecibels
            0, uint.MaxValue, // KnotTimeMs
            -4_000_000_000, 4_000_000_000, // XDm
            -4_000_000_000, 4_000_000_000, // YDm
            -4_000_000_000, 4_000_000_000, // ZDm
            -2_000_000, 2_000_000, // VelocityXCmps
            -2_000_000, 2_000_000, // VelocityYCmps
            -2_000_000, 2_000_000, // VelocityZCmps
            0, uint.MaxValue, // IntensityWpsr
        };

        /// <summary>Whether a field may hold a value.</summary>
        public static bool Contains(Limit limit, long value)
        {
            return value >= Ranges[2 * (int)limit] && value <= Ranges[(2 * (int)limit) + 1];
        }

        /// <summary>The least that a field may hold.</summary>
        public static long Min(Limit limit)
        {
            return Ranges[2 * (int)limit];
        }

        /// <summary>The most that a field may hold.</summary>
        public static long Max(Limit limit)
        {
            return Ranges[(2 * (int)limit) + 1];
        }
    }
}

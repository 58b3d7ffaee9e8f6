using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Firmware.SetUp;

namespace JointWatch.Firmware
{
    /// <summary>From a setup to the birth message. The sensor models work from the birth, so that a node is exactly what it says it is.</summary>
    internal static class BirthWriter
    {
        public static BirthMessage Write(NodeSetup setup, NodeStart start)
        {
            double[] numbers = setup.Numbers;
            BirthMessage birth = new BirthMessage
            {
                Boot = start.Boot,
                Kind = setup.Kind,
                LatitudeE7 = (int)Scaled(numbers, SetupTable.Latitude, 10_000_000, Limit.LatitudeE7),
                LongitudeE7 = (int)Scaled(numbers, SetupTable.Longitude, 10_000_000, Limit.LongitudeE7),
                HeightDm = (int)Scaled(numbers, SetupTable.Height, 10, Limit.HeightDm),
                ScanPeriodUs = setup.ScanPeriodUs,
                AzimuthStartUrad = (uint)Angle(numbers, SetupTable.AzimuthStart, Limit.AzimuthStartUrad),
                AzimuthWidthUrad = (uint)Angle(numbers, SetupTable.AzimuthWidth, Limit.AzimuthWidthUrad),
                ElevationMinUrad = (int)Angle(numbers, SetupTable.ElevationMin, Limit.ElevationMinUrad),
                ElevationMaxUrad = (int)Angle(numbers, SetupTable.ElevationMax, Limit.ElevationMaxUrad),
                RangeMinDm = (uint)Scaled(numbers, SetupTable.RangeMin, 10, Limit.RangeMinDm),
                RangeMaxDm = (uint)Scaled(numbers, SetupTable.RangeMax, 10, Limit.RangeMaxDm),
                AzimuthSigmaUrad = (uint)Scaled(numbers, SetupTable.AzimuthSigma, 1, Limit.AzimuthSigmaUrad),
                ElevationSigmaUrad = (uint)Scaled(numbers, SetupTable.ElevationSigma, 1, Limit.ElevationSigmaUrad),
                FalseDetectionsMilli = (uint)Scaled(numbers, SetupTable.FalseDetections, 1000, Limit.FalseDetectionsMilli),
                Firmware = setup.Firmware,
                Label = setup.Label,
                BootReason = start.Reason,
                Cause = start.Cause,
                SafeMode = start.SafeMode,
            };
            if (setup.Kind == SensorKind.Radar)
            {
                birth.RangeSigmaDm = (uint)Scaled(numbers, SetupTable.RangeSigma, 10, Limit.RangeSigmaDm);
                birth.RangeRateSigmaCmps = (uint)Scaled(numbers, SetupTable.RangeRateSigma, 100, Limit.RangeRateSigmaCmps);
            }

            return birth;
        }

        private static long Scaled(double[] numbers, int at, int scale, Limit limit)
        {
            return Wire.Limited(numbers[at] * scale, limit);
        }

        private static long Angle(double[] numbers, int at, Limit limit)
        {
            return Wire.Limited(numbers[at] * Wire.MicroradiansPerDegree, limit);
        }
    }
}

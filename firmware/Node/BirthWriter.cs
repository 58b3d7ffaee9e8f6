using JointWatch.Contract.Messages;

namespace JointWatch.Firmware
{
    /// <summary>From a setup to the birth message. The sensor models work from the birth, so that a node is exactly what it says it is.</summary>
    internal static class BirthWriter
    {
        public static BirthMessage Write(NodeSetup setup, NodeStart start)
        {
            bool radar = setup.Kind == SensorKind.Radar;
            return new BirthMessage
            {
                Boot = start.Boot,
                Kind = setup.Kind,
                LatitudeE7 = Wire.Signed(setup.LatitudeDegrees * 1e7, -900_000_000, 900_000_000),
                LongitudeE7 = Wire.Signed(setup.LongitudeDegrees * 1e7, -1_800_000_000, 1_800_000_000),
                HeightDm = Wire.Signed(setup.HeightMeters * 10, -10_000, 1_000_000),
                ScanPeriodUs = setup.ScanPeriodUs,
                AzimuthStartUrad = Wire.Unsigned(setup.AzimuthStartDegrees * Wire.MicroradiansPerDegree, Wire.AllRoundUrad),
                AzimuthWidthUrad = Wire.Unsigned(setup.AzimuthWidthDegrees * Wire.MicroradiansPerDegree, Wire.AllRoundUrad),
                ElevationMinUrad = Wire.Signed(setup.ElevationMinDegrees * Wire.MicroradiansPerDegree, -1_570_797, 1_570_797),
                ElevationMaxUrad = Wire.Signed(setup.ElevationMaxDegrees * Wire.MicroradiansPerDegree, -1_570_797, 1_570_797),
                RangeMinDm = Wire.Unsigned(setup.RangeMinMeters * 10, 4_000_000_000),
                RangeMaxDm = Wire.Unsigned(setup.RangeMaxMeters * 10, 4_000_000_000),
                RangeSigmaDm = radar ? Wire.Unsigned(setup.RangeSigmaMeters * 10, 100_000) : 0,
                AzimuthSigmaUrad = Wire.Unsigned(setup.AzimuthSigmaMicroradians, 500_000),
                ElevationSigmaUrad = Wire.Unsigned(setup.ElevationSigmaMicroradians, 500_000),
                RangeRateSigmaCmps = radar ? Wire.Unsigned(setup.RangeRateSigmaMetersPerSecond * 100, 100_000) : 0,
                FalseDetectionsMilli = Wire.Unsigned(setup.FalseDetectionsPerScan * 1000, 1_000_000),
                Firmware = setup.Firmware,
                Label = setup.Label,
                BootReason = start.Reason,
                Cause = start.Cause,
                SafeMode = start.SafeMode,
            };
        }
    }
}

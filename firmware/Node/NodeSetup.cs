using JointWatch.Contract;
using JointWatch.Contract.Messages;

namespace JointWatch.Firmware
{
    /// <summary>
    /// What a node is: its name, sensor, place and quality. Azimuths are clockwise from true north, elevations above the local horizontal.
    /// <see cref="ForRadar"/> and <see cref="ForInfrared"/> give a complete sensor of each kind to start from.
    /// </summary>
    public sealed class NodeSetup
    {
        public string Party = "";

        public string Node = "";

        /// <summary>The node's name for people, or null.</summary>
        public string? Label;

        /// <summary>The firmware's name and version, as the birth shows it.</summary>
        public string Firmware = "JointWatch.Node 0.1.0";

        public SensorKind Kind;

        /// <summary>The WGS-84 latitude, north positive: -90..90.</summary>
        public double LatitudeDegrees;

        /// <summary>The WGS-84 longitude, east positive: -180..180.</summary>
        public double LongitudeDegrees;

        /// <summary>The height above the ellipsoid: -1000..100000.</summary>
        public double HeightMeters;

        /// <summary>Where the field of view begins: 0..360.</summary>
        public double AzimuthStartDegrees;

        /// <summary>How far the field of view extends clockwise: 0..360, 360 being all round.</summary>
        public double AzimuthWidthDegrees = 360;

        public double ElevationMinDegrees = 2;

        public double ElevationMaxDegrees = 85;

        public double RangeMinMeters;

        /// <summary>The farthest range, up to 4e8. An infra-red sensor does not measure range, and yet does not look farther than this.</summary>
        public double RangeMaxMeters;

        /// <summary>The standard deviation of a measured range, radar only: 0.1..10000.</summary>
        public double RangeSigmaMeters;

        /// <summary>The standard deviation of a measured azimuth: 1..500000.</summary>
        public double AzimuthSigmaMicroradians;

        /// <summary>The standard deviation of a measured elevation: 1..500000.</summary>
        public double ElevationSigmaMicroradians;

        /// <summary>The standard deviation of a measured range rate, radar only: 0..1000; 0: this radar measures none.</summary>
        public double RangeRateSigmaMetersPerSecond;

        /// <summary>The time between scans: 10000..60000000.</summary>
        public uint ScanPeriodUs = 1_000_000;

        /// <summary>How far scans lie behind the whole periods of the clock, so that nodes do not all look at one instant: below the period.</summary>
        public uint ScanOffsetUs;

        /// <summary>The false detections in a scan on average: 0..200. A report holds 256 detections at most.</summary>
        public double FalseDetectionsPerScan;

        /// <summary>The range at which a target of 1 m² gives <see cref="ReferenceSnrDecibels"/>, radar only: 100..1e8.</summary>
        public double ReferenceRangeMeters = 1_500_000;

        /// <summary>The mean signal-to-noise ratio of a target of 1 m² at the reference range, radar only: -20..60.</summary>
        public double ReferenceSnrDecibels = 13;

        /// <summary>The probability that one resolution cell of noise passes the threshold, as a power of ten, radar only: -12..-2.</summary>
        public double FalseAlarmExponent = -6;

        /// <summary>The irradiance that equals the noise, infra-red only, nW/m²: 0.001..1e6.</summary>
        public double NoiseIrradianceNanowatts = 0.2;

        /// <summary>How many times the noise an irradiance must be to be detected, infra-red only: 2..20.</summary>
        public double ThresholdToNoise = 5;

        /// <summary>The part of the light that passes the atmosphere straight up from sea level in this band, infra-red only, thousandths: 1..1000.</summary>
        public int ZenithTransmissionPermille = 850;

        /// <summary>What the node's chances are drawn from: the same seed sees the same in the same exercise.</summary>
        public uint Seed;

        /// <summary>A long-range surveillance radar, all round: 1 m² at 1500 km gives 13 dB; 50 m, 1 mrad, 5 m/s; one false detection a scan.</summary>
        public static NodeSetup ForRadar(string party, string node, double latitudeDegrees, double longitudeDegrees, double heightMeters)
        {
            return new NodeSetup
            {
                Party = party,
                Node = node,
                Kind = SensorKind.Radar,
                LatitudeDegrees = latitudeDegrees,
                LongitudeDegrees = longitudeDegrees,
                HeightMeters = heightMeters,
                RangeMinMeters = 1_000,
                RangeMaxMeters = 3_000_000,
                RangeSigmaMeters = 50,
                AzimuthSigmaMicroradians = 1_000,
                ElevationSigmaMicroradians = 1_000,
                RangeRateSigmaMetersPerSecond = 5,
                FalseDetectionsPerScan = 1,
            };
        }

        /// <summary>A ground-based staring infra-red sensor, all round: 0.2 mrad; half a false detection a scan.</summary>
        public static NodeSetup ForInfrared(string party, string node, double latitudeDegrees, double longitudeDegrees, double heightMeters)
        {
            return new NodeSetup
            {
                Party = party,
                Node = node,
                Kind = SensorKind.Infrared,
                LatitudeDegrees = latitudeDegrees,
                LongitudeDegrees = longitudeDegrees,
                HeightMeters = heightMeters,
                RangeMaxMeters = 3_000_000,
                AzimuthSigmaMicroradians = 200,
                ElevationSigmaMicroradians = 200,
                FalseDetectionsPerScan = 0.5,
            };
        }

        /// <summary>Refuses a setup that makes no sensor.</summary>
        /// <exception cref="System.ArgumentException">Names the field, its value and what was expected.</exception>
        public void Check()
        {
            if (!Topics.IsParty(Party))
            {
                throw new System.ArgumentException("Party is '" + Party + "'; expected 1 to 32 of a-z, 0-9 and '-', and neither 'exercise' nor 'station'");
            }

            if (!Topics.IsName(Node))
            {
                throw new System.ArgumentException("Node is '" + Node + "'; expected 1 to 32 of a-z, 0-9 and '-'");
            }

            Need.Text64("Firmware", Firmware);
            Need.Text64("Label", Label ?? "");
            Need.Within("Kind", (int)Kind, 1, 2);
            Need.Within("LatitudeDegrees", LatitudeDegrees, -90, 90);
            Need.Within("LongitudeDegrees", LongitudeDegrees, -180, 180);
            Need.Within("HeightMeters", HeightMeters, -1000, 100_000);
            Need.Within("AzimuthStartDegrees", AzimuthStartDegrees, 0, 360);
            Need.Within("AzimuthWidthDegrees", AzimuthWidthDegrees, 0, 360);
            Need.Within("ElevationMinDegrees", ElevationMinDegrees, -90, 90);
            Need.Within("ElevationMaxDegrees", ElevationMaxDegrees, -90, 90);
            Need.Less("ElevationMinDegrees", ElevationMinDegrees, "ElevationMaxDegrees", ElevationMaxDegrees);
            Need.Within("RangeMinMeters", RangeMinMeters, 0, 400_000_000);
            Need.Within("RangeMaxMeters", RangeMaxMeters, 0, 400_000_000);
            Need.Less("RangeMinMeters", RangeMinMeters, "RangeMaxMeters", RangeMaxMeters);
            Need.Within("AzimuthSigmaMicroradians", AzimuthSigmaMicroradians, 1, 500_000);
            Need.Within("ElevationSigmaMicroradians", ElevationSigmaMicroradians, 1, 500_000);
            Need.Within("ScanPeriodUs", ScanPeriodUs, ScanSchedule.PeriodMinUs, ScanSchedule.PeriodMaxUs);
            Need.Within("ScanOffsetUs", ScanOffsetUs, 0, ScanPeriodUs - 1L);
            Need.Within("FalseDetectionsPerScan", FalseDetectionsPerScan, 0, 200);
            if (Kind == SensorKind.Radar)
            {
                Need.Within("RangeSigmaMeters * 10", RangeSigmaMeters * 10, 1, 100_000);
                Need.Within("RangeRateSigmaMetersPerSecond", RangeRateSigmaMetersPerSecond, 0, 1000);
                Need.Within("ReferenceRangeMeters", ReferenceRangeMeters, 100, 100_000_000);
                Need.Within("ReferenceSnrDecibels", ReferenceSnrDecibels, -20, 60);
                Need.Within("FalseAlarmExponent", FalseAlarmExponent, -12, -2);
            }
            else
            {
                Need.Within("NoiseIrradianceNanowatts * 1000", NoiseIrradianceNanowatts * 1000, 1, 1_000_000_000);
                Need.Within("ThresholdToNoise", ThresholdToNoise, 2, 20);
                Need.Within("ZenithTransmissionPermille", ZenithTransmissionPermille, 1, 1000);
            }
        }
    }
}

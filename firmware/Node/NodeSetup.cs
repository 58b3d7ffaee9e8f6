using JointWatch.Contract.Messages;

namespace JointWatch.Firmware
{
    /// <summary>
    /// What a node is: its name, sensor, place and quality. Azimuths are clockwise from true north, elevations above the local horizontal.
    /// <see cref="ForRadar"/> and <see cref="ForInfrared"/> give a complete sensor of each kind to start from.
    /// </summary>
    public sealed partial class NodeSetup
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

        /// <summary>
        /// A sensor of a kind with all as usual. A long-range surveillance radar, all round: 1 m² at 1500 km gives 13 dB; 50 m, 1 mrad, 5 m/s; one
        /// false detection a scan. A ground-based staring infra-red sensor, all round: 0.2 mrad; half a false detection a scan.
        /// </summary>
        public static NodeSetup For(SensorKind kind)
        {
            NodeSetup setup = new NodeSetup
            {
                Kind = kind,
                RangeMaxMeters = 3_000_000,
                AzimuthSigmaMicroradians = 200,
                ElevationSigmaMicroradians = 200,
                FalseDetectionsPerScan = 0.5,
            };
            if (kind == SensorKind.Radar)
            {
                setup.RangeMinMeters = 1_000;
                setup.RangeSigmaMeters = 50;
                setup.AzimuthSigmaMicroradians = 1_000;
                setup.ElevationSigmaMicroradians = 1_000;
                setup.RangeRateSigmaMetersPerSecond = 5;
                setup.FalseDetectionsPerScan = 1;
            }

            return setup;
        }

    }
}

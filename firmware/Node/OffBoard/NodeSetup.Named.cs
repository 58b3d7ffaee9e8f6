using JointWatch.Firmware.SetUp;

namespace JointWatch.Firmware
{
    /// <content>The names and numbers one by one.</content>
    public sealed partial class NodeSetup
    {
        /// <summary>Gets or sets the party's name.</summary>
        public string Party
        {
            get { return FullName.Substring(0, FullName.IndexOf('/')); }
            set { FullName = value + "/" + Node; }
        }

        /// <summary>Gets or sets the node's name.</summary>
        public string Node
        {
            get { return FullName.Substring(FullName.IndexOf('/') + 1); }
            set { FullName = Party + "/" + value; }
        }

        /// <summary>Gets or sets the WGS-84 latitude, north positive: -90..90.</summary>
        public double LatitudeDegrees
        {
            get { return Numbers[SetupTable.Latitude]; }
            set { Numbers[SetupTable.Latitude] = value; }
        }

        /// <summary>Gets or sets the WGS-84 longitude, east positive: -180..180.</summary>
        public double LongitudeDegrees
        {
            get { return Numbers[SetupTable.Longitude]; }
            set { Numbers[SetupTable.Longitude] = value; }
        }

        /// <summary>Gets or sets the height above the ellipsoid: -1000..100000.</summary>
        public double HeightMeters
        {
            get { return Numbers[SetupTable.Height]; }
            set { Numbers[SetupTable.Height] = value; }
        }

        /// <summary>Gets or sets where the field of view begins: 0..360.</summary>
        public double AzimuthStartDegrees
        {
            get { return Numbers[SetupTable.AzimuthStart]; }
            set { Numbers[SetupTable.AzimuthStart] = value; }
        }

        /// <summary>Gets or sets how far the field of view extends clockwise: 0..360, 360 being all round.</summary>
        public double AzimuthWidthDegrees
        {
            get { return Numbers[SetupTable.AzimuthWidth]; }
            set { Numbers[SetupTable.AzimuthWidth] = value; }
        }

        /// <summary>Gets or sets where the field of view begins above the horizontal: -90..90.</summary>
        public double ElevationMinDegrees
        {
            get { return Numbers[SetupTable.ElevationMin]; }
            set { Numbers[SetupTable.ElevationMin] = value; }
        }

        /// <summary>Gets or sets where the field of view ends above the horizontal: -90..90.</summary>
        public double ElevationMaxDegrees
        {
            get { return Numbers[SetupTable.ElevationMax]; }
            set { Numbers[SetupTable.ElevationMax] = value; }
        }

        /// <summary>Gets or sets the nearest range.</summary>
        public double RangeMinMeters
        {
            get { return Numbers[SetupTable.RangeMin]; }
            set { Numbers[SetupTable.RangeMin] = value; }
        }

        /// <summary>Gets or sets the farthest range, up to 4e8. An infra-red sensor does not measure range, and yet does not look farther than this.</summary>
        public double RangeMaxMeters
        {
            get { return Numbers[SetupTable.RangeMax]; }
            set { Numbers[SetupTable.RangeMax] = value; }
        }

        /// <summary>Gets or sets the standard deviation of a measured range, radar only: 0.1..10000.</summary>
        public double RangeSigmaMeters
        {
            get { return Numbers[SetupTable.RangeSigma]; }
            set { Numbers[SetupTable.RangeSigma] = value; }
        }

        /// <summary>Gets or sets the standard deviation of a measured azimuth: 1..500000.</summary>
        public double AzimuthSigmaMicroradians
        {
            get { return Numbers[SetupTable.AzimuthSigma]; }
            set { Numbers[SetupTable.AzimuthSigma] = value; }
        }

        /// <summary>Gets or sets the standard deviation of a measured elevation: 1..500000.</summary>
        public double ElevationSigmaMicroradians
        {
            get { return Numbers[SetupTable.ElevationSigma]; }
            set { Numbers[SetupTable.ElevationSigma] = value; }
        }

        /// <summary>Gets or sets the standard deviation of a measured range rate, radar only: 0..1000; 0: this radar measures none.</summary>
        public double RangeRateSigmaMetersPerSecond
        {
            get { return Numbers[SetupTable.RangeRateSigma]; }
            set { Numbers[SetupTable.RangeRateSigma] = value; }
        }

        /// <summary>Gets or sets the false detections in a scan on average: 0..200. A report holds 256 detections at most.</summary>
        public double FalseDetectionsPerScan
        {
            get { return Numbers[SetupTable.FalseDetections]; }
            set { Numbers[SetupTable.FalseDetections] = value; }
        }

        /// <summary>Gets or sets the range at which a target of 1 m² gives <see cref="ReferenceSnrDecibels"/>, radar only: 100..1e8.</summary>
        public double ReferenceRangeMeters
        {
            get { return Numbers[SetupTable.ReferenceRange]; }
            set { Numbers[SetupTable.ReferenceRange] = value; }
        }

        /// <summary>Gets or sets the mean signal-to-noise ratio of a target of 1 m² at the reference range, radar only: -20..60.</summary>
        public double ReferenceSnrDecibels
        {
            get { return Numbers[SetupTable.ReferenceSnr]; }
            set { Numbers[SetupTable.ReferenceSnr] = value; }
        }

        /// <summary>Gets or sets the irradiance that equals the noise, infra-red only, nW/m²: 0.001..1e6.</summary>
        public double NoiseIrradianceNanowatts
        {
            get { return Numbers[SetupTable.NoiseIrradiance]; }
            set { Numbers[SetupTable.NoiseIrradiance] = value; }
        }

        /// <summary>Gets or sets how many times the noise an irradiance must be to be detected, infra-red only: 2..20.</summary>
        public double ThresholdToNoise
        {
            get { return Numbers[SetupTable.ThresholdToNoise]; }
            set { Numbers[SetupTable.ThresholdToNoise] = value; }
        }
    }
}

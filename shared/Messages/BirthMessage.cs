namespace JointWatch.Contract.Messages
{
    /// <summary>What a node says of itself at each connect (<c>birth</c> in contract.cddl; units are the wire's).</summary>
    public sealed class BirthMessage
    {
        public uint Boot;
        public SensorKind Kind;
        public int LatitudeE7;
        public int LongitudeE7;
        public int HeightDm;
        public uint ScanPeriodUs;
        public uint AzimuthStartUrad;
        public uint AzimuthWidthUrad;
        public int ElevationMinUrad;
        public int ElevationMaxUrad;
        public uint RangeMinDm;
        public uint RangeMaxDm;

        /// <summary>Radar only.</summary>
        public uint RangeSigmaDm;
        public uint AzimuthSigmaUrad;
        public uint ElevationSigmaUrad;

        /// <summary>Radar only; 0: no range rate.</summary>
        public uint RangeRateSigmaCmps;
        public uint DetectionPermille;
        public uint FalseDetectionsMilli;
        public string Firmware = "";

        /// <summary>The node's name for people, or null.</summary>
        public string? Label;
        public BootReason BootReason;

        /// <summary>What the last crash was, or null.</summary>
        public string? Cause;

        /// <summary>Whether the node does not scan because it crashed three times in a row.</summary>
        public bool SafeMode;
    }
}

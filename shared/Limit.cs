namespace JointWatch.Contract
{
    /// <summary>An integer field of the contract, by number; its name in contract.cddl and what it may hold are in <see cref="Limits"/>.</summary>
    public enum Limit
    {
        Boot = 0,
        ClockSigmaUs = 1,
        Run = 2,

        Kind = 3,
        LatitudeE7 = 4,
        LongitudeE7 = 5,
        HeightDm = 6,
        ScanPeriodUs = 7,
        AzimuthStartUrad = 8,
        AzimuthWidthUrad = 9,
        ElevationMinUrad = 10,
        ElevationMaxUrad = 11,
        RangeMinDm = 12,
        RangeMaxDm = 13,
        RangeSigmaDm = 14,
        AzimuthSigmaUrad = 15,
        ElevationSigmaUrad = 16,
        RangeRateSigmaCmps = 17,
        DetectionPermille = 18,
        FalseDetectionsMilli = 19,

        RangeDm = 20,
        AzimuthUrad = 21,
        ElevationUrad = 22,
        RangeRateCmps = 23,
        SnrCentidecibels = 24,
        IrradianceNwpm2 = 25,

        Marks = 26,
        Test = 27,

        ReportsWaiting = 28,
        Reconnects = 29,
        FreeHeapBytes = 30,
        SignalDbm = 31,
        LargestBlockBytes = 32,
        ClockState = 33,
        DriftPpb = 34,
        BootReason = 35,
        SafeMode = 36,

        CommandNumber = 37,
        Verb = 38,

        /// <summary>What a command may ask for is wider than what a birth may say: the node, not its decoder, refuses the rest.</summary>
        AskedScanPeriodUs = 39,
        AckResult = 40,

        Warnings = 41,

        ExerciseState = 42,
        RateMilli = 43,
        Objects = 44,

        Object = 45,
        CrossSectionCentidecibels = 46,
        KnotTimeMs = 47,
        XDm = 48,
        YDm = 49,
        ZDm = 50,
        VelocityXCmps = 51,
        VelocityYCmps = 52,
        VelocityZCmps = 53,
        IntensityWpsr = 54,
    }
}

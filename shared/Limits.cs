namespace JointWatch.Contract
{
    /// <summary>
    /// What each integer field may hold: the ranges of contract.cddl, in the units of the wire, written down once for encoder, decoder
    /// and station. Fields of 64 bits (sequence, times, counters) may hold anything and are not here.
    /// </summary>
    public static class Limits
    {
        /// <summary>The most bytes of UTF-8 in a text (<c>text64</c>).</summary>
        public const int TextBytes = 64;

        /// <summary>The most bytes of UTF-8 in a new set-up.</summary>
        public const int SetUpBytes = 2000;

        /// <summary>The most characters in a state; all of them are ASCII.</summary>
        public const int StateCharacters = 127;

        public static readonly Limit Boot = new Limit("boot", 0, uint.MaxValue);
        public static readonly Limit ClockSigmaUs = new Limit("clockSigma", 0, 3600000000);
        public static readonly Limit Run = new Limit("run", 0, uint.MaxValue);

        public static readonly Limit Kind = new Limit("kind", 1, 2);
        public static readonly Limit LatitudeE7 = new Limit("latitude", -900000000, 900000000);
        public static readonly Limit LongitudeE7 = new Limit("longitude", -1800000000, 1800000000);
        public static readonly Limit HeightDm = new Limit("height", -10000, 1000000);
        public static readonly Limit ScanPeriodUs = new Limit("scanPeriod", 10000, 60000000);
        public static readonly Limit AzimuthStartUrad = new Limit("azimuthStart", 0, 6283185);
        public static readonly Limit AzimuthWidthUrad = new Limit("azimuthWidth", 0, 6283186);
        public static readonly Limit ElevationMinUrad = new Limit("elevationMin", -1570797, 1570797);
        public static readonly Limit ElevationMaxUrad = new Limit("elevationMax", -1570797, 1570797);
        public static readonly Limit RangeMinDm = new Limit("rangeMin", 0, 4000000000);
        public static readonly Limit RangeMaxDm = new Limit("rangeMax", 0, 4000000000);
        public static readonly Limit RangeSigmaDm = new Limit("rangeSigma", 1, 100000);
        public static readonly Limit AzimuthSigmaUrad = new Limit("azimuthSigma", 1, 500000);
        public static readonly Limit ElevationSigmaUrad = new Limit("elevationSigma", 1, 500000);
        public static readonly Limit RangeRateSigmaCmps = new Limit("rangeRateSigma", 0, 100000);
        public static readonly Limit DetectionPermille = new Limit("detectionProbability", 0, 1000);
        public static readonly Limit FalseDetectionsMilli = new Limit("falseDetections", 0, 1000000);

        public static readonly Limit RangeDm = new Limit("range", 0, 4000000000);
        public static readonly Limit AzimuthUrad = new Limit("azimuth", 0, 6283185);
        public static readonly Limit ElevationUrad = new Limit("elevation", -1570797, 1570797);
        public static readonly Limit RangeRateCmps = new Limit("rangeRate", -2000000, 2000000);
        public static readonly Limit SnrCentidecibels = new Limit("snr", -10000, 20000);
        public static readonly Limit IrradianceNwpm2 = new Limit("irradiance", 0, uint.MaxValue);

        public static readonly Limit Marks = new Limit("marks", 0, ushort.MaxValue);
        public static readonly Limit Test = new Limit("test", 1, 1);

        public static readonly Limit ReportsWaiting = new Limit("reportsWaiting", 0, uint.MaxValue);
        public static readonly Limit Reconnects = new Limit("reconnects", 0, uint.MaxValue);
        public static readonly Limit FreeHeapBytes = new Limit("freeHeap", 0, long.MaxValue);
        public static readonly Limit SignalDbm = new Limit("signal", -128, 0);
        public static readonly Limit LargestBlockBytes = new Limit("largestBlock", 0, long.MaxValue);
        public static readonly Limit ClockState = new Limit("clockState", 0, 2);
        public static readonly Limit DriftPpb = new Limit("drift", -100000000, 100000000);
        public static readonly Limit BootReason = new Limit("bootReason", 0, 6);
        public static readonly Limit SafeMode = new Limit("safeMode", 1, 1);

        public static readonly Limit CommandNumber = new Limit("number", 0, uint.MaxValue);
        public static readonly Limit Verb = new Limit("verb", 1, 6);

        /// <summary>What a command may ask for is wider than what a birth may say: the node, not its decoder, refuses the rest.</summary>
        public static readonly Limit AskedScanPeriodUs = new Limit("scanPeriod", 0, uint.MaxValue);
        public static readonly Limit AckResult = new Limit("result", 0, 2);

        public static readonly Limit Warnings = new Limit("warnings", 0, uint.MaxValue);

        public static readonly Limit ExerciseState = new Limit("state", 0, 2);
        public static readonly Limit RateMilli = new Limit("rate", 0, 1000000);
        public static readonly Limit Objects = new Limit("objects", 0, 256);

        public static readonly Limit Object = new Limit("object", 0, 255);
        public static readonly Limit CrossSectionCentidecibels = new Limit("crossSection", -10000, 10000);
        public static readonly Limit KnotTimeMs = new Limit("time", 0, uint.MaxValue);
        public static readonly Limit XDm = new Limit("x", -4000000000, 4000000000);
        public static readonly Limit YDm = new Limit("y", -4000000000, 4000000000);
        public static readonly Limit ZDm = new Limit("z", -4000000000, 4000000000);
        public static readonly Limit VelocityXCmps = new Limit("velocityX", -2000000, 2000000);
        public static readonly Limit VelocityYCmps = new Limit("velocityY", -2000000, 2000000);
        public static readonly Limit VelocityZCmps = new Limit("velocityZ", -2000000, 2000000);
        public static readonly Limit IntensityWpsr = new Limit("intensity", 0, uint.MaxValue);
    }
}

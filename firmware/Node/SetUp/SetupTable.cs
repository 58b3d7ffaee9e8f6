namespace JointWatch.Firmware.SetUp
{
    /// <summary>
    /// The fields of <c>node.json</c> by number, so that one piece of code reads them all: first the numbers that may have fractions, then whole
    /// ones, then texts. What must hold between two of them, <see cref="SetupReader"/> says.
    /// </summary>
    internal static class SetupTable
    {
        /// <summary>How many fields are numbers.</summary>
        public const int Numbers = 22;

        /// <summary>How many of them may have fractions.</summary>
        public const int Fractions = 18;

        public const int Latitude = 0;
        public const int Longitude = 1;
        public const int Height = 2;
        public const int FirstOfSensor = 3;
        public const int ScanPeriodMs = 18;
        public const int ScanOffsetMs = 19;
        public const int Seed = 20;
        public const int Port = 21;
        public const int Party = 22;
        public const int Node = 23;
        public const int Sensor = 24;
        public const int Broker = 25;
        public const int Label = 26;
        public const int CaFile = 27;
        public const int CertificateFile = 28;
        public const int PrivateKeyFile = 29;
        public const int User = 30;
        public const int Password = 31;
        public const int KeyFile = 32;
        public const int TimeServer = 33;
        public const int Board = 34;
        public const int Tls = 35;

        /// <summary>Their names, a member of an object behind the object's name.</summary>
        public static readonly string[] Names = (
            "place.latitudeDegrees,place.longitudeDegrees,place.heightMeters,"
            + "fieldOfView.azimuthStartDegrees,fieldOfView.azimuthWidthDegrees,fieldOfView.elevationMinDegrees,fieldOfView.elevationMaxDegrees,"
            + "fieldOfView.rangeMinMeters,fieldOfView.rangeMaxMeters,"
            + "noise.rangeSigmaMeters,noise.azimuthSigmaMicroradians,noise.elevationSigmaMicroradians,noise.rangeRateSigmaMetersPerSecond,"
            + "noise.falseDetectionsPerScan,noise.referenceRangeMeters,noise.referenceSnrDecibels,noise.noiseIrradianceNanowatts,"
            + "noise.thresholdToNoise,scanPeriodMs,scanOffsetMs,seed,port,"
            + "party,node,sensor,broker,label,caFile,certificateFile,privateKeyFile,user,password,keyFile,timeServer,board,tls").Split(',');

        /// <summary>Between what the numbers lie.</summary>
        public static readonly double[] Least = new double[] { -90, -180, -1_000, 0, 0, -90, -90, 0, 0, 0.1, 1, 1, 0, 0, 100, -20, 0.001, 2, 10, 0, 0, 1 };

        public static readonly double[] Most = new double[]
        {
            90, 180, 100_000, 360, 360, 90, 90, 400_000_000, 400_000_000, 10_000, 500_000, 500_000, 1_000, 200, 100_000_000, 60, 1_000_000, 20,
            60_000, 59_999, int.MaxValue, 65_535,
        };

        /// <summary>The fields, or objects, whose names begin so, in words; "" where there is none.</summary>
        public static string Members(string beginning)
        {
            string words = "";
            string last = "";
            for (int i = 0; i < Names.Length; i++)
            {
                if (Names[i].StartsWith(beginning))
                {
                    string rest = Names[i].Substring(beginning.Length);
                    int dot = rest.IndexOf('.');
                    rest = dot < 0 ? rest : rest.Substring(0, dot);
                    words += rest == last ? "" : (words.Length > 0 ? ", " : "one of ") + rest;
                    last = rest;
                }
            }

            return words;
        }
    }
}

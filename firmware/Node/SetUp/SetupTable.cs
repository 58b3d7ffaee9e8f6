namespace JointWatch.Firmware.SetUp
{
    /// <summary>
    /// The fields of <c>node.json</c> by number, so that one piece of code reads them all: first the numbers that may have fractions, then whole
    /// ones, then texts. What must hold between two of them, <see cref="SetupReader"/> says.
    /// </summary>
    public static class SetupTable
    {
        /// <summary>How many fields are numbers.</summary>
        public const int Numbers = 22;

        /// <summary>The column of the least that a number may be.</summary>
        public const int Least = 0;

        /// <summary>The column of the most that a number may be.</summary>
        public const int Most = 1;

        /// <summary>The column of what is usual for a radar; behind it, what is for an infra-red sensor.</summary>
        public const int Usual = 2;

        /// <summary>How many of them may have fractions.</summary>
        public const int Fractions = 18;

        public const int Latitude = 0;
        public const int Longitude = 1;
        public const int Height = 2;
        public const int AzimuthStart = 3;
        public const int AzimuthWidth = 4;
        public const int ElevationMin = 5;
        public const int ElevationMax = 6;
        public const int RangeMin = 7;
        public const int RangeMax = 8;
        public const int RangeSigma = 9;
        public const int AzimuthSigma = 10;
        public const int ElevationSigma = 11;
        public const int RangeRateSigma = 12;
        public const int FalseDetections = 13;
        public const int ReferenceRange = 14;
        public const int ReferenceSnr = 15;
        public const int NoiseIrradiance = 16;
        public const int ThresholdToNoise = 17;
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

        /// <summary>
        /// Between what each number lies, and what is usual for a radar and for an infra-red sensor. A long-range surveillance radar, all round: 1 m² at
        /// 1500 km gives 13 dB; 50 m, 1 mrad, 5 m/s; one false detection a scan. A ground-based staring infra-red sensor, all round: 0.2 mrad; half a
        /// false detection a scan. In single precision, which has room for the three decimals that <see cref="Entry"/> takes.
        /// </summary>
        private static readonly float[] Entries = new float[]
        {
            -90, 90, 0, 0, // Latitude
            -180, 180, 0, 0, // Longitude
            -1_000, 100_000, 0, 0, // Height
            0, 360, 0, 0, // AzimuthStart
            0, 360, 360, 360, // AzimuthWidth
            -90, 90, 2, 2, // ElevationMin
            -90, 90, 85, 85, // ElevationMax
            0, 400_000_000, 1_000, 0, // RangeMin
            0, 400_000_000, 3_000_000, 3_000_000, // RangeMax
            0.1f, 10_000, 50, 0, // RangeSigma
            1, 500_000, 1_000, 200, // AzimuthSigma
            1, 500_000, 1_000, 200, // ElevationSigma
            0, 1_000, 5, 0, // RangeRateSigma
            0, 200, 1, 0.5f, // FalseDetections
            100, 100_000_000, 1_500_000, 1_500_000, // ReferenceRange
            -20, 60, 13, 13, // ReferenceSnr
            0.001f, 1_000_000, 0.2f, 0.2f, // NoiseIrradiance
            2, 20, 5, 5, // ThresholdToNoise
            10, 60_000, 1_000, 1_000, // ScanPeriodMs
            0, 59_999, 0, 0, // ScanOffsetMs
            0, 2_147_483_648, 0, 0, // Seed
            1, 65_535, 0, 0, // Port
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

        /// <summary>One of the columns of a number: <see cref="Least"/>, <see cref="Most"/>, and what is usual where the file does not say.</summary>
        public static double Entry(int at, int column)
        {
            return Wire.Round(Entries[(4 * at) + column] * 1000.0) / 1000.0;
        }
    }
}

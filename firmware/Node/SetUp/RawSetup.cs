using JointWatch.Contract.Messages;

namespace JointWatch.Firmware.SetUp
{
    /// <summary>The sensor's part of a set-up as the file has it: what was given over the kind's own values.</summary>
    internal sealed class RawSetup
    {
        /// <summary>The numbers in groups, and between what they lie. What must hold between two of them, <see cref="NodeSetup.Check"/> says.</summary>
        public static readonly string[] Fields = new string[]
        {
            "place.latitudeDegrees", "place.longitudeDegrees", "place.heightMeters",
            "fieldOfView.azimuthStartDegrees", "fieldOfView.azimuthWidthDegrees", "fieldOfView.elevationMinDegrees", "fieldOfView.elevationMaxDegrees",
            "fieldOfView.rangeMinMeters", "fieldOfView.rangeMaxMeters",
            "noise.rangeSigmaMeters", "noise.azimuthSigmaMicroradians", "noise.elevationSigmaMicroradians", "noise.rangeRateSigmaMetersPerSecond",
            "noise.falseDetectionsPerScan", "noise.referenceRangeMeters", "noise.referenceSnrDecibels", "noise.noiseIrradianceNanowatts",
            "noise.thresholdToNoise",
        };

        public static readonly double[] Least = new double[] { -90, -180, -1_000, 0, 0, -90, -90, 0, 0, 0.1, 1, 1, 0, 0, 100, -20, 0.001, 2 };

        public static readonly double[] Most = new double[]
        {
            90, 180, 100_000, 360, 360, 90, 90, 400_000_000, 400_000_000, 10_000, 500_000, 500_000, 1_000, 200, 100_000_000, 60, 1_000_000, 20,
        };

        /// <summary>What was given, side by side with <see cref="Fields"/>.</summary>
        public readonly double[] Values = new double[Fields.Length];

        /// <summary>Whether it was given.</summary>
        public readonly bool[] Given = new bool[Fields.Length];

        public SensorKind Kind = SensorKind.Radar;
        public string? Label;
        public int ScanPeriodMs = 1_000;
        public int ScanOffsetMs;
        public int Seed;

        /// <summary>The fields of a group, in words.</summary>
        public static string Group(string group)
        {
            string names = "";
            for (int i = 0; i < Fields.Length; i++)
            {
                if (Fields[i].StartsWith(group + "."))
                {
                    names += (names.Length > 0 ? ", " : "one of ") + Fields[i].Substring(group.Length + 1);
                }
            }

            return names;
        }

        /// <summary>The node that this describes.</summary>
        public NodeSetup ToNode(string party, string name)
        {
            NodeSetup node = Kind == SensorKind.Radar
                ? NodeSetup.ForRadar(party, name, Values[0], Values[1], Values[2])
                : NodeSetup.ForInfrared(party, name, Values[0], Values[1], Values[2]);
            node.AzimuthStartDegrees = Or(3, node.AzimuthStartDegrees);
            node.AzimuthWidthDegrees = Or(4, node.AzimuthWidthDegrees);
            node.ElevationMinDegrees = Or(5, node.ElevationMinDegrees);
            node.ElevationMaxDegrees = Or(6, node.ElevationMaxDegrees);
            node.RangeMinMeters = Or(7, node.RangeMinMeters);
            node.RangeMaxMeters = Or(8, node.RangeMaxMeters);
            node.RangeSigmaMeters = Or(9, node.RangeSigmaMeters);
            node.AzimuthSigmaMicroradians = Or(10, node.AzimuthSigmaMicroradians);
            node.ElevationSigmaMicroradians = Or(11, node.ElevationSigmaMicroradians);
            node.RangeRateSigmaMetersPerSecond = Or(12, node.RangeRateSigmaMetersPerSecond);
            node.FalseDetectionsPerScan = Or(13, node.FalseDetectionsPerScan);
            node.ReferenceRangeMeters = Or(14, node.ReferenceRangeMeters);
            node.ReferenceSnrDecibels = Or(15, node.ReferenceSnrDecibels);
            node.NoiseIrradianceNanowatts = Or(16, node.NoiseIrradianceNanowatts);
            node.ThresholdToNoise = Or(17, node.ThresholdToNoise);
            node.Label = Label;
            node.ScanPeriodUs = (uint)ScanPeriodMs * 1000;
            node.ScanOffsetUs = (uint)ScanOffsetMs * 1000;
            node.Seed = Seed != 0 ? (uint)Seed : Hash(party + "/" + name);
            return node;
        }

        private double Or(int field, double otherwise)
        {
            return Given[field] ? Values[field] : otherwise;
        }

        /// <summary>FNV-1a (G. Fowler, L. Noll, K.-P. Vo): nodes without a seed of their own must not all see the same false detections.</summary>
        private static uint Hash(string name)
        {
            uint hash = 2_166_136_261;
            for (int i = 0; i < name.Length; i++)
            {
                hash = (hash ^ name[i]) * 16_777_619;
            }

            return hash;
        }
    }
}

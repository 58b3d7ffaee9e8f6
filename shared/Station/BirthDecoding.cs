using JointWatch.Contract.Cbor;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract.Station
{
    /// <summary>Reads a <c>birth</c> of contract.cddl.</summary>
    internal static class BirthDecoding
    {
        public static BirthMessage Read(CborReader reader)
        {
            BirthMessage m = new BirthMessage();
            int noise = 0;
            int left = reader.BeginMap();
            while (reader.More(ref left))
            {
                int key = reader.ReadKey();
                switch (key)
                {
                    case 1: m.Boot = (uint)reader.ReadInteger(Limit.Boot); break;
                    case 2: m.Kind = (SensorKind)reader.ReadInteger(Limit.Kind); break;
                    case 3: ReadPlace(reader, m); break;
                    case 4: m.ScanPeriodUs = (uint)reader.ReadInteger(Limit.ScanPeriodUs); break;
                    case 5: ReadFieldOfView(reader, m); break;
                    case 6:
                        // What it holds hangs on the kind, which another encoder may write behind it.
                        noise = reader.Position;
                        reader.Skip("noise");
                        break;
                    case 7: m.DetectionPermille = (uint)reader.ReadInteger(Limit.DetectionPermille); break;
                    case 8: m.FalseDetectionsMilli = (uint)reader.ReadInteger(Limit.FalseDetectionsMilli); break;
                    case 9: m.Firmware = reader.ReadText("firmware", Limits.TextBytes); break;
                    case 10: m.Label = reader.ReadText("label", Limits.TextBytes); break;
                    case 11: m.BootReason = (BootReason)reader.ReadInteger(Limit.BootReason); break;
                    case 12: m.Cause = reader.ReadText("cause", Limits.TextBytes); break;
                    case 13: m.SafeMode = reader.ReadInteger(Limit.SafeMode) == 1; break;
                    default: reader.SkipUnknown(key); break;
                }
            }

            reader.EndMessage();
            reader.Require(1, "boot");
            reader.Require(2, "kind");
            reader.Require(3, "place");
            reader.Require(4, "scanPeriod");
            reader.Require(5, "fieldOfView");
            reader.Require(6, "noise");
            reader.Require(7, "detectionProbability");
            reader.Require(8, "falseDetections");
            reader.Require(9, "firmware");
            reader.Rewind(noise);
            ReadNoise(reader, m);
            return m;
        }

        private static void ReadPlace(CborReader reader, BirthMessage m)
        {
            reader.Within("place", -1);
            reader.BeginTuple(3);
            m.LatitudeE7 = (int)reader.ReadInteger(Limit.LatitudeE7);
            m.LongitudeE7 = (int)reader.ReadInteger(Limit.LongitudeE7);
            m.HeightDm = (int)reader.ReadInteger(Limit.HeightDm);
            reader.EndTuple(3);
            reader.Within("", -1);
        }

        private static void ReadFieldOfView(CborReader reader, BirthMessage m)
        {
            reader.Within("fieldOfView", -1);
            reader.BeginTuple(6);
            m.AzimuthStartUrad = (uint)reader.ReadInteger(Limit.AzimuthStartUrad);
            m.AzimuthWidthUrad = (uint)reader.ReadInteger(Limit.AzimuthWidthUrad);
            m.ElevationMinUrad = (int)reader.ReadInteger(Limit.ElevationMinUrad);
            m.ElevationMaxUrad = (int)reader.ReadInteger(Limit.ElevationMaxUrad);
            m.RangeMinDm = (uint)reader.ReadInteger(Limit.RangeMinDm);
            m.RangeMaxDm = (uint)reader.ReadInteger(Limit.RangeMaxDm);
            reader.EndTuple(6);
            RequireOrder("elevationMax", m.ElevationMinUrad, m.ElevationMaxUrad, "elevationMin");
            RequireOrder("rangeMax", m.RangeMinDm, m.RangeMaxDm, "rangeMin");
            reader.Within("", -1);
        }

        private static void ReadNoise(CborReader reader, BirthMessage m)
        {
            bool radar = m.Kind == SensorKind.Radar;
            int items = radar ? 4 : 2;
            reader.Within("noise", -1);
            reader.BeginTuple(items);
            if (radar)
            {
                m.RangeSigmaDm = (uint)reader.ReadInteger(Limit.RangeSigmaDm);
            }

            m.AzimuthSigmaUrad = (uint)reader.ReadInteger(Limit.AzimuthSigmaUrad);
            m.ElevationSigmaUrad = (uint)reader.ReadInteger(Limit.ElevationSigmaUrad);
            if (radar)
            {
                m.RangeRateSigmaCmps = (uint)reader.ReadInteger(Limit.RangeRateSigmaCmps);
            }

            reader.EndTuple(items);
        }

        private static void RequireOrder(string name, long min, long max, string minName)
        {
            if (max < min)
            {
                throw new ContractException("fieldOfView." + name, max.ToString(), "no less than " + minName + ", " + min.ToString());
            }
        }
    }
}

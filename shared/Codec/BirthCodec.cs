using JointWatch.Contract.Cbor;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract.Codec
{
    /// <summary><c>birth</c> in contract.cddl.</summary>
    internal static class BirthCodec
    {
        public static void Write(ref CborWriter writer, BirthMessage m)
        {
            bool reason = m.BootReason != BootReason.Unknown;
            writer.Map(9 + (m.Label == null ? 0 : 1) + (reason ? 1 : 0) + (m.Cause == null ? 0 : 1) + (m.SafeMode ? 1 : 0));
            writer.Key(1);
            writer.Integer(Limits.Boot, m.Boot);
            writer.Key(2);
            writer.Integer(Limits.Kind, (int)m.Kind);
            writer.Key(3);
            writer.Array(3);
            writer.Integer(Limits.LatitudeE7, m.LatitudeE7);
            writer.Integer(Limits.LongitudeE7, m.LongitudeE7);
            writer.Integer(Limits.HeightDm, m.HeightDm);
            writer.Key(4);
            writer.Integer(Limits.ScanPeriodUs, m.ScanPeriodUs);
            writer.Key(5);
            WriteFieldOfView(ref writer, m);
            writer.Key(6);
            WriteNoise(ref writer, m);
            writer.Key(7);
            writer.Integer(Limits.DetectionPermille, m.DetectionPermille);
            writer.Key(8);
            writer.Integer(Limits.FalseDetectionsMilli, m.FalseDetectionsMilli);
            writer.Key(9);
            writer.Text("firmware", m.Firmware, Limits.TextBytes);
            if (m.Label != null)
            {
                writer.Key(10);
                writer.Text("label", m.Label, Limits.TextBytes);
            }

            if (reason)
            {
                writer.Key(11);
                writer.Integer(Limits.BootReason, (int)m.BootReason);
            }

            if (m.Cause != null)
            {
                writer.Key(12);
                writer.Text("cause", m.Cause, Limits.TextBytes);
            }

            if (m.SafeMode)
            {
                writer.Key(13);
                writer.Integer(Limits.SafeMode, 1);
            }
        }

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
                    case 1: m.Boot = (uint)reader.ReadInteger(Limits.Boot); break;
                    case 2: m.Kind = (SensorKind)reader.ReadInteger(Limits.Kind); break;
                    case 3: ReadPlace(reader, m); break;
                    case 4: m.ScanPeriodUs = (uint)reader.ReadInteger(Limits.ScanPeriodUs); break;
                    case 5: ReadFieldOfView(reader, m); break;
                    case 6:
                        // What it holds hangs on the kind, which another encoder may write behind it.
                        noise = reader.Position;
                        reader.Skip("noise");
                        break;
                    case 7: m.DetectionPermille = (uint)reader.ReadInteger(Limits.DetectionPermille); break;
                    case 8: m.FalseDetectionsMilli = (uint)reader.ReadInteger(Limits.FalseDetectionsMilli); break;
                    case 9: m.Firmware = reader.ReadText("firmware", Limits.TextBytes); break;
                    case 10: m.Label = reader.ReadText("label", Limits.TextBytes); break;
                    case 11: m.BootReason = (BootReason)reader.ReadInteger(Limits.BootReason); break;
                    case 12: m.Cause = reader.ReadText("cause", Limits.TextBytes); break;
                    case 13: m.SafeMode = reader.ReadInteger(Limits.SafeMode) == 1; break;
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

        private static void WriteFieldOfView(ref CborWriter writer, BirthMessage m)
        {
            RequireOrder("elevationMax", m.ElevationMinUrad, m.ElevationMaxUrad, "elevationMin");
            RequireOrder("rangeMax", m.RangeMinDm, m.RangeMaxDm, "rangeMin");
            writer.Array(6);
            writer.Integer(Limits.AzimuthStartUrad, m.AzimuthStartUrad);
            writer.Integer(Limits.AzimuthWidthUrad, m.AzimuthWidthUrad);
            writer.Integer(Limits.ElevationMinUrad, m.ElevationMinUrad);
            writer.Integer(Limits.ElevationMaxUrad, m.ElevationMaxUrad);
            writer.Integer(Limits.RangeMinDm, m.RangeMinDm);
            writer.Integer(Limits.RangeMaxDm, m.RangeMaxDm);
        }

        private static void WriteNoise(ref CborWriter writer, BirthMessage m)
        {
            bool radar = m.Kind == SensorKind.Radar;
            writer.Array(radar ? 4 : 2);
            if (radar)
            {
                writer.Integer(Limits.RangeSigmaDm, m.RangeSigmaDm);
            }

            writer.Integer(Limits.AzimuthSigmaUrad, m.AzimuthSigmaUrad);
            writer.Integer(Limits.ElevationSigmaUrad, m.ElevationSigmaUrad);
            if (radar)
            {
                writer.Integer(Limits.RangeRateSigmaCmps, m.RangeRateSigmaCmps);
            }
        }

        private static void ReadPlace(CborReader reader, BirthMessage m)
        {
            reader.Within("place", -1);
            reader.BeginTuple(3);
            m.LatitudeE7 = (int)reader.ReadInteger(Limits.LatitudeE7);
            m.LongitudeE7 = (int)reader.ReadInteger(Limits.LongitudeE7);
            m.HeightDm = (int)reader.ReadInteger(Limits.HeightDm);
            reader.EndTuple(3);
            reader.Within("", -1);
        }

        private static void ReadFieldOfView(CborReader reader, BirthMessage m)
        {
            reader.Within("fieldOfView", -1);
            reader.BeginTuple(6);
            m.AzimuthStartUrad = (uint)reader.ReadInteger(Limits.AzimuthStartUrad);
            m.AzimuthWidthUrad = (uint)reader.ReadInteger(Limits.AzimuthWidthUrad);
            m.ElevationMinUrad = (int)reader.ReadInteger(Limits.ElevationMinUrad);
            m.ElevationMaxUrad = (int)reader.ReadInteger(Limits.ElevationMaxUrad);
            m.RangeMinDm = (uint)reader.ReadInteger(Limits.RangeMinDm);
            m.RangeMaxDm = (uint)reader.ReadInteger(Limits.RangeMaxDm);
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
                m.RangeSigmaDm = (uint)reader.ReadInteger(Limits.RangeSigmaDm);
            }

            m.AzimuthSigmaUrad = (uint)reader.ReadInteger(Limits.AzimuthSigmaUrad);
            m.ElevationSigmaUrad = (uint)reader.ReadInteger(Limits.ElevationSigmaUrad);
            if (radar)
            {
                m.RangeRateSigmaCmps = (uint)reader.ReadInteger(Limits.RangeRateSigmaCmps);
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

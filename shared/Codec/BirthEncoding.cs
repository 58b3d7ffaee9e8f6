using JointWatch.Contract.Cbor;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract
{
    /// <content>Writes a <c>birth</c> of contract.cddl.</content>
    public static partial class MessageEncoder
    {
        public static int Write(BirthMessage m, byte[] buffer)
        {
            CborWriter writer = new CborWriter(buffer);
            bool reason = m.BootReason != BootReason.Unknown;
            writer.Map(9 + (m.Label == null ? 0 : 1) + (reason ? 1 : 0) + (m.Cause == null ? 0 : 1) + (m.SafeMode ? 1 : 0));
            writer.Key(1);
            writer.Integer(Limit.Boot, m.Boot);
            writer.Key(2);
            writer.Integer(Limit.Kind, (int)m.Kind);
            writer.Key(3);
            writer.Array(3);
            writer.Integer(Limit.LatitudeE7, m.LatitudeE7);
            writer.Integer(Limit.LongitudeE7, m.LongitudeE7);
            writer.Integer(Limit.HeightDm, m.HeightDm);
            writer.Key(4);
            writer.Integer(Limit.ScanPeriodUs, m.ScanPeriodUs);
            writer.Key(5);
            WriteFieldOfView(ref writer, m);
            writer.Key(6);
            WriteNoise(ref writer, m);
            writer.Key(7);
            writer.Integer(Limit.DetectionPermille, m.DetectionPermille);
            writer.Key(8);
            writer.Integer(Limit.FalseDetectionsMilli, m.FalseDetectionsMilli);
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
                writer.Integer(Limit.BootReason, (int)m.BootReason);
            }

            if (m.Cause != null)
            {
                writer.Key(12);
                writer.Text("cause", m.Cause, Limits.TextBytes);
            }

            if (m.SafeMode)
            {
                writer.Key(13);
                writer.Integer(Limit.SafeMode, 1);
            }

            return writer.Length;
        }

        private static void WriteFieldOfView(ref CborWriter writer, BirthMessage m)
        {
            RequireOrder("elevationMax", m.ElevationMinUrad, m.ElevationMaxUrad, "elevationMin");
            RequireOrder("rangeMax", m.RangeMinDm, m.RangeMaxDm, "rangeMin");
            writer.Array(6);
            writer.Integer(Limit.AzimuthStartUrad, m.AzimuthStartUrad);
            writer.Integer(Limit.AzimuthWidthUrad, m.AzimuthWidthUrad);
            writer.Integer(Limit.ElevationMinUrad, m.ElevationMinUrad);
            writer.Integer(Limit.ElevationMaxUrad, m.ElevationMaxUrad);
            writer.Integer(Limit.RangeMinDm, m.RangeMinDm);
            writer.Integer(Limit.RangeMaxDm, m.RangeMaxDm);
        }

        private static void WriteNoise(ref CborWriter writer, BirthMessage m)
        {
            bool radar = m.Kind == SensorKind.Radar;
            writer.Array(radar ? 4 : 2);
            if (radar)
            {
                writer.Integer(Limit.RangeSigmaDm, m.RangeSigmaDm);
            }

            writer.Integer(Limit.AzimuthSigmaUrad, m.AzimuthSigmaUrad);
            writer.Integer(Limit.ElevationSigmaUrad, m.ElevationSigmaUrad);
            if (radar)
            {
                writer.Integer(Limit.RangeRateSigmaCmps, m.RangeRateSigmaCmps);
            }
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

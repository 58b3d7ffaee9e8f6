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
            writer.BeginMap();
            writer.Integer(1, Limit.Boot, m.Boot);
            writer.Integer(2, Limit.Kind, (int)m.Kind);
            writer.Key(3);
            writer.Array(3);
            writer.Integer(Limit.LatitudeE7, m.LatitudeE7);
            writer.Integer(Limit.LongitudeE7, m.LongitudeE7);
            writer.Integer(Limit.HeightDm, m.HeightDm);
            writer.Integer(4, Limit.ScanPeriodUs, m.ScanPeriodUs);

            // The field of view.
            CheckFieldOfView(m);
            writer.Key(5);
            writer.Array(6);
            writer.Integer(Limit.AzimuthStartUrad, m.AzimuthStartUrad);
            writer.Integer(Limit.AzimuthWidthUrad, m.AzimuthWidthUrad);
            writer.Integer(Limit.ElevationMinUrad, m.ElevationMinUrad);
            writer.Integer(Limit.ElevationMaxUrad, m.ElevationMaxUrad);
            writer.Integer(Limit.RangeMinDm, m.RangeMinDm);
            writer.Integer(Limit.RangeMaxDm, m.RangeMaxDm);

            // The noise.
            bool radar = m.Kind == SensorKind.Radar;
            writer.Key(6);
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

            writer.Integer(7, Limit.DetectionPermille, m.DetectionPermille);
            writer.Integer(8, Limit.FalseDetectionsMilli, m.FalseDetectionsMilli);
            writer.Text(9, "firmware", m.Firmware);
            writer.Text(10, "label", m.Label);
            if (m.BootReason != BootReason.Unknown)
            {
                writer.Integer(11, Limit.BootReason, (int)m.BootReason);
            }

            writer.Text(12, "cause", m.Cause);
            if (m.SafeMode)
            {
                writer.Integer(13, Limit.SafeMode, 1);
            }

            return writer.EndMap();
        }

        /// <summary>Refuses a field of view whose ends are the wrong way round; a board's set-up has none such.</summary>
        static partial void CheckFieldOfView(BirthMessage m);
    }
}

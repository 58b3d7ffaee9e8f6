using JointWatch.Contract.Cbor;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract.Station
{
    /// <summary>Writes a <c>report</c> of contract.cddl with its detections in a list, as any CBOR library would.</summary>
    internal static class ReportListEncoding
    {
        private const int RadarItems = 5;
        private const int InfraredItems = 3;

        public static void Write(ref CborWriter writer, ReportMessage m)
        {
            if (m.Count < 0 || m.Count > ReportMessage.MaxDetections || m.Count > m.AzimuthUrad.Length)
            {
                throw new ContractException("detections", m.Count.ToString(), "0 to 256, and no more than the message has room for");
            }

            writer.Map(5 + (m.InExercise ? 1 : 0) + (m.Marks > 0 ? 1 : 0) + (m.Test ? 1 : 0));
            writer.Key(1);
            writer.Integer(Limit.Boot, m.Boot);
            writer.Key(2);
            writer.Unsigned(m.Sequence);
            writer.Key(3);
            writer.Unsigned(m.TimeUs);
            writer.Key(4);
            writer.Integer(Limit.ClockSigmaUs, m.ClockSigmaUs);
            if (m.InExercise)
            {
                writer.Key(5);
                writer.Integer(Limit.Run, m.Run);
            }

            writer.Key(6);
            WriteDetections(ref writer, m);

            if (m.Marks > 0)
            {
                writer.Key(8);
                writer.Integer(Limit.Marks, m.Marks);
            }

            if (m.Test)
            {
                writer.Key(9);
                writer.Integer(Limit.Test, 1);
            }
        }

        private static void WriteDetections(ref CborWriter writer, ReportMessage m)
        {
            writer.Array(m.Count);
            for (int i = 0; i < m.Count; i++)
            {
                if (m.Kind == SensorKind.Radar)
                {
                    writer.Array(RadarItems);
                    writer.Integer(Limit.RangeDm, m.RangeDm[i]);
                    writer.Integer(Limit.AzimuthUrad, m.AzimuthUrad[i]);
                    writer.Integer(Limit.ElevationUrad, m.ElevationUrad[i]);
                    writer.Integer(Limit.RangeRateCmps, m.RangeRateCmps[i]);
                    writer.Integer(Limit.SnrCentidecibels, m.SnrCentidecibels[i]);
                }
                else
                {
                    writer.Array(InfraredItems);
                    writer.Integer(Limit.AzimuthUrad, m.AzimuthUrad[i]);
                    writer.Integer(Limit.ElevationUrad, m.ElevationUrad[i]);
                    writer.Integer(Limit.IrradianceNwpm2, m.IrradianceNwpm2[i]);
                }
            }
        }
    }
}

using JointWatch.Contract.Cbor;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract
{
    /// <content>Writes <c>packed-radar</c> and <c>packed-ir</c> of contract.cddl: numbers of fixed width, big-endian, in one byte string.</content>
    public static partial class MessageEncoder
    {
        private const int RadarBytes = 15;
        private const int InfraredBytes = 10;

        private static void WritePacked(ref CborWriter writer, ReportMessage m)
        {
            bool radar = m.Kind == SensorKind.Radar;
            writer.Bytes(m.Count * (radar ? RadarBytes : InfraredBytes));
            for (int i = 0; i < m.Count; i++)
            {
                if (radar)
                {
                    writer.Packed(Limit.RangeDm, m.RangeDm[i], 4);
                    writer.Packed(Limit.AzimuthUrad, m.AzimuthUrad[i], 3);
                    writer.Packed(Limit.ElevationUrad, m.ElevationUrad[i], 3);
                    writer.Packed(Limit.RangeRateCmps, m.RangeRateCmps[i], 3);
                    writer.Packed(Limit.SnrCentidecibels, m.SnrCentidecibels[i], 2);
                }
                else
                {
                    writer.Packed(Limit.AzimuthUrad, m.AzimuthUrad[i], 3);
                    writer.Packed(Limit.ElevationUrad, m.ElevationUrad[i], 3);
                    writer.Packed(Limit.IrradianceNwpm2, m.IrradianceNwpm2[i], 4);
                }
            }
        }
    }
}

using JointWatch.Contract.Cbor;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract.Codec
{
    /// <summary>Writes <c>packed-radar</c> and <c>packed-ir</c> of contract.cddl: numbers of fixed width, big-endian, in one byte string.</summary>
    internal static class PackedDetections
    {
        private const int RadarBytes = 15;
        private const int InfraredBytes = 10;

        public static void Write(ref CborWriter writer, ReportMessage m)
        {
            bool radar = m.Kind == SensorKind.Radar;
            writer.Bytes(m.Count * (radar ? RadarBytes : InfraredBytes));
            for (int i = 0; i < m.Count; i++)
            {
                if (radar)
                {
                    writer.Packed(Limits.RangeDm, m.RangeDm[i], 4);
                    writer.Packed(Limits.AzimuthUrad, m.AzimuthUrad[i], 3);
                    writer.Packed(Limits.ElevationUrad, m.ElevationUrad[i], 3);
                    writer.Packed(Limits.RangeRateCmps, m.RangeRateCmps[i], 3);
                    writer.Packed(Limits.SnrCentidecibels, m.SnrCentidecibels[i], 2);
                }
                else
                {
                    writer.Packed(Limits.AzimuthUrad, m.AzimuthUrad[i], 3);
                    writer.Packed(Limits.ElevationUrad, m.ElevationUrad[i], 3);
                    writer.Packed(Limits.IrradianceNwpm2, m.IrradianceNwpm2[i], 4);
                }
            }
        }
    }
}

using JointWatch.Contract.Cbor;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract.Station
{
    /// <summary>Reads <c>packed-radar</c> and <c>packed-ir</c> of contract.cddl: numbers of fixed width, big-endian, in one byte string.</summary>
    internal static class PackedDecoding
    {
        private const int RadarBytes = 15;
        private const int InfraredBytes = 10;

        public static ReportMessage Read(CborReader reader, SensorKind kind)
        {
            bool radar = kind == SensorKind.Radar;
            int size = radar ? RadarBytes : InfraredBytes;
            byte[] bytes = reader.ReadBytes("packed", ReportMessage.MaxDetections * size);
            if (bytes.Length % size != 0)
            {
                throw reader.Fault("packed", bytes.Length.ToString() + " bytes", size.ToString() + " bytes for each detection");
            }

            ReportMessage m = new ReportMessage(bytes.Length / size) { Kind = kind, Packed = true };
            int at = 0;
            while (at < bytes.Length)
            {
                int i = m.Count++;
                reader.Within("packed", i);
                if (radar)
                {
                    m.RangeDm[i] = (uint)Unsigned(reader, Limit.RangeDm, bytes, ref at, 4);
                    m.AzimuthUrad[i] = (uint)Unsigned(reader, Limit.AzimuthUrad, bytes, ref at, 3);
                    m.ElevationUrad[i] = Signed(reader, Limit.ElevationUrad, bytes, ref at, 3);
                    m.RangeRateCmps[i] = Signed(reader, Limit.RangeRateCmps, bytes, ref at, 3);
                    m.SnrCentidecibels[i] = Signed(reader, Limit.SnrCentidecibels, bytes, ref at, 2);
                }
                else
                {
                    m.AzimuthUrad[i] = (uint)Unsigned(reader, Limit.AzimuthUrad, bytes, ref at, 3);
                    m.ElevationUrad[i] = Signed(reader, Limit.ElevationUrad, bytes, ref at, 3);
                    m.IrradianceNwpm2[i] = (uint)Unsigned(reader, Limit.IrradianceNwpm2, bytes, ref at, 4);
                }
            }

            reader.Within("", -1);
            return m;
        }

        private static long Unsigned(CborReader reader, Limit limit, byte[] bytes, ref int at, int size)
        {
            uint bits = 0;
            for (int end = at + size; at < end; at++)
            {
                bits = (bits << 8) | bytes[at];
            }

            return Within(reader, limit, bits);
        }

        private static int Signed(CborReader reader, Limit limit, byte[] bytes, ref int at, int size)
        {
            int bits = (sbyte)bytes[at++];
            for (int end = at + size - 1; at < end; at++)
            {
                bits = (bits << 8) | bytes[at];
            }

            return (int)Within(reader, limit, bits);
        }

        private static long Within(CborReader reader, Limit limit, long value)
        {
            if (!Limits.Contains(limit, value))
            {
                throw reader.Fault(Limits.Name(limit), value.ToString(), Limits.Expected(limit));
            }

            return value;
        }
    }
}

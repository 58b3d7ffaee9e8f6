using JointWatch.Contract.Cbor;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract.Codec
{
    /// <summary><c>report</c> in contract.cddl.</summary>
    internal static class ReportCodec
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
            writer.Integer(Limits.Boot, m.Boot);
            writer.Key(2);
            writer.Unsigned(m.Sequence);
            writer.Key(3);
            writer.Unsigned(m.TimeUs);
            writer.Key(4);
            writer.Integer(Limits.ClockSigmaUs, m.ClockSigmaUs);
            if (m.InExercise)
            {
                writer.Key(5);
                writer.Integer(Limits.Run, m.Run);
            }

            if (m.Packed)
            {
                writer.Key(7);
                PackedDetections.Write(ref writer, m);
            }
            else
            {
                writer.Key(6);
                WriteDetections(ref writer, m);
            }

            if (m.Marks > 0)
            {
                writer.Key(8);
                writer.Integer(Limits.Marks, m.Marks);
            }

            if (m.Test)
            {
                writer.Key(9);
                writer.Integer(Limits.Test, 1);
            }
        }

        public static ReportMessage Read(CborReader reader, SensorKind kind)
        {
            uint boot = 0;
            ulong sequence = 0;
            ulong time = 0;
            uint clockSigma = 0;
            uint run = 0;
            uint marks = 0;
            bool test = false;
            ReportMessage? detections = null;
            ReportMessage? packed = null;
            int left = reader.BeginMap();
            while (reader.More(ref left))
            {
                int key = reader.ReadKey();
                switch (key)
                {
                    case 1: boot = (uint)reader.ReadInteger(Limits.Boot); break;
                    case 2: sequence = reader.ReadUnsigned("sequence"); break;
                    case 3: time = reader.ReadUnsigned("time"); break;
                    case 4: clockSigma = (uint)reader.ReadInteger(Limits.ClockSigmaUs); break;
                    case 5: run = (uint)reader.ReadInteger(Limits.Run); break;
                    case 6: detections = ReadDetections(reader, kind); break;
                    case 7: packed = PackedDetections.Read(reader, kind); break;
                    case 8: marks = (uint)reader.ReadInteger(Limits.Marks); break;
                    case 9: test = reader.ReadInteger(Limits.Test) == 1; break;
                    default: reader.SkipUnknown(key); break;
                }
            }

            reader.EndMessage();
            reader.Require(1, "boot");
            reader.Require(2, "sequence");
            reader.Require(3, "time");
            reader.Require(4, "clockSigma");
            if (packed == null)
            {
                reader.Require(6, "detections");
            }
            else if (detections != null)
            {
                throw reader.Fault("packed", "there beside detections", "one of the two");
            }

            ReportMessage m = packed ?? detections!;
            m.Boot = boot;
            m.Sequence = sequence;
            m.TimeUs = time;
            m.ClockSigmaUs = clockSigma;
            m.InExercise = reader.Has(5);
            m.Run = run;
            m.Marks = marks;
            m.Test = test;
            return m;
        }

        private static void WriteDetections(ref CborWriter writer, ReportMessage m)
        {
            writer.Array(m.Count);
            for (int i = 0; i < m.Count; i++)
            {
                if (m.Kind == SensorKind.Radar)
                {
                    writer.Array(RadarItems);
                    writer.Integer(Limits.RangeDm, m.RangeDm[i]);
                    writer.Integer(Limits.AzimuthUrad, m.AzimuthUrad[i]);
                    writer.Integer(Limits.ElevationUrad, m.ElevationUrad[i]);
                    writer.Integer(Limits.RangeRateCmps, m.RangeRateCmps[i]);
                    writer.Integer(Limits.SnrCentidecibels, m.SnrCentidecibels[i]);
                }
                else
                {
                    writer.Array(InfraredItems);
                    writer.Integer(Limits.AzimuthUrad, m.AzimuthUrad[i]);
                    writer.Integer(Limits.ElevationUrad, m.ElevationUrad[i]);
                    writer.Integer(Limits.IrradianceNwpm2, m.IrradianceNwpm2[i]);
                }
            }
        }

        private static ReportMessage ReadDetections(CborReader reader, SensorKind kind)
        {
            int left = reader.BeginArray("detections", ReportMessage.MaxDetections);
            ReportMessage m = new ReportMessage(reader.Count("detections", left, ReportMessage.MaxDetections));
            m.Kind = kind;
            while (reader.More(ref left))
            {
                int i = m.Count++;
                reader.Within("detections", i);
                if (kind == SensorKind.Radar)
                {
                    reader.BeginTuple(RadarItems);
                    m.RangeDm[i] = (uint)reader.ReadInteger(Limits.RangeDm);
                    m.AzimuthUrad[i] = (uint)reader.ReadInteger(Limits.AzimuthUrad);
                    m.ElevationUrad[i] = (int)reader.ReadInteger(Limits.ElevationUrad);
                    m.RangeRateCmps[i] = (int)reader.ReadInteger(Limits.RangeRateCmps);
                    m.SnrCentidecibels[i] = (int)reader.ReadInteger(Limits.SnrCentidecibels);
                    reader.EndTuple(RadarItems);
                }
                else
                {
                    reader.BeginTuple(InfraredItems);
                    m.AzimuthUrad[i] = (uint)reader.ReadInteger(Limits.AzimuthUrad);
                    m.ElevationUrad[i] = (int)reader.ReadInteger(Limits.ElevationUrad);
                    m.IrradianceNwpm2[i] = (uint)reader.ReadInteger(Limits.IrradianceNwpm2);
                    reader.EndTuple(InfraredItems);
                }
            }

            reader.Within("", -1);
            return m;
        }
    }
}

using JointWatch.Contract.Cbor;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract.Station
{
    /// <summary>Reads a <c>report</c> of contract.cddl, its detections packed or in a list.</summary>
    internal static class ReportDecoding
    {
        private const int RadarItems = 5;
        private const int InfraredItems = 3;

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
                    case 1: boot = (uint)reader.ReadInteger(Limit.Boot); break;
                    case 2: sequence = reader.ReadUnsigned("sequence"); break;
                    case 3: time = reader.ReadUnsigned("time"); break;
                    case 4: clockSigma = (uint)reader.ReadInteger(Limit.ClockSigmaUs); break;
                    case 5: run = (uint)reader.ReadInteger(Limit.Run); break;
                    case 6: detections = ReadDetections(reader, kind); break;
                    case 7: packed = PackedDecoding.Read(reader, kind); break;
                    case 8: marks = (uint)reader.ReadInteger(Limit.Marks); break;
                    case 9: test = reader.ReadInteger(Limit.Test) == 1; break;
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
                    m.RangeDm[i] = (uint)reader.ReadInteger(Limit.RangeDm);
                    m.AzimuthUrad[i] = (uint)reader.ReadInteger(Limit.AzimuthUrad);
                    m.ElevationUrad[i] = (int)reader.ReadInteger(Limit.ElevationUrad);
                    m.RangeRateCmps[i] = (int)reader.ReadInteger(Limit.RangeRateCmps);
                    m.SnrCentidecibels[i] = (int)reader.ReadInteger(Limit.SnrCentidecibels);
                    reader.EndTuple(RadarItems);
                }
                else
                {
                    reader.BeginTuple(InfraredItems);
                    m.AzimuthUrad[i] = (uint)reader.ReadInteger(Limit.AzimuthUrad);
                    m.ElevationUrad[i] = (int)reader.ReadInteger(Limit.ElevationUrad);
                    m.IrradianceNwpm2[i] = (uint)reader.ReadInteger(Limit.IrradianceNwpm2);
                    reader.EndTuple(InfraredItems);
                }
            }

            reader.Within("", -1);
            return m;
        }
    }
}

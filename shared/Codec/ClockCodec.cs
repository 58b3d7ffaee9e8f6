using JointWatch.Contract.Cbor;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract.Codec
{
    /// <summary><c>clock</c> in contract.cddl.</summary>
    internal static class ClockCodec
    {
        public static void Write(ref CborWriter writer, ClockMessage m)
        {
            writer.Map(7);
            writer.Key(1);
            writer.Integer(Limits.Run, m.Run);
            writer.Key(2);
            writer.Integer(Limits.ExerciseState, (int)m.State);
            writer.Key(3);
            writer.Unsigned(m.UtcUs);
            writer.Key(4);
            writer.Unsigned(m.ExerciseUs);
            writer.Key(5);
            writer.Integer(Limits.RateMilli, m.RateMilli);
            writer.Key(6);
            writer.Unsigned(m.StartUs);
            writer.Key(7);
            writer.Integer(Limits.Objects, m.Objects);
        }

        public static ClockMessage Read(CborReader reader)
        {
            ClockMessage m = new ClockMessage();
            int left = reader.BeginMap();
            while (reader.More(ref left))
            {
                int key = reader.ReadKey();
                switch (key)
                {
                    case 1: m.Run = (uint)reader.ReadInteger(Limits.Run); break;
                    case 2: m.State = (ExerciseState)reader.ReadInteger(Limits.ExerciseState); break;
                    case 3: m.UtcUs = reader.ReadUnsigned("utc"); break;
                    case 4: m.ExerciseUs = reader.ReadUnsigned("exercise"); break;
                    case 5: m.RateMilli = (uint)reader.ReadInteger(Limits.RateMilli); break;
                    case 6: m.StartUs = reader.ReadUnsigned("start"); break;
                    case 7: m.Objects = (uint)reader.ReadInteger(Limits.Objects); break;
                    default: reader.SkipUnknown(key); break;
                }
            }

            reader.EndMessage();
            reader.Require(1, "run");
            reader.Require(2, "state");
            reader.Require(3, "utc");
            reader.Require(4, "exercise");
            reader.Require(5, "rate");
            reader.Require(6, "start");
            reader.Require(7, "objects");
            return m;
        }
    }
}

using JointWatch.Contract.Cbor;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract
{
    /// <content>Reads a <c>clock</c> of contract.cddl.</content>
    public static partial class MessageDecoder
    {
        public static ClockMessage ReadClock(byte[] buffer, int offset, int length)
        {
            CborReader reader = new CborReader(buffer, offset, length);
            ClockMessage m = new ClockMessage();
            int left = reader.BeginMap();
            while (reader.More(ref left))
            {
                int key = reader.ReadKey();
                switch (key)
                {
                    case 1: m.Run = (uint)reader.ReadInteger(Limit.Run); break;
                    case 2: m.State = (ExerciseState)reader.ReadInteger(Limit.ExerciseState); break;
                    case 3: m.UtcUs = reader.ReadUnsigned("utc"); break;
                    case 4: m.ExerciseUs = reader.ReadUnsigned("exercise"); break;
                    case 5: m.RateMilli = (uint)reader.ReadInteger(Limit.RateMilli); break;
                    case 6: m.StartUs = reader.ReadUnsigned("start"); break;
                    case 7: m.Objects = (uint)reader.ReadInteger(Limit.Objects); break;
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

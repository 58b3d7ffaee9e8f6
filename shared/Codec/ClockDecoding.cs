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
            Name(reader, "run,state,utc,exercise,rate,start,objects");
            ClockMessage m = new ClockMessage();
            int left = reader.BeginMap();
            while (reader.More(ref left))
            {
                switch (reader.ReadKey())
                {
                    case 1: m.Run = (uint)reader.ReadInteger(Limit.Run); break;
                    case 2: m.State = (ExerciseState)reader.ReadInteger(Limit.ExerciseState); break;
                    case 3: m.UtcUs = reader.ReadUnsigned(); break;
                    case 4: m.ExerciseUs = reader.ReadUnsigned(); break;
                    case 5: m.RateMilli = (uint)reader.ReadInteger(Limit.RateMilli); break;
                    case 6: m.StartUs = reader.ReadUnsigned(); break;
                    case 7: m.Objects = (uint)reader.ReadInteger(Limit.Objects); break;
                    default: reader.Skip(); break;
                }
            }

            reader.EndMessage(7);
            return m;
        }
    }
}

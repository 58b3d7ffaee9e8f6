using JointWatch.Contract.Cbor;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract
{
    /// <summary>
    /// Reads what boards hear from a part of a buffer. Whatever the bytes are, there comes out a message of which every field is within the
    /// contract, or a <see cref="ContractException"/> that names the field; and what is allocated is bounded by the contract, not by what a length
    /// says. What boards say, JointWatch.Contract.Station reads.
    /// </summary>
    /// <exception cref="ContractException">From any method: the bytes are no such message.</exception>
    public static partial class MessageDecoder
    {
        public static AlarmMessage ReadAlarm(byte[] buffer, int offset, int length)
        {
            CborReader reader = new CborReader(buffer, offset, length);
            AlarmMessage m = new AlarmMessage();
            int left = reader.BeginMap();
            while (reader.More(ref left))
            {
                int key = reader.ReadKey();
                switch (key)
                {
                    case 1: m.UtcUs = reader.ReadUnsigned("utc"); break;
                    case 2: m.Warnings = (uint)reader.ReadInteger(Limit.Warnings); break;
                    default: reader.SkipUnknown(key); break;
                }
            }

            reader.EndMessage();
            reader.Require(1, "utc");
            reader.Require(2, "warnings");
            return m;
        }
    }
}

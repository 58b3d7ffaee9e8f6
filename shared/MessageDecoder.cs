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
            Name(reader, "utc,warnings");
            AlarmMessage m = new AlarmMessage();
            int left = reader.BeginMap();
            while (reader.More(ref left))
            {
                switch (reader.ReadKey())
                {
                    case 1: m.UtcUs = reader.ReadUnsigned(); break;
                    case 2: m.Warnings = (uint)reader.ReadInteger(Limit.Warnings); break;
                    default: reader.Skip(); break;
                }
            }

            reader.EndMessage(2);
            return m;
        }

        /// <summary>Tells a reader what a message's fields are called, by their keys from 1, where faults are told in words.</summary>
        static partial void Name(CborReader reader, string fields);

        /// <summary>Tells a reader in which array, and in which element of it, the next fields lie.</summary>
        static partial void Within(CborReader reader, string group, int index);

        /// <summary>Tells in words what is wrong.</summary>
        static partial void Explain(string field, string value, string expected);
    }
}

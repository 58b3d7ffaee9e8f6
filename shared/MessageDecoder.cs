using JointWatch.Contract.Cbor;
using JointWatch.Contract.Codec;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract
{
    /// <summary>
    /// Reads what boards hear from a part of a buffer. Whatever the bytes are, there comes out a message of which every field is within the
    /// contract, or a <see cref="ContractException"/> that names the field; and what is allocated is bounded by the contract, not by what a length
    /// says. What boards say, JointWatch.Contract.Station reads.
    /// </summary>
    /// <exception cref="ContractException">From any method: the bytes are no such message.</exception>
    public static class MessageDecoder
    {
        public static CommandMessage ReadCommand(byte[] buffer, int offset, int length)
        {
            return CommandDecoding.Read(new CborReader(buffer, offset, length));
        }

        public static ClockMessage ReadClock(byte[] buffer, int offset, int length)
        {
            return ClockDecoding.Read(new CborReader(buffer, offset, length));
        }

        public static AlarmMessage ReadAlarm(byte[] buffer, int offset, int length)
        {
            return AlarmDecoding.Read(new CborReader(buffer, offset, length));
        }

        public static ScenarioMessage ReadScenario(byte[] buffer, int offset, int length)
        {
            return ScenarioDecoding.Read(new CborReader(buffer, offset, length));
        }
    }
}

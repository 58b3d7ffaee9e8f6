using JointWatch.Contract.Cbor;
using JointWatch.Contract.Codec;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract
{
    /// <summary>
    /// Reads messages from a part of a buffer. Whatever the bytes are, there comes out a message of which every field is within the contract,
    /// or a <see cref="ContractException"/> that names the field; and what is allocated is bounded by the contract, not by what a length says.
    /// </summary>
    /// <exception cref="ContractException">From any method: the bytes are no such message.</exception>
    public static class MessageDecoder
    {
        public static BirthMessage ReadBirth(byte[] buffer, int offset, int length)
        {
            return BirthCodec.Read(new CborReader(buffer, offset, length));
        }

        public static StateMessage ReadState(byte[] buffer, int offset, int length)
        {
            CborReader reader = new CborReader(buffer, offset, length);
            string text = reader.ReadText("state", Limits.StateCharacters);
            reader.EndMessage();
            return StateText.Parse(text);
        }

        /// <summary>Reads a report. Which kind of detections it holds is said by the node's birth alone.</summary>
        /// <param name="buffer">Where the message lies.</param>
        /// <param name="offset">Its first byte.</param>
        /// <param name="length">How many bytes it has.</param>
        /// <param name="kind">What the node measures.</param>
        public static ReportMessage ReadReport(byte[] buffer, int offset, int length, SensorKind kind)
        {
            return ReportCodec.Read(new CborReader(buffer, offset, length), kind);
        }

        public static HealthMessage ReadHealth(byte[] buffer, int offset, int length)
        {
            return HealthCodec.Read(new CborReader(buffer, offset, length));
        }

        public static CommandMessage ReadCommand(byte[] buffer, int offset, int length)
        {
            return CommandCodec.Read(new CborReader(buffer, offset, length));
        }

        public static AckMessage ReadAck(byte[] buffer, int offset, int length)
        {
            return AckCodec.Read(new CborReader(buffer, offset, length));
        }

        public static ClockMessage ReadClock(byte[] buffer, int offset, int length)
        {
            return ClockCodec.Read(new CborReader(buffer, offset, length));
        }

        public static AlarmMessage ReadAlarm(byte[] buffer, int offset, int length)
        {
            return AlarmCodec.Read(new CborReader(buffer, offset, length));
        }

        public static ScenarioMessage ReadScenario(byte[] buffer, int offset, int length)
        {
            return ScenarioCodec.Read(new CborReader(buffer, offset, length));
        }
    }
}

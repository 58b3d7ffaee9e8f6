using JointWatch.Contract.Cbor;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract.Station
{
    /// <summary>
    /// Reads what boards write from a part of a buffer. Whatever the bytes are, there comes out a message of which every field is within the
    /// contract, or a <see cref="ContractException"/> that names the field; and what is allocated is bounded by the contract, not by what a length says.
    /// </summary>
    /// <exception cref="ContractException">From any method: the bytes are no such message.</exception>
    public static class StationDecoder
    {
        public static BirthMessage ReadBirth(byte[] buffer, int offset, int length)
        {
            return BirthDecoding.Read(new CborReader(buffer, offset, length));
        }

        public static StateMessage ReadState(byte[] buffer, int offset, int length)
        {
            CborReader reader = new CborReader(buffer, offset, length);
            string text = reader.ReadText("state", Limits.StateCharacters);
            reader.EndMessage();
            return StateDecoding.Parse(text);
        }

        /// <summary>Reads a report. Which kind of detections it holds is said by the node's birth alone.</summary>
        /// <param name="buffer">Where the message lies.</param>
        /// <param name="offset">Its first byte.</param>
        /// <param name="length">How many bytes it has.</param>
        /// <param name="kind">What the node measures.</param>
        public static ReportMessage ReadReport(byte[] buffer, int offset, int length, SensorKind kind)
        {
            return ReportDecoding.Read(new CborReader(buffer, offset, length), kind);
        }

        public static HealthMessage ReadHealth(byte[] buffer, int offset, int length)
        {
            return HealthDecoding.Read(new CborReader(buffer, offset, length));
        }

        public static AckMessage ReadAck(byte[] buffer, int offset, int length)
        {
            return AckDecoding.Read(new CborReader(buffer, offset, length));
        }
    }
}

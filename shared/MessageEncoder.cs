using JointWatch.Contract.Cbor;
using JointWatch.Contract.Codec;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract
{
    /// <summary>
    /// Writes what boards say, as contract.cddl has it, into a buffer of the caller's, from its start; each method returns the length. A report
    /// and a health are written without allocating anything. What boards hear, JointWatch.Contract.Station writes.
    /// </summary>
    /// <exception cref="ContractException">From any method: the buffer is too small, or a field is outside the contract.</exception>
    public static class MessageEncoder
    {
        /// <summary>A buffer of so many bytes is enough for any message but a report, a scenario and a command.</summary>
        public const int MaxSmallBytes = 304;

        /// <summary>How many bytes a report of so many detections takes at most.</summary>
        public static int MaxPackedReportBytes(int detections)
        {
            return 49 + (detections * 15);
        }

        public static int Write(BirthMessage message, byte[] buffer)
        {
            CborWriter writer = new CborWriter(buffer);
            BirthEncoding.Write(ref writer, message);
            return writer.Length;
        }

        public static int Write(StateMessage message, byte[] buffer)
        {
            CborWriter writer = new CborWriter(buffer);
            writer.Text("state", StateText.Of(message.State, message.Boot, message.Reason), Limits.StateCharacters);
            return writer.Length;
        }

        /// <summary>Writes a report with its detections packed.</summary>
        public static int Write(ReportMessage message, byte[] buffer)
        {
            CborWriter writer = new CborWriter(buffer);
            ReportEncoding.Write(ref writer, message);
            return writer.Length;
        }

        public static int Write(HealthMessage message, byte[] buffer)
        {
            CborWriter writer = new CborWriter(buffer);
            HealthEncoding.Write(ref writer, message);
            return writer.Length;
        }

        public static int Write(AckMessage message, byte[] buffer)
        {
            CborWriter writer = new CborWriter(buffer);
            AckEncoding.Write(ref writer, message);
            return writer.Length;
        }
    }
}

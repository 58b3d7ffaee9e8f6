using JointWatch.Contract.Cbor;
using JointWatch.Contract.Codec;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract
{
    /// <summary>
    /// Writes messages as contract.cddl has them into a buffer of the caller's, from its start; each method returns the length. A report,
    /// a health and a clock are written without allocating anything.
    /// </summary>
    /// <exception cref="ContractException">From any method: the buffer is too small, or a field is outside the contract.</exception>
    public static class MessageEncoder
    {
        /// <summary>A buffer of so many bytes is enough for any message but a report, a scenario and a command.</summary>
        public const int MaxSmallBytes = 304;

        /// <summary>A buffer of so many bytes is enough for any command: a new set-up of 2,000 bytes and 19 before it.</summary>
        public const int MaxCommandBytes = 2019;

        /// <summary>A buffer of so many bytes is enough for any message: 600 knots of 41 bytes and 85 before them.</summary>
        public const int MaxBytes = 24685;

        /// <summary>How many bytes a report of so many detections takes at most, in a list.</summary>
        public static int MaxReportBytes(int detections)
        {
            return 49 + (detections * 24);
        }

        /// <summary>How many bytes a report of so many detections takes at most, packed.</summary>
        public static int MaxPackedReportBytes(int detections)
        {
            return 49 + (detections * 15);
        }

        public static int Write(BirthMessage message, byte[] buffer)
        {
            CborWriter writer = new CborWriter(buffer);
            BirthCodec.Write(ref writer, message);
            return writer.Length;
        }

        public static int Write(StateMessage message, byte[] buffer)
        {
            CborWriter writer = new CborWriter(buffer);
            writer.Text("state", StateText.Of(message.State, message.Boot, message.Reason), Limits.StateCharacters);
            return writer.Length;
        }

        public static int Write(ReportMessage message, byte[] buffer)
        {
            CborWriter writer = new CborWriter(buffer);
            ReportCodec.Write(ref writer, message);
            return writer.Length;
        }

        public static int Write(HealthMessage message, byte[] buffer)
        {
            CborWriter writer = new CborWriter(buffer);
            HealthCodec.Write(ref writer, message);
            return writer.Length;
        }

        public static int Write(CommandMessage message, byte[] buffer)
        {
            CborWriter writer = new CborWriter(buffer);
            CommandCodec.Write(ref writer, message);
            return writer.Length;
        }

        public static int Write(AckMessage message, byte[] buffer)
        {
            CborWriter writer = new CborWriter(buffer);
            AckCodec.Write(ref writer, message);
            return writer.Length;
        }

        public static int Write(ClockMessage message, byte[] buffer)
        {
            CborWriter writer = new CborWriter(buffer);
            ClockCodec.Write(ref writer, message);
            return writer.Length;
        }

        public static int Write(AlarmMessage message, byte[] buffer)
        {
            CborWriter writer = new CborWriter(buffer);
            AlarmCodec.Write(ref writer, message);
            return writer.Length;
        }

        public static int Write(ScenarioMessage message, byte[] buffer)
        {
            CborWriter writer = new CborWriter(buffer);
            ScenarioCodec.Write(ref writer, message);
            return writer.Length;
        }
    }
}

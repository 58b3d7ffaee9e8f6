using JointWatch.Contract.Cbor;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract.Station
{
    /// <summary>
    /// Writes what boards read, as contract.cddl has it, into a buffer of the caller's, from its start; each method returns the length. A clock is
    /// written without allocating anything.
    /// </summary>
    /// <exception cref="ContractException">From any method: the buffer is too small, or a field is outside the contract.</exception>
    public static class StationEncoder
    {
        /// <summary>A buffer of so many bytes is enough for any command: a new set-up of 2,000 bytes and 19 before it.</summary>
        public const int MaxCommandBytes = 2019;

        /// <summary>A buffer of so many bytes is enough for any message: 600 knots of 41 bytes and 85 before them.</summary>
        public const int MaxBytes = 24685;

        public static int Write(CommandMessage message, byte[] buffer)
        {
            CborWriter writer = new CborWriter(buffer);
            CommandEncoding.Write(ref writer, message);
            return writer.Length;
        }

        public static int Write(ClockMessage message, byte[] buffer)
        {
            CborWriter writer = new CborWriter(buffer);
            ClockEncoding.Write(ref writer, message);
            return writer.Length;
        }

        public static int Write(AlarmMessage message, byte[] buffer)
        {
            CborWriter writer = new CborWriter(buffer);
            AlarmEncoding.Write(ref writer, message);
            return writer.Length;
        }

        public static int Write(ScenarioMessage message, byte[] buffer)
        {
            CborWriter writer = new CborWriter(buffer);
            ScenarioEncoding.Write(ref writer, message);
            return writer.Length;
        }

        /// <summary>Writes a report as sensors of others may: its detections in a list, or packed where the message says so.</summary>
        public static int Write(ReportMessage message, byte[] buffer)
        {
            if (message.Packed)
            {
                return MessageEncoder.Write(message, buffer);
            }

            CborWriter writer = new CborWriter(buffer);
            ReportListEncoding.Write(ref writer, message);
            return writer.Length;
        }

        /// <summary>How many bytes a report of so many detections takes at most, in a list.</summary>
        public static int MaxReportBytes(int detections)
        {
            return 49 + (detections * 24);
        }
    }
}

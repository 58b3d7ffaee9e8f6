using JointWatch.Contract.Cbor;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract
{
    /// <summary>
    /// Writes what boards say, as contract.cddl has it, into a buffer of the caller's, from its start; each method returns the length. A report
    /// and a health are written without allocating anything. What boards hear, JointWatch.Contract.Station writes.
    /// </summary>
    /// <exception cref="ContractException">From any method: the buffer is too small, or a field is outside the contract.</exception>
    public static partial class MessageEncoder
    {
        /// <summary>A buffer of so many bytes is enough for any message but a report, a scenario and a command.</summary>
        public const int MaxSmallBytes = 304;

        /// <summary>How many bytes a report takes at most, but for its detections.</summary>
        public const int MaxReportHeadBytes = 49;

        /// <summary>How many bytes each of its detections takes at most.</summary>
        public const int MaxDetectionBytes = 15;

        public static int Write(NodeState state, uint boot, string? reason, byte[] buffer)
        {
            CborWriter writer = new CborWriter(buffer);
            writer.Text("state", StateText.Of(state, boot, reason), Limits.StateCharacters);
            return writer.Length;
        }
    }
}

using JointWatch.Contract.Cbor;
using JointWatch.Contract.Messages;

namespace JointWatch.Contract
{
    /// <content>Last wills of all kinds.</content>
    public static partial class StateText
    {
        /// <summary>
        /// The whole message as a string whose bytes in UTF-8 are the CBOR text string: for a board's last will, which is handed over as a
        /// string. All of it is ASCII: a head of one byte up to 23 characters, and of two (0x78 and the length) up to 127.
        /// </summary>
        public static string ForLastWill(NodeState state, uint boot, string? reason)
        {
            string text = Of(state, boot, reason);
            char[] head = text.Length < 24
                ? new char[] { (char)((CborType.Text << 5) | text.Length) }
                : new char[] { (char)((CborType.Text << 5) | 24), (char)text.Length };
            return new string(head) + text;
        }
    }
}

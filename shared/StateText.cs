using JointWatch.Contract.Messages;

namespace JointWatch.Contract
{
    /// <summary>
    /// The text of a state, as in <c>fault 17 sensor silent</c>. A state is made where things go wrong, so making one never fails: of the
    /// reason, what is no printable ASCII becomes '?', and what is too long is cut.
    /// </summary>
    public static partial class StateText
    {
        /// <summary>The text itself.</summary>
        /// <param name="state">What the node is up to.</param>
        /// <param name="boot">The node's boot counter.</param>
        /// <param name="reason">Why, or null.</param>
        public static string Of(NodeState state, uint boot, string? reason)
        {
            string text = Word(state) + " " + boot.ToString();
            if (reason == null || reason.Length == 0)
            {
                return text;
            }

            return text + " " + AsciiText.Of(reason, Limits.StateCharacters - text.Length - 1);
        }

        /// <summary>
        /// The whole message as a string whose bytes in UTF-8 are the CBOR text string: for a board's last will, which is handed over as a
        /// string. All of it is ASCII: a head of two (0x78 and the length) and 26 to 35 characters.
        /// </summary>
        public static string LastWill(uint boot)
        {
            string text = Of(NodeState.Offline, boot, "connection lost");
            return "x" + new string(new char[] { (char)text.Length }) + text;
        }

        private static string Word(NodeState state)
        {
            return state == NodeState.Online ? "online" : state == NodeState.Offline ? "offline" : "fault";
        }
    }
}

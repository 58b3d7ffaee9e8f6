namespace JointWatch.Contract.Messages
{
    /// <summary>A node's state (<c>state</c> in contract.cddl): what it said last, or what its last will says for it.</summary>
    public sealed class StateMessage
    {
        public NodeState State;
        public uint Boot;

        /// <summary>Why, or null.</summary>
        public string? Reason;
    }
}

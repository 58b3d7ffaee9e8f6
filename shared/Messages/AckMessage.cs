namespace JointWatch.Contract.Messages
{
    /// <summary>What became of a command.</summary>
    public enum AckResult
    {
        Done = 0,
        Refused = 1,
        Repeated = 2,
    }

    /// <summary>A node's answer to a command (<c>ack</c> in contract.cddl).</summary>
    public sealed class AckMessage
    {
        public uint Boot;
        public uint Number;
        public AckResult Result;

        /// <summary>Why refused, or null.</summary>
        public string? Reason;
    }
}

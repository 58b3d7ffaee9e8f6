namespace JointWatch.Contract.Messages
{
    /// <summary>Whether the station warns (<c>alarm</c> in contract.cddl; units are the wire's).</summary>
    public sealed class AlarmMessage
    {
        /// <summary>The station's UTC when this was sent.</summary>
        public ulong UtcUs;

        /// <summary>Warnings in force; 0: silence.</summary>
        public uint Warnings;
    }
}

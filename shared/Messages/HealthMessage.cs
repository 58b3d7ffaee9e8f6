namespace JointWatch.Contract.Messages
{
    /// <summary>How a node is doing (<c>health</c> in contract.cddl; units are the wire's).</summary>
    public sealed class HealthMessage
    {
        public uint Boot;
        public ulong UptimeMs;
        public ulong Scans;
        public ulong ReportsSent;
        public uint ReportsWaiting;
        public ulong ReportsDropped;
        public uint Reconnects;
        public uint ClockSigmaUs;

        /// <summary>Bytes; negative where the node cannot tell.</summary>
        public long FreeHeapBytes = -1;

        /// <summary>dBm; positive where the node cannot tell.</summary>
        public int SignalDbm = 1;
    }
}

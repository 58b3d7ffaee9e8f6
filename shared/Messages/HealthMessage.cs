namespace JointWatch.Contract.Messages
{
    /// <summary>What a node's clock goes by.</summary>
    public enum ClockState
    {
        /// <summary>The node does not say.</summary>
        Unknown = -1,
        NeverSet = 0,
        Set = 1,
        SetLongAgo = 2,
    }

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

        /// <summary>The largest piece of memory in one, bytes; negative where the node cannot tell.</summary>
        public long LargestBlockBytes = -1;
        public ClockState ClockState = ClockState.Unknown;

        /// <summary>Whether <see cref="DriftPpb"/> has been measured.</summary>
        public bool DriftKnown;

        /// <summary>By how much the clock runs fast, parts in 1e9.</summary>
        public int DriftPpb;
        public BootReason BootReason;
    }
}

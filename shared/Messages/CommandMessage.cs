namespace JointWatch.Contract.Messages
{
    /// <summary>What a command asks for.</summary>
    public enum CommandVerb
    {
        Start = 1,
        Stop = 2,
        SetScanPeriod = 3,
        Identify = 4,
        Reboot = 5,
        SetUp = 6,
    }

    /// <summary>A station's wish to a node (<c>command</c> in contract.cddl).</summary>
    public sealed class CommandMessage
    {
        /// <summary>Larger than that of the command before.</summary>
        public uint Number;
        public CommandVerb Verb;

        /// <summary>For <see cref="CommandVerb.SetScanPeriod"/>, microseconds.</summary>
        public uint ScanPeriodUs;

        /// <summary>Whether <see cref="Boot"/> is told: always in a sealed command.</summary>
        public bool ForBoot;

        /// <summary>The start of the node that the command is for.</summary>
        public uint Boot;

        /// <summary>For <see cref="CommandVerb.SetUp"/>: the new set-up, 1 to 2,000 bytes of UTF-8.</summary>
        public string? SetUp;
    }
}

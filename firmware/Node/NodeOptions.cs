namespace JointWatch.Firmware
{
    /// <summary>A node's limits and periods. A board with little memory sets the sizes lower; nothing grows beyond them.</summary>
    public sealed partial class NodeOptions
    {
        /// <summary>After how many milliseconds without an answer a message is sent again: 1000..600000. Longer than any healthy round trip.</summary>
        public const int ConfirmTimeoutMs = 20_000;

        /// <summary>The milliseconds between health messages: 1000..3600000. The contract says 10 s.</summary>
        public const int HealthPeriodMs = 10_000;

        /// <summary>The first back-off after a lost connection, milliseconds: 1..600000. 1 s spares a broker that has just come up.</summary>
        public const int BackoffMinMs = 1_000;

        /// <summary>The longest back-off, milliseconds: <see cref="BackoffMinMs"/>..3600000. A node is back 2 min after its broker at the latest.</summary>
        public const int BackoffMaxMs = 120_000;

        /// <summary>How long a connection must hold before the back-off begins anew from its least, milliseconds: 0..3600000.</summary>
        public const int StableLinkMs = 10_000;

        /// <summary>After how many milliseconds without any confirmation a link on which some are owed is given up: 5000..3600000. Two tries.</summary>
        public const int DeafLinkMs = 45_000;

        /// <summary>How often an hour such reports may be written: 1..3600. 120 wear 50 blocks of 100,000 cycles out in four years without a broker.</summary>
        public const int SpillWritesPerHour = 120;

        /// <summary>How long the board's own test target flies, milliseconds: 1000..3600000.</summary>
        public const int TestMs = 60_000;

        /// <summary>How many scans a node may be behind before it leaves some out: 1..65536. A slow board at a high exercise rate.</summary>
        public const int ScansBehind = 256;

        /// <summary>How old an exercise clock may be on arrival, milliseconds: 1000..3600000. An older one was left behind by a director that is gone.</summary>
        public const int ClockAgeMs = 60_000;

        /// <summary>The bytes of encoded reports kept for a broker that is away: 1024..16777216. 64 KiB: 300 s of 5 detections at 1 Hz.</summary>
        public int QueueBytes;

        /// <summary>The most reports kept: 1..65536. Empty reports are small, and would else make the queue very long.</summary>
        public int QueueReports;

        /// <summary>How many reports may wait for their confirmation at a time: 1..1024. 16 keeps 160 reports/s at 100 ms of round trip.</summary>
        public int ReportsInFlight;

        /// <summary>When an attempt to connect is given up, milliseconds: 1000..600000. A TLS handshake on a board takes up to 10 s.</summary>
        public int ConnectTimeoutMs;

        /// <summary>The bytes of flash for reports that the queue cannot hold, 0: none, up to 1048576.</summary>
        public int SpillBytes;

        /// <summary>The most scans in one step: 1..4096. What is due beyond that waits for the next step.</summary>
        public int ScansPerStep;

        /// <summary>The most detections in a report: 1..256 (the contract's limit).</summary>
        public int DetectionsPerReport;

        /// <summary>The most objects of a scenario: 1..256 (the contract's limit). Further ones are refused and counted.</summary>
        public int ScenarioObjects;

        /// <summary>The most knots of all objects together: 2..153600. A knot takes 44 bytes; 32768 of them 1.4 MB.</summary>
        public int ScenarioKnots;

        /// <summary>The longest message that is looked at, bytes: 256..1048576. 600 knots take 24,685 bytes at most.</summary>
        public int MessageBytes;

        /// <summary>
        /// For a board with PSRAM: half an hour of five detections at 1 Hz in memory. For one with some 100 KB of managed heap: the node takes less than
        /// 21 KB, a scenario up to 12 KB more, a spill 10 KB.
        /// </summary>
        public NodeOptions(bool psram)
        {
            QueueBytes = psram ? 512 * 1024 : 8 * 1024;
            QueueReports = psram ? 4096 : 96;
            ReportsInFlight = psram ? 8 : 4;
            ScansPerStep = psram ? 8 : 4;
            DetectionsPerReport = psram ? 64 : 32;
            ScenarioObjects = psram ? 64 : 16;
            ScenarioKnots = psram ? 4096 : 256;
            MessageBytes = psram ? 25 * 1024 : 10 * 1024;
        }
    }
}

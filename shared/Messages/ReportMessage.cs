namespace JointWatch.Contract.Messages
{
    /// <summary>
    /// One scan of one node (<c>report</c> in contract.cddl; units are the wire's). Detections lie in arrays side by side, of which the
    /// first <see cref="Count"/> elements count: a board makes one message and fills it again at each scan.
    /// </summary>
    public sealed class ReportMessage
    {
        /// <summary>The most detections that a report may hold.</summary>
        public const int MaxDetections = 256;

        public SensorKind Kind;
        public uint Boot;
        public ulong Sequence;
        public ulong TimeUs;
        public uint ClockSigmaUs;

        /// <summary>Whether <see cref="TimeUs"/> is of the clock of the exercise run <see cref="Run"/>.</summary>
        public bool InExercise;
        public uint Run;

        /// <summary>How often the node's button was pressed since the report before.</summary>
        public uint Marks;

        /// <summary>Whether the node's own test target is among what it looked at.</summary>
        public bool Test;

        /// <summary>Whether the detections are written packed (key 7) rather than as a list (key 6). It means the same; a reader tells which it found.</summary>
        public bool Packed;
        public int Count;

        /// <summary>Radar only.</summary>
        public readonly uint[] RangeDm;
        public readonly uint[] AzimuthUrad;
        public readonly int[] ElevationUrad;

        /// <summary>Radar only.</summary>
        public readonly int[] RangeRateCmps;

        /// <summary>Radar only.</summary>
        public readonly int[] SnrCentidecibels;

        /// <summary>Infra-red only.</summary>
        public readonly uint[] IrradianceNwpm2;

        /// <summary>A message with room for so many detections.</summary>
        public ReportMessage(int capacity)
        {
            RangeDm = new uint[capacity];
            AzimuthUrad = new uint[capacity];
            ElevationUrad = new int[capacity];
            RangeRateCmps = new int[capacity];
            SnrCentidecibels = new int[capacity];
            IrradianceNwpm2 = new uint[capacity];
        }
    }
}

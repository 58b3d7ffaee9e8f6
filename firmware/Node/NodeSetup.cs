using JointWatch.Contract.Messages;
using JointWatch.Firmware.SetUp;

namespace JointWatch.Firmware
{
    /// <summary>
    /// What a node is: its name, sensor, place and quality. Azimuths are clockwise from true north, elevations above the local horizontal. Its
    /// numbers are those of <c>node.json</c>, in the file's units; in the folder OffBoard they have names, for those who write no file.
    /// </summary>
    public sealed partial class NodeSetup
    {
        /// <summary>The party's name and the node's, with a slash between them.</summary>
        public string FullName = "/";

        /// <summary>The node's name for people, or null.</summary>
        public string? Label;

        /// <summary>The firmware's name and version, as the birth shows it.</summary>
        public string Firmware = "";

        public readonly SensorKind Kind;

        /// <summary>The numbers, by their places in <see cref="SetupTable"/>.</summary>
        public readonly double[] Numbers = new double[SetupTable.Port];

        /// <summary>The time between scans: 10000..60000000.</summary>
        public uint ScanPeriodUs = 1_000_000;

        /// <summary>How far scans lie behind the whole periods of the clock, so that nodes do not all look at one instant: below the period.</summary>
        public uint ScanOffsetUs;

        /// <summary>The part of the light that passes the atmosphere straight up from sea level in this band, infra-red only, thousandths: 1..1000.</summary>
        public int ZenithPermille = 850;

        /// <summary>What the node's chances are drawn from: the same seed sees the same in the same exercise.</summary>
        public uint Seed;

        /// <summary>A sensor of a kind with all as usual: see <see cref="SetupTable"/>.</summary>
        public NodeSetup(SensorKind kind)
        {
            Kind = kind;
            for (int at = 0; at < Numbers.Length; at++)
            {
                Numbers[at] = SetupTable.Entry(at, kind == SensorKind.Radar ? SetupTable.Usual : SetupTable.Usual + 1);
            }
        }
    }
}

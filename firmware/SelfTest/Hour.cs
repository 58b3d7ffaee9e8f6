using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Contract.Sealing;
using JointWatch.Contract.Station;

namespace JointWatch.Firmware.SelfTest
{
    /// <summary>One node's seeded hour in an exercise, in simulated time. Its reports are sealed, and opened again.</summary>
    internal sealed class Hour
    {
        /// <summary>A report in a minute is held against a golden one.</summary>
        public const int CheckedEvery = 60;

        public const int Checked = 60;

        private const int Seconds = 3_600;
        private const int ClockPeriodMs = 30_000;
        private readonly SensorKind _kind;
        private readonly byte[] _topic;
        private readonly Sealed _seal;

        private Hour(SensorKind kind, byte[] key, string topic)
        {
            _kind = kind;
            _seal = new Sealed(key);
            _topic = Topics.Bytes(topic);
        }

        public int Reports { get; private set; }

        public long Bytes { get; private set; }

        public long Detections { get; private set; }

        /// <summary>Gets every 60th report as text: its number, and then its detections' numbers as the wire has them.</summary>
        public string[] Lines { get; } = new string[Checked];

        /// <summary>Lets a node of a kind work for an hour.</summary>
        public static Hour Of(SensorKind kind)
        {
            NodeSetup setup = kind == SensorKind.Radar
                ? NodeSetup.ForRadar("north", "radar-1", 59.7125, 10.7364, 321)
                : NodeSetup.ForInfrared("north", "ir-1", 59.7125, 10.7364, 321);
            setup.Seed = 2026;
            setup.ScanPeriodUs = 1_000_000;
            setup.FalseDetectionsPerScan = 0.5;
            byte[] key = new byte[Sealed.KeyBytes];
            for (int i = 0; i < key.Length; i++)
            {
                key[i] = (byte)(7 * i);
            }

            SimulatedBoard board = new SimulatedBoard();
            SensorNode node = new SensorNode(setup, 17, NodeOptions.ForSmallBoard(), board, board, board, key);
            Hour hour = new Hour(kind, key, Topics.Of(setup.Party, setup.Node, Topics.Report));
            board.Published = hour.Read;
            byte[] buffer = new byte[1_024];
            Sky.Send(node, buffer);
            for (int ms = 0; ms < Seconds * 1_000; ms += ClockPeriodMs)
            {
                Sky.SendClock(node, board, buffer);
                board.Run(node, ClockPeriodMs);
            }

            return hour;
        }

        private void Read(string topic, byte[] buffer, int offset, int length)
        {
            if (!topic.EndsWith("/report"))
            {
                return;
            }

            _seal.Open(_topic, buffer, offset, length, out int at, out int count);
            ReportMessage report = StationDecoder.ReadReport(buffer, at, count, _kind);
            Reports++;
            Bytes += length;
            Detections += report.Count;
            int place = (int)(report.Sequence / CheckedEvery);
            if (report.Sequence % CheckedEvery == 0 && place < Checked)
            {
                Lines[place] = TextOf(report);
            }
        }

        private static string TextOf(ReportMessage report)
        {
            string text = report.Sequence.ToString();
            for (int i = 0; i < report.Count; i++)
            {
                text += report.Kind == SensorKind.Radar
                    ? " " + report.RangeDm[i].ToString() + " " + report.AzimuthUrad[i].ToString() + " " + report.ElevationUrad[i].ToString()
                        + " " + report.RangeRateCmps[i].ToString() + " " + report.SnrCentidecibels[i].ToString()
                    : " " + report.AzimuthUrad[i].ToString() + " " + report.ElevationUrad[i].ToString() + " " + report.IrradianceNwpm2[i].ToString();
            }

            return text;
        }
    }
}

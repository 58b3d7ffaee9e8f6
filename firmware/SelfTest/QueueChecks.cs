using JointWatch.Contract;
using JointWatch.Contract.Messages;

namespace JointWatch.Firmware.SelfTest
{
    /// <summary>A broker that is away for longer than the queue holds: the oldest reports go, are counted, and the rest come when it is back.</summary>
    internal sealed class QueueChecks
    {
        private const int AwayMs = 600_000;
        private long _first = -1;
        private long _last = -1;
        private bool _inOrder = true;

        public static void Run(Tally tally)
        {
            NodeSetup setup = NodeSetup.ForRadar("north", "radar-1", 59.7125, 10.7364, 321);
            setup.FalseDetectionsPerScan = 0;
            setup.ScanPeriodUs = 1_000_000;
            SimulatedBoard board = new SimulatedBoard();
            NodeOptions options = NodeOptions.ForSmallBoard();
            SensorNode node = new SensorNode(setup, 1, options, board, board, board);
            board.BrokerThere = false;
            board.Run(node, AwayMs);
            long made = node.Scans;
            tally.Check("queue: a scan a second with the broker away", made >= 599 && made <= 601);
            tally.Check("queue: holds as many reports as it has places", node.ReportsWaiting, options.QueueReports);
            tally.Check("queue: counts those that it dropped", node.ReportsDropped, made - options.QueueReports);

            QueueChecks reader = new QueueChecks();
            board.Published = reader.Read;
            board.BrokerThere = true;
            board.Run(node, 180_000);
            tally.Check("queue: dropped the oldest", reader._first, node.ReportsDropped);
            tally.Check("queue: sent the rest", reader._last >= made && node.ReportsWaiting < 5);
            tally.Check("queue: in order", reader._inOrder);
            tally.CountReports((int)node.ReportsConfirmed, 0);
        }

        private void Read(string topic, byte[] buffer, int offset, int length)
        {
            if (!topic.EndsWith("/report"))
            {
                return;
            }

            long sequence = (long)MessageDecoder.ReadReport(buffer, offset, length, SensorKind.Radar).Sequence;
            _inOrder &= sequence > _last;
            _first = _first < 0 ? sequence : _first;
            _last = sequence;
        }
    }
}

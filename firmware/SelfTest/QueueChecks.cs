using JointWatch.Contract.Messages;
using JointWatch.Contract.Station;

namespace JointWatch.Firmware.SelfTest
{
    /// <summary>A broker that is away for longer than the queue holds: the oldest reports go, are counted, and the rest come when it is back.</summary>
    internal sealed class QueueChecks
    {
        private const int AwayMs = 600_000;
        private const int MostReports = 1_000;
        private int _first = -1;
        private int _last = -1;
        private readonly bool[] _seen = new bool[MostReports];
        private int _repeats;

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
            long made = node.Observer.Scans;
            tally.Check("queue: a scan a second with the broker away", made >= 599 && made <= 601);
            tally.Check("queue: holds as many reports as it has places", node.Outbox.ReportsWaiting, options.QueueReports);
            tally.Check("queue: counts those that it dropped", node.Outbox.ReportsDropped, made - options.QueueReports);

            QueueChecks reader = new QueueChecks();
            board.Published = reader.Read;
            board.BrokerThere = true;
            board.Run(node, 180_000);
            tally.Check("queue: dropped the oldest", reader._first, node.Outbox.ReportsDropped);
            tally.Check("queue: sent the rest", reader._last >= made && node.Outbox.ReportsWaiting < 5);
            tally.Check("queue: sent none twice", reader._repeats, 0);
            tally.Check("queue: left none out", reader.Missing(), 0);
            tally.CountReports((int)node.Outbox.ReportsConfirmed, 0);
        }

        private void Read(string topic, byte[] buffer, int offset, int length)
        {
            if (!topic.EndsWith("/report"))
            {
                return;
            }

            int sequence = (int)StationDecoder.ReadReport(buffer, offset, length, SensorKind.Radar).Sequence;
            _repeats += _seen[sequence] ? 1 : 0;
            _seen[sequence] = true;
            _first = _first < 0 || sequence < _first ? sequence : _first;
            _last = sequence > _last ? sequence : _last;
        }

        /// <summary>How many between the first and the last that came did not: new ones go between old ones, so the order says nothing.</summary>
        private int Missing()
        {
            int missing = 0;
            for (int i = _first; i <= _last; i++)
            {
                missing += _seen[i] ? 0 : 1;
            }

            return missing;
        }
    }
}

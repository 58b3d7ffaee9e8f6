using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Contract.Sealing;
using JointWatch.Contract.Station;

namespace JointWatch.Firmware.SelfTest
{
    /// <summary>Commands to a node with a key: each verb, and those that it must refuse.</summary>
    internal sealed class CommandChecks
    {
        private const uint Boot = 5;
        private readonly Tally _tally;
        private readonly SimulatedBoard _board = new SimulatedBoard();
        private readonly SensorNode _node;
        private readonly Sealed _seal;
        private readonly byte[] _payload = new byte[512];
        private readonly byte[] _message = new byte[600];
        private AckMessage? _ack;

        private CommandChecks(Tally tally)
        {
            byte[] key = new byte[Sealed.KeyBytes];
            _tally = tally;
            _seal = new Sealed(key);
            NodeSetup setup = NodeSetup.ForInfrared("north", "ir-1", 59.7125, 10.7364, 321);
            _node = new SensorNode(setup, Boot, NodeOptions.ForSmallBoard(), _board, _board, _board, key);
            _board.Published = Read;
            _board.Run(_node, 5_000);
        }

        public static void Run(Tally tally)
        {
            new CommandChecks(tally).RunAll();
        }

        private void RunAll()
        {
            Send(Of(1, CommandVerb.Identify), true);
            Answered("identify", AckResult.Done);
            _tally.Check("command: identify shows the board", _board.Identified, 1);

            Send(Of(1, CommandVerb.Identify), true);
            Answered("a number again", AckResult.Repeated);
            _tally.Check("command: a repeat does nothing", _board.Identified, 1);

            Send(Of(2, CommandVerb.Stop), true);
            Answered("stop", AckResult.Done);
            long scans = _node.Observer.Scans;
            _board.Run(_node, 10_000);
            _tally.Check("command: a stopped node does not scan", _node.Observer.Scans, scans);

            Send(Of(3, CommandVerb.Start), true);
            Answered("start", AckResult.Done);
            CommandMessage period = Of(4, CommandVerb.SetScanPeriod);
            period.ScanPeriodUs = 250_000;
            Send(period, true);
            Answered("set scan period", AckResult.Done);
            scans = _node.Observer.Scans;
            _board.Run(_node, 10_000);
            _tally.Check("command: it scans at the new period", _node.Observer.Scans - scans >= 39 && _node.Observer.Scans - scans <= 41);

            period = Of(5, CommandVerb.SetScanPeriod);
            period.ScanPeriodUs = 1;
            Send(period, true);
            Answered("a period too short", AckResult.Refused);

            CommandMessage old = Of(6, CommandVerb.Reboot);
            old.Boot = Boot - 1;
            Send(old, true);
            Answered("for another boot", AckResult.Refused);
            Send(Of(7, CommandVerb.Reboot), false);
            Answered("not sealed", AckResult.Refused);
            _tally.Check("command: none of these rebooted it", _board.Reboots, 0);

            Send(Of(8, CommandVerb.Reboot), true);
            _board.Run(_node, 6_000);
            Answered("reboot", AckResult.Done);
            _tally.Check("command: reboot reboots", _board.Reboots, 1);
        }

        private static CommandMessage Of(uint number, CommandVerb verb)
        {
            CommandMessage command = new CommandMessage();
            command.Number = number;
            command.Verb = verb;
            command.ForBoot = true;
            command.Boot = Boot;
            return command;
        }

        private void Send(CommandMessage command, bool isSealed)
        {
            _ack = null;
            int length = StationEncoder.Write(command, _payload);
            if (isSealed)
            {
                length = _seal.Write(Topics.Bytes(_node.CommandTopic), _payload, length, _message);
            }

            _node.Receive(_node.CommandTopic, isSealed ? _message : _payload, 0, length);
            _board.Run(_node, 1_000);
        }

        private void Answered(string what, AckResult expected)
        {
            _tally.Check("command: " + what, _ack == null ? -1 : (int)_ack.Result, (int)expected);
        }

        private void Read(string topic, byte[] buffer, int offset, int length)
        {
            if (topic.EndsWith("/ack"))
            {
                _seal.Open(Topics.Bytes(topic), buffer, offset, length, out int at, out int count);
                _ack = StationDecoder.ReadAck(buffer, at, count);
            }
        }
    }
}

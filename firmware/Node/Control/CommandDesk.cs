using JointWatch.Contract;
using JointWatch.Contract.Messages;

namespace JointWatch.Firmware.Control
{
    /// <summary>What a command has made necessary.</summary>
    public enum CommandEffect
    {
        None = 0,
        BirthChanged = 1,
        Reboot = 2,
    }

    /// <summary>Carries out commands, each number once, and answers each.</summary>
    public sealed class CommandDesk
    {
        private readonly ScanSchedule _schedule;
        private readonly INodeHost _host;
        private readonly AckMessage _ack = new AckMessage();
        private readonly bool _safeMode;
        private uint _lastNumber;
        private bool _anyNumber;

        /// <summary>A desk for one node.</summary>
        public CommandDesk(ScanSchedule schedule, INodeHost host, NodeStart start)
        {
            _schedule = schedule;
            _host = host;
            _ack.Boot = start.Boot;
            _safeMode = start.SafeMode;
            Scanning = !start.SafeMode;
        }

        /// <summary>Whether the node is to scan: from its start on, until a command stops it; never in safe mode.</summary>
        public bool Scanning;

        /// <summary>Answers a command that is not this node's to carry out. Its number counts for nothing.</summary>
        /// <returns>The answer; it is the desk's and holds until the next command.</returns>
        public AckMessage Refuse(CommandMessage command, string why)
        {
            _ack.Number = command.Number;
            Refuse(why);
            return _ack;
        }

        /// <summary>Carries a command out.</summary>
        /// <returns>The answer; it is the desk's and holds until the next command.</returns>
        public AckMessage Handle(CommandMessage command, out CommandEffect effect)
        {
            effect = CommandEffect.None;
            _ack.Number = command.Number;
            _ack.Reason = null;
            if (_anyNumber && command.Number <= _lastNumber)
            {
                _ack.Result = AckResult.Repeated;
                return _ack;
            }

            _anyNumber = true;
            _lastNumber = command.Number;
            _ack.Result = AckResult.Done;
            switch (command.Verb)
            {
                case CommandVerb.Start:
                    Start();
                    break;
                case CommandVerb.Stop:
                    Scanning = false;
                    break;
                case CommandVerb.SetScanPeriod:
                    effect = SetScanPeriod(command.ScanPeriodUs);
                    break;
                case CommandVerb.Identify:
                    _host.Identify();
                    break;
                case CommandVerb.Reboot:
                    effect = CommandEffect.Reboot;
                    break;
                case CommandVerb.SetUp:
                    effect = SetUp(command.SetUp!);
                    break;
                default:
                    Refuse("unknown command " + ((int)command.Verb).ToString());
                    break;
            }

            return _ack;
        }

        private void Start()
        {
            if (_safeMode)
            {
                Refuse("in safe mode after crashes; reboot it first");
                return;
            }

            Scanning = true;
            _schedule.Resume();
        }

        private CommandEffect SetScanPeriod(uint periodUs)
        {
            if (periodUs < ScanSchedule.PeriodMinUs || periodUs > ScanSchedule.PeriodMaxUs)
            {
                Refuse("scan period " + periodUs.ToString() + " us; expected 10000 to 60000000");
                return CommandEffect.None;
            }

            _schedule.SetPeriod(periodUs);
            return CommandEffect.BirthChanged;
        }

        private CommandEffect SetUp(string json)
        {
            string? refusal = _host.StageSetUp(json);
            if (refusal != null)
            {
                Refuse(refusal);
                return CommandEffect.None;
            }

            return CommandEffect.Reboot;
        }

        private void Refuse(string why)
        {
            _ack.Result = AckResult.Refused;
            _ack.Reason = AsciiText.Of(why, Limits.TextBytes);
        }
    }
}

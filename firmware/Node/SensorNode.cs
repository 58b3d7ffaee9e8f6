using System;
using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Contract.Sealing;
using JointWatch.Firmware.Control;
using JointWatch.Firmware.Sending;

namespace JointWatch.Firmware
{
    /// <summary>
    /// A sensor node: keeps its link up, scans when it is time, and sends what it saw until the broker has confirmed it.
    /// The host calls it from one thread. All buffers are made at the start; only a command, a scenario or a new connection allocates later.
    /// </summary>
    public sealed partial class SensorNode
    {
        private const int MaxWaitMs = 1_000;
        private const int RebootGraceMs = 5_000;
        private readonly INodeClock _clock;
        private readonly INodeLink _link;
        private readonly INodeHost _host;
        private readonly CommandGate _gate;
        private readonly LinkPulse _pulse;
        private readonly int _scansPerStep;
        private readonly int _messageBytes;
        private readonly long _startMs;
        private long _rebootAtMs = long.MaxValue;
        private long _testUntilMs = long.MinValue;
        private bool _leaving;

        /// <summary>A node that starts.</summary>
        /// <exception cref="ContractException">The key is not of <see cref="Sealed.KeyBytes"/>.</exception>
        public SensorNode(NodeSetup setup, NodeStart start, NodeOptions options, INodeClock clock, INodeLink link, INodeHost host)
        {
            _clock = clock;
            _link = link;
            _host = host;
            Boot = start.Boot;
            _pulse = new LinkPulse(NodeOptions.DeafLinkMs);
            CommandTopic = Topics.Of(setup.FullName, Topics.Command);
            Subscriptions = new string[] { CommandTopic, Topics.Clock, string.Concat(Topics.ScenarioRoot, "+"), Topics.Alarm };
            Sealed? seal = start.Key == null ? null : new Sealed(start.Key);
            Birth = BirthWriter.Write(setup, start);
            Schedule = new ScanSchedule(setup.ScanPeriodUs, setup.ScanOffsetUs, NodeOptions.ScansBehind);
            Keeper = new LinkKeeper(link, options, setup.Seed ^ Boot);
            _gate = new CommandGate(CommandTopic, seal, Boot);
            Desk = new CommandDesk(Schedule, host, start);
            Observer = new Observer(setup, Birth, Schedule, options);
            Outbox = new Outbox(setup, Birth, options, seal, start.Flash);
            Outbox.OweBirth();
            Outbox.OweState(NodeState.Online, start.Note);
            _scansPerStep = options.ScansPerStep;
            _messageBytes = options.MessageBytes;
            _startMs = clock.MonotonicMs;
        }

        /// <summary>The number of this start.</summary>
        public readonly uint Boot;

        /// <summary>What the node says of itself.</summary>
        public readonly BirthMessage Birth;

        /// <summary>The topic of the commands to this node.</summary>
        public readonly string CommandTopic;

        /// <summary>What the link is to subscribe to, with QoS 1, before it is up.</summary>
        public readonly string[] Subscriptions;

        /// <summary>What the node has to say, and what has become of it.</summary>
        public readonly Outbox Outbox;

        /// <summary>The node's look at the sky: the scans made since boot, and the exercise that they go by.</summary>
        public readonly Observer Observer;

        /// <summary>When it scans, and how often it could not keep up.</summary>
        public readonly ScanSchedule Schedule;

        /// <summary>What keeps its link up, and counts how often that came up again.</summary>
        public readonly LinkKeeper Keeper;

        /// <summary>What carries out its commands, and says whether it is to scan.</summary>
        public readonly CommandDesk Desk;

        /// <summary>Gets whether the board's own test target flies.</summary>
        public bool Testing => _clock.MonotonicMs < _testUntilMs;

        /// <summary>Lets the board's own test target fly for <see cref="NodeOptions.TestMs"/>, or ends its flight.</summary>
        public void ToggleTest()
        {
            _testUntilMs = Testing ? long.MinValue : _clock.MonotonicMs + NodeOptions.TestMs;
        }

        /// <summary>Does what is due.</summary>
        /// <returns>Milliseconds after which to call again, if nothing comes in before: 0..1000.</returns>
        public int Step()
        {
            long nowMs = _clock.MonotonicMs;
            LinkEvent what = Keeper.Step(nowMs);
            if (what == LinkEvent.WentDown)
            {
                Outbox.LinkLost();
            }
            else if (what == LinkEvent.CameUp)
            {
                Outbox.Reports.LinkUp();
            }

            Scan();
            if (_link.State == LinkState.Up)
            {
                Outbox.Send(_link, nowMs);
                SendHealth(nowMs);
                if (_pulse.IsDeaf(Outbox.ConfirmationOwed, Outbox.Confirmations, nowMs))
                {
                    _link.Close();
                    _pulse.Reset(nowMs);
                }
            }
            else
            {
                _pulse.Reset(nowMs);
                Outbox.MakeRoom(nowMs);
            }

            if (_rebootAtMs != long.MaxValue && (!Outbox.AcksWaiting || nowMs >= _rebootAtMs))
            {
                _rebootAtMs = long.MaxValue;
                _host.Reboot();
            }

            return WaitMs(nowMs);
        }

        /// <summary>A message has come in on one of the <see cref="Subscriptions"/>. What is malformed is counted and left.</summary>
        public void Receive(string topic, byte[] buffer, int offset, int length)
        {
            if (length > _messageBytes)
            {
                Refuse("message of " + length.ToString() + " bytes; expected " + _messageBytes.ToString() + " at most");
                return;
            }

            try
            {
                if (topic == Topics.Clock)
                {
                    ReceiveClock(buffer, offset, length);
                }
                else if (topic == CommandTopic)
                {
                    ReceiveCommand(buffer, offset, length);
                }
                else if (topic == Topics.Alarm)
                {
                    _host.Alarm(length == 0 ? 0 : MessageDecoder.ReadAlarm(buffer, offset, length).Warnings);
                }
                else if (topic.StartsWith(Topics.ScenarioRoot))
                {
                    ReceiveScenario(topic.Substring(Topics.ScenarioRoot.Length), buffer, offset, length);
                }
            }
            catch (ContractException e)
            {
                Refuse(topic + ": " + e.Message);
            }
            catch (OutOfMemoryException)
            {
                Refuse(topic + ": no memory for " + length.ToString() + " bytes");
            }
        }

        /// <summary>Stops scanning and owes a last state, offline or fault; the host steps on until <see cref="Outbox.StatePending"/> is false, then closes the link.</summary>
        public void Leave(string why)
        {
            _leaving = true;
            Outbox.OweState(NodeState.Offline, why);
        }

        private bool MayScan => Desk.Scanning && !_leaving && _clock.UtcKnown;

        private void Scan()
        {
            if (!MayScan)
            {
                return;
            }

            long utcUs = _clock.UtcUs;
            for (int i = 0; i < _scansPerStep; i++)
            {
                ReportMessage? report = Observer.TryScan(utcUs, _clock.SigmaUs, Testing);
                if (report == null)
                {
                    return;
                }

                Outbox.Add(report);
            }
        }

        private void SendHealth(long nowMs)
        {
            if (Outbox.UntilHealthMs(nowMs) == 0)
            {
                HealthMessage health = Outbox.Health;
                health.UptimeMs = (ulong)(nowMs - _startMs);
                health.Scans = (ulong)Observer.Scans;
                health.Reconnects = (uint)Keeper.Reconnects;
                health.ClockSigmaUs = _clock.SigmaUs;
                _clock.Tell(health);
                _host.Tell(health);
                Outbox.SendHealth(_link, nowMs);
            }
        }

        private void ReceiveClock(byte[] buffer, int offset, int length)
        {
            if (length == 0)
            {
                Observer.EndExercise();
                return;
            }

            ClockMessage message = MessageDecoder.ReadClock(buffer, offset, length);
            long ageUs = _clock.UtcUs - (long)message.UtcUs;
            if (!_clock.UtcKnown || ageUs > NodeOptions.ClockAgeMs * 1000L || ageUs < -NodeOptions.ClockAgeMs * 1000L)
            {
                Refuse("exercise clock is " + (ageUs / 1_000_000).ToString() + " s old by this node's clock");
                return;
            }

            Observer.SetClock(message);
        }

        private void ReceiveScenario(string number, byte[] buffer, int offset, int length)
        {
            if (!int.TryParse(number, out int slot))
            {
                Refuse("scenario object '" + number + "'; expected a number");
            }
            else if (length == 0)
            {
                Observer.Scenario.Remove(slot);
            }
            else
            {
                ScenarioMessage message = MessageDecoder.ReadScenario(buffer, offset, length);
                if (message.Object != slot)
                {
                    Refuse("scenario object " + message.Object.ToString() + " on the topic of " + number);
                }
                else if (!Observer.Scenario.Put(message))
                {
                    Refuse("no room for scenario object " + number);
                }
            }
        }

        private void ReceiveCommand(byte[] buffer, int offset, int length)
        {
            string? refusal = _gate.Take(buffer, offset, length, out CommandMessage command);
            if (refusal != null)
            {
                Refuse(CommandTopic + ": command " + command.Number.ToString() + " " + refusal);
                Outbox.Add(Desk.Refuse(command, refusal));
                return;
            }

            AckMessage ack = Desk.Handle(command, out CommandEffect effect);
            Outbox.Add(ack);
            if (effect == CommandEffect.BirthChanged)
            {
                Outbox.SetScanPeriod(Schedule.PeriodUs);
            }
            else if (effect == CommandEffect.Reboot)
            {
                _rebootAtMs = _clock.MonotonicMs + RebootGraceMs;
            }
        }

        /// <summary>Takes note of a message that is refused. A board has no one to tell.</summary>
        partial void Refuse(string why);

        private int WaitMs(long nowMs)
        {
            long wait = Keeper.UntilDueMs(nowMs);
            if (_link.State == LinkState.Up)
            {
                wait = Sooner(wait, Outbox.UntilHealthMs(nowMs));
            }

            if (MayScan)
            {
                long scanUs = Observer.UntilNextUs(_clock.UtcUs);
                wait = Sooner(wait, scanUs / 1000 + (scanUs % 1000 > 0 ? 1 : 0));
            }

            return wait >= MaxWaitMs ? MaxWaitMs : wait < 0 ? 0 : (int)wait;
        }

        private static long Sooner(long a, long b)
        {
            return a < b ? a : b;
        }
    }
}

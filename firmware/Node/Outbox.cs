using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Firmware.Sending;

namespace JointWatch.Firmware
{
    /// <summary>
    /// What a node has to say: its birth and state at each connect, answers to commands, reports until they are confirmed, and its health.
    /// A report goes only behind the birth that explains it.
    /// </summary>
    public sealed class Outbox
    {
        private const int AcksBytes = 2048;
        private const int AcksKept = 16;
        private const int AcksInFlight = 4;
        private readonly string _reportTopic;
        private readonly string _healthTopic;
        private readonly string _ackTopic;
        private readonly BirthMessage _birth;
        private readonly Greeting _birthGreeting;
        private readonly Greeting _stateGreeting;
        private readonly Backlog _acks;
        private readonly StateMessage _state = new StateMessage();
        private readonly HealthMessage _health = new HealthMessage();
        private readonly byte[] _reportBuffer;
        private readonly byte[] _smallBuffer = new byte[MessageEncoder.MaxSmallBytes];
        private readonly int _healthPeriodMs;
        private long _healthDueMs;

        /// <summary>The outbox of a node of a party.</summary>
        public Outbox(NodeSetup setup, BirthMessage birth, NodeOptions options)
        {
            _birth = birth;
            _reportTopic = Topics.Of(setup.Party, setup.Node, Topics.Report);
            _healthTopic = Topics.Of(setup.Party, setup.Node, Topics.Health);
            _ackTopic = Topics.Of(setup.Party, setup.Node, Topics.Ack);
            StateTopic = Topics.Of(setup.Party, setup.Node, Topics.State);
            _birthGreeting = new Greeting(Topics.Of(setup.Party, setup.Node, Topics.Birth), MessageEncoder.MaxSmallBytes, options.ConfirmTimeoutMs);
            _stateGreeting = new Greeting(StateTopic, MessageEncoder.MaxSmallBytes, options.ConfirmTimeoutMs);
            Reports = new Backlog(options.QueueBytes, options.QueueReports, options.ReportsInFlight, options.ConfirmTimeoutMs);
            _acks = new Backlog(AcksBytes, AcksKept, AcksInFlight, options.ConfirmTimeoutMs);
            _reportBuffer = new byte[MessageEncoder.MaxReportBytes(options.DetectionsPerReport)];
            _healthPeriodMs = options.HealthPeriodMs;
            _health.Boot = birth.Boot;
        }

        /// <summary>Gets the topic of the state, and so of the last will.</summary>
        public string StateTopic { get; }

        /// <summary>Gets the reports that wait.</summary>
        public Backlog Reports { get; }

        /// <summary>Gets whether answers to commands wait.</summary>
        public bool AcksWaiting => _acks.Waiting > 0;

        /// <summary>Gets whether the broker has yet to confirm the state.</summary>
        public bool StatePending => _stateGreeting.Pending;

        /// <summary>Owes the birth: at each connect, and when it has changed.</summary>
        public void OweBirth()
        {
            _birthGreeting.Owe(MessageEncoder.Write(_birth, _birthGreeting.Buffer));
        }

        /// <summary>Owes a state.</summary>
        public void OweState(NodeState word, string? why)
        {
            _state.State = word;
            _state.Boot = _birth.Boot;
            _state.Reason = why;
            _stateGreeting.Owe(MessageEncoder.Write(_state, _stateGreeting.Buffer));
        }

        /// <summary>Changes the birth's scan period and owes it.</summary>
        public void SetScanPeriod(long periodUs)
        {
            _birth.ScanPeriodUs = (uint)periodUs;
            OweBirth();
        }

        /// <summary>Queues a report.</summary>
        public void Add(ReportMessage report)
        {
            Reports.Add(_reportBuffer, MessageEncoder.Write(report, _reportBuffer));
        }

        /// <summary>Queues an answer.</summary>
        public void Add(AckMessage ack)
        {
            _acks.Add(_smallBuffer, MessageEncoder.Write(ack, _smallBuffer));
        }

        /// <summary>Hands over what the link takes.</summary>
        public void Send(INodeLink link, long nowMs)
        {
            if (_birthGreeting.Send(link, nowMs) && _stateGreeting.Send(link, nowMs))
            {
                _acks.Send(link, _ackTopic, nowMs);
                Reports.Send(link, _reportTopic, nowMs);
            }
        }

        /// <summary>Gives the health to fill where it is due; hand it to <see cref="SendHealth"/>.</summary>
        public HealthMessage? TakeHealth(long nowMs)
        {
            if (nowMs < _healthDueMs)
            {
                return null;
            }

            _healthDueMs = nowMs + _healthPeriodMs;
            return _health;
        }

        /// <summary>Hands the health over, once: the next one will be newer.</summary>
        public void SendHealth(INodeLink link)
        {
            link.Publish(_healthTopic, _smallBuffer, 0, MessageEncoder.Write(_health, _smallBuffer), 0, false);
        }

        /// <summary>Milliseconds until the health is due.</summary>
        public long UntilHealthMs(long nowMs)
        {
            return _healthDueMs > nowMs ? _healthDueMs - nowMs : 0;
        }

        /// <summary>The broker has confirmed a message.</summary>
        public void Confirmed(int ticket)
        {
            _birthGreeting.Confirmed(ticket);
            _stateGreeting.Confirmed(ticket);
            _acks.Confirmed(ticket);
            Reports.Confirmed(ticket);
        }

        /// <summary>The link has gone; its answers are not to be waited for.</summary>
        public void LinkLost()
        {
            _birthGreeting.Owe();
            _stateGreeting.Owe();
            _acks.LinkLost();
            Reports.LinkLost();
        }
    }
}

using System;
using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Contract.Sealing;
using JointWatch.Firmware.Board;
using JointWatch.Firmware.Sending;

namespace JointWatch.Firmware
{
    /// <summary>
    /// What a node has to say: its birth and state at each connect, answers to commands, reports until they are confirmed, and its health.
    /// A report goes only behind the birth that explains it, and those that went into the flash before those that stayed in memory. Where the node has a key, all but the state is sealed, once, before it waits.
    /// </summary>
    public sealed partial class Outbox
    {
        private const int AcksBytes = 2048;
        private const int AcksKept = 16;
        private const int AcksInFlight = 4;
        private const int BirthTopic = 0;
        private const int ReportTopic = 1;
        private const int HealthTopic = 2;
        private const int AckTopic = 3;
        private readonly string[] _topics = new string[] { Topics.Birth, Topics.Report, Topics.Health, Topics.Ack, Topics.State };
        private readonly byte[][] _topicBytes;
        private readonly Sealed? _seal;
        private readonly BirthMessage _birth;
        private readonly Greeting _birthGreeting;
        private readonly Greeting _stateGreeting;
        private readonly Backlog _acks;
        private readonly Spill? _spill;
        private readonly Backlog? _returned;
        private readonly byte[] _plain;
        private readonly byte[] _sealed;
        private long _healthDueMs;
        private bool _segmentLoaded;

        /// <summary>The outbox of a node of a party; without <paramref name="seal"/> all goes out plain.</summary>
        public Outbox(NodeSetup setup, BirthMessage birth, NodeOptions options, Sealed? seal, IFlash? flash)
        {
            if (flash != null && options.SpillBytes > 0)
            {
                _spill = new Spill(flash, options.SpillBytes, NodeOptions.SpillWritesPerHour);
                _returned = new Backlog(Spill.SegmentBytes, Spill.SegmentReports, options.ReportsInFlight, NodeOptions.ConfirmTimeoutMs);
            }

            _birth = birth;
            _seal = seal;
            _topicBytes = new byte[_topics.Length][];
            for (int i = 0; i < _topics.Length; i++)
            {
                _topics[i] = Topics.Of(setup.FullName, _topics[i]);
                _topicBytes[i] = Topics.Bytes(_topics[i]);
            }

            StateTopic = _topics[_topics.Length - 1];
            _birthGreeting = new Greeting(_topics[BirthTopic], MessageEncoder.MaxSmallBytes + Sealed.MaxOverhead, NodeOptions.ConfirmTimeoutMs);
            _stateGreeting = new Greeting(StateTopic, Limits.StateCharacters + 2, NodeOptions.ConfirmTimeoutMs);
            Reports = new Backlog(options.QueueBytes, options.QueueReports, options.ReportsInFlight, NodeOptions.ConfirmTimeoutMs);
            _acks = new Backlog(AcksBytes, AcksKept, AcksInFlight, NodeOptions.ConfirmTimeoutMs);
            int report = MessageEncoder.MaxReportHeadBytes + (options.DetectionsPerReport * MessageEncoder.MaxDetectionBytes);
            _plain = new byte[report > MessageEncoder.MaxSmallBytes ? report : MessageEncoder.MaxSmallBytes];
            _sealed = new byte[seal == null ? 0 : _plain.Length + Sealed.MaxOverhead];
            Health.Boot = birth.Boot;
            Health.BootReason = birth.BootReason;
        }

        /// <summary>The topic of the state, and so of the last will.</summary>
        public readonly string StateTopic;

        /// <summary>The health that is sent next, for those to fill who know.</summary>
        public readonly HealthMessage Health = new HealthMessage();

        /// <summary>The reports that wait in memory.</summary>
        public readonly Backlog Reports;

        /// <summary>Gets whether the broker owes a confirmation.</summary>
        public bool ConfirmationOwed => Reports.InFlight > 0 || _acks.InFlight > 0 || _birthGreeting.UnderWay || _stateGreeting.UnderWay || (_returned != null && _returned.InFlight > 0);

        /// <summary>How many confirmations have come in, of anything, wanted or not.</summary>
        public long Confirmations;

        /// <summary>Gets whether answers to commands wait.</summary>
        public bool AcksWaiting => _acks.Waiting > 0;

        /// <summary>Gets whether the broker has yet to confirm the state.</summary>
        public bool StatePending => _stateGreeting.Pending;

        /// <summary>Owes the birth: at each connect, and when it has changed.</summary>
        public void OweBirth()
        {
            int length = MessageEncoder.Write(_birth, _plain);
            byte[] message = Seal(BirthTopic, ref length);
            Array.Copy(message, 0, _birthGreeting.Buffer, 0, length);
            _birthGreeting.Owe(length);
        }

        /// <summary>Owes a state.</summary>
        public void OweState(NodeState word, string? why)
        {
            _stateGreeting.Owe(MessageEncoder.Write(word, _birth.Boot, why, _stateGreeting.Buffer));
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
            int length = MessageEncoder.Write(report, _plain);
            byte[] message = Seal(ReportTopic, ref length);
            Reports.Add(message, 0, length);
        }

        /// <summary>Queues an answer.</summary>
        public void Add(AckMessage ack)
        {
            int length = MessageEncoder.Write(ack, _plain);
            byte[] message = Seal(AckTopic, ref length);
            _acks.Add(message, 0, length);
        }

        /// <summary>Hands over what the link takes.</summary>
        public void Send(INodeLink link, long nowMs)
        {
            if (_birthGreeting.Send(link, nowMs) && _stateGreeting.Send(link, nowMs))
            {
                _acks.Send(link, _topics[AckTopic], nowMs);
                Reports.Send(link, _topics[ReportTopic], nowMs, SendReturned(link, nowMs));
            }
        }

        /// <summary>Hands the health over, once: the next one will be newer. What becomes of the reports, it says itself.</summary>
        public void SendHealth(INodeLink link, long nowMs)
        {
            _healthDueMs = nowMs + NodeOptions.HealthPeriodMs;
            Health.ReportsSent = (ulong)Reports.ConfirmedCount;
            Health.ReportsWaiting = (uint)Reports.Waiting;
            Health.ReportsDropped = (ulong)Reports.DroppedCount;
            if (_spill != null && _returned != null)
            {
                Health.ReportsSent += (ulong)_returned.ConfirmedCount;
                Health.ReportsWaiting += (uint)_spill.Waiting;
                Health.ReportsDropped += (ulong)_spill.DroppedCount;
            }

            int length = MessageEncoder.Write(Health, _plain);
            byte[] message = Seal(HealthTopic, ref length);
            link.Publish(_topics[HealthTopic], message, 0, length, 0, false);
        }

        /// <summary>Milliseconds until the health is due.</summary>
        public long UntilHealthMs(long nowMs)
        {
            return _healthDueMs > nowMs ? _healthDueMs - nowMs : 0;
        }

        /// <summary>The broker has confirmed a message.</summary>
        public void Confirmed(int ticket)
        {
            Confirmations++;
            _returned?.Confirmed(ticket);
            _birthGreeting.Confirmed(ticket);
            _stateGreeting.Confirmed(ticket);
            _acks.Confirmed(ticket);
            Reports.Confirmed(ticket);
        }

        /// <summary>While the link is down: makes room in memory before reports are lost.</summary>
        public void MakeRoom(long nowMs)
        {
            _spill?.Relieve(Reports, nowMs);
        }

        /// <summary>The link has gone; its answers are not to be waited for.</summary>
        public void LinkLost()
        {
            _birthGreeting.Owe();
            _stateGreeting.Owe();
            _acks.LinkLost();
            Reports.LinkLost();

            // The file that they came from is still there, and may have to make room for a newer one before the link is back.
            _returned?.Clear();
            _segmentLoaded = false;
        }

        /// <summary>Hands over what lies in the flash, a file at a time.</summary>
        /// <returns>Whether there is any.</returns>
        private bool SendReturned(INodeLink link, long nowMs)
        {
            if (_spill == null || _returned == null)
            {
                return false;
            }

            if (_segmentLoaded && _returned.Waiting == 0)
            {
                _spill.Forget();
                _segmentLoaded = false;
            }

            if (!_segmentLoaded && _spill.Segments > 0)
            {
                _spill.Load(_returned);
                _segmentLoaded = true;
            }

            _returned.Send(link, _topics[ReportTopic], nowMs);
            return _segmentLoaded;
        }

        /// <summary>Seals what lies in the plain buffer, where there is a key, and gives the buffer in which the message to send then lies.</summary>
        private byte[] Seal(int topic, ref int length)
        {
            if (_seal == null)
            {
                return _plain;
            }

            length = _seal.Write(_topicBytes[topic], _plain, length, _sealed);
            return _sealed;
        }
    }
}

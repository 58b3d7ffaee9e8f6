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
        private readonly string reportTopic;
        private readonly string healthTopic;
        private readonly string ackTopic;
        private readonly BirthMessage birth;
        private readonly Greeting birthGreeting;
        private readonly Greeting stateGreeting;
        private readonly Backlog acks;
        private readonly StateMessage state = new StateMessage();
        private readonly HealthMessage health = new HealthMessage();
        private readonly byte[] reportBuffer;
        private readonly byte[] smallBuffer = new byte[MessageEncoder.MaxSmallBytes];
        private readonly int healthPeriodMs;
        private long healthDueMs;

        /// <summary>The outbox of a node of a party.</summary>
        public Outbox(NodeSetup setup, BirthMessage birth, NodeOptions options)
        {
            this.birth = birth;
            reportTopic = Topics.Of(setup.Party, setup.Node, Topics.Report);
            healthTopic = Topics.Of(setup.Party, setup.Node, Topics.Health);
            ackTopic = Topics.Of(setup.Party, setup.Node, Topics.Ack);
            StateTopic = Topics.Of(setup.Party, setup.Node, Topics.State);
            birthGreeting = new Greeting(Topics.Of(setup.Party, setup.Node, Topics.Birth), MessageEncoder.MaxSmallBytes, options.ConfirmTimeoutMs);
            stateGreeting = new Greeting(StateTopic, MessageEncoder.MaxSmallBytes, options.ConfirmTimeoutMs);
            Reports = new Backlog(options.QueueBytes, options.QueueReports, options.ReportsInFlight, options.ConfirmTimeoutMs);
            acks = new Backlog(AcksBytes, AcksKept, AcksInFlight, options.ConfirmTimeoutMs);
            reportBuffer = new byte[MessageEncoder.MaxReportBytes(options.DetectionsPerReport)];
            healthPeriodMs = options.HealthPeriodMs;
            health.Boot = birth.Boot;
        }

        /// <summary>Gets the topic of the state, and so of the last will.</summary>
        public string StateTopic { get; }

        /// <summary>Gets the reports that wait.</summary>
        public Backlog Reports { get; }

        /// <summary>Gets whether answers to commands wait.</summary>
        public bool AcksWaiting => acks.Waiting > 0;

        /// <summary>Gets whether the broker has yet to confirm the state.</summary>
        public bool StatePending => stateGreeting.Pending;

        /// <summary>Owes the birth: at each connect, and when it has changed.</summary>
        public void OweBirth()
        {
            birthGreeting.Owe(MessageEncoder.Write(birth, birthGreeting.Buffer));
        }

        /// <summary>Owes a state.</summary>
        public void OweState(NodeState word, string? why)
        {
            state.State = word;
            state.Boot = birth.Boot;
            state.Reason = why;
            stateGreeting.Owe(MessageEncoder.Write(state, stateGreeting.Buffer));
        }

        /// <summary>Changes the birth's scan period and owes it.</summary>
        public void SetScanPeriod(long periodUs)
        {
            birth.ScanPeriodUs = (uint)periodUs;
            OweBirth();
        }

        /// <summary>Queues a report.</summary>
        public void Add(ReportMessage report)
        {
            Reports.Add(reportBuffer, MessageEncoder.Write(report, reportBuffer));
        }

        /// <summary>Queues an answer.</summary>
        public void Add(AckMessage ack)
        {
            acks.Add(smallBuffer, MessageEncoder.Write(ack, smallBuffer));
        }

        /// <summary>Hands over what the link takes.</summary>
        public void Send(INodeLink link, long nowMs)
        {
            if (birthGreeting.Send(link, nowMs) && stateGreeting.Send(link, nowMs))
            {
                acks.Send(link, ackTopic, nowMs);
                Reports.Send(link, reportTopic, nowMs);
            }
        }

        /// <summary>Gives the health to fill where it is due; hand it to <see cref="SendHealth"/>.</summary>
        public HealthMessage? TakeHealth(long nowMs)
        {
            if (nowMs < healthDueMs)
            {
                return null;
            }

            healthDueMs = nowMs + healthPeriodMs;
            return health;
        }

        /// <summary>Hands the health over, once: the next one will be newer.</summary>
        public void SendHealth(INodeLink link)
        {
            link.Publish(healthTopic, smallBuffer, 0, MessageEncoder.Write(health, smallBuffer), 0, false);
        }

        /// <summary>Milliseconds until the health is due.</summary>
        public long UntilHealthMs(long nowMs)
        {
            return healthDueMs > nowMs ? healthDueMs - nowMs : 0;
        }

        /// <summary>The broker has confirmed a message.</summary>
        public void Confirmed(int ticket)
        {
            birthGreeting.Confirmed(ticket);
            stateGreeting.Confirmed(ticket);
            acks.Confirmed(ticket);
            Reports.Confirmed(ticket);
        }

        /// <summary>The link has gone; its answers are not to be waited for.</summary>
        public void LinkLost()
        {
            birthGreeting.Owe();
            stateGreeting.Owe();
            acks.LinkLost();
            Reports.LinkLost();
        }
    }
}

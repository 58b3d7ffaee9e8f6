using JointWatch.Contract.Messages;

namespace JointWatch.Firmware.SelfTest
{
    /// <summary>A clock, a link and a board in simulated time, which begins at 2026-01-01T00:00:00Z.</summary>
    internal sealed class SimulatedBoard : INodeClock, INodeLink, INodeHost
    {
        public const long StartUs = 1_767_225_600_000_000;

        /// <summary>More than a node may have under way.</summary>
        private const int MostTickets = 256;
        private readonly int[] _tickets = new int[MostTickets];
        private int _waiting;
        private int _nextTicket;

        /// <summary>Takes what the node publishes.</summary>
        public delegate void Reader(string topic, byte[] buffer, int offset, int length);

        public long ElapsedUs { get; private set; }

        public LinkState State { get; private set; }

        /// <summary>Gets or sets whether the broker is there.</summary>
        public bool BrokerThere { get; set; } = true;

        /// <summary>Gets or sets who reads what is published.</summary>
        public Reader? Published { get; set; }

        public int Connects { get; private set; }

        public int Identified { get; private set; }

        public int Reboots { get; private set; }

        public string? SetUp { get; private set; }

        public uint Warnings { get; private set; }

        public long MonotonicMs => ElapsedUs / 1000;

        public bool UtcKnown => true;

        public long UtcUs => StartUs + ElapsedUs;

        public uint SigmaUs => 500;

        /// <summary>Says for the clock that it is set, and for the board nothing.</summary>
        public void Tell(HealthMessage health)
        {
            health.ClockState = ClockState.Set;
        }

        /// <summary>Lets the node work for some time. What it published is confirmed before its next step, if the broker is there.</summary>
        public void Run(SensorNode node, long milliseconds)
        {
            long endUs = ElapsedUs + (milliseconds * 1000);
            while (ElapsedUs < endUs)
            {
                if (State != LinkState.Down)
                {
                    State = BrokerThere ? LinkState.Up : LinkState.Down;
                }

                for (int i = 0; i < _waiting && BrokerThere; i++)
                {
                    node.Confirmed(_tickets[i]);
                }

                _waiting = 0;
                int wait = node.Step();
                ElapsedUs += wait < 1 ? 1_000 : wait * 1_000L;
            }
        }

        public void BeginConnect()
        {
            Connects++;
            State = LinkState.Connecting;
        }

        public void Close()
        {
            State = LinkState.Down;
        }

        public int Publish(string topic, byte[] buffer, int offset, int length, int qos, bool retain)
        {
            if (State != LinkState.Up || _waiting == MostTickets)
            {
                return -1;
            }

            if (Published != null)
            {
                Published(topic, buffer, offset, length);
            }

            if (qos > 0)
            {
                _tickets[_waiting++] = _nextTicket;
            }

            return _nextTicket++;
        }

        public void Identify()
        {
            Identified++;
        }

        public void Reboot()
        {
            Reboots++;
        }

        public string? StageSetUp(string json)
        {
            SetUp = json;
            return null;
        }

        public void Alarm(uint warningsInForce)
        {
            Warnings = warningsInForce;
        }
    }
}

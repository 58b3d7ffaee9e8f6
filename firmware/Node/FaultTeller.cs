using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Firmware.Sending;

namespace JointWatch.Firmware
{
    /// <summary>What a board does that knows its broker and not what sensor it is: it connects and says on its topic <c>state</c> what is wrong.</summary>
    public sealed class FaultTeller
    {
        private const int MaxWaitMs = 1_000;
        private readonly INodeLink _link;
        private readonly LinkKeeper _keeper;
        private readonly Greeting _greeting;

        /// <summary>A teller of one fault.</summary>
        public FaultTeller(string fullName, uint boot, string why, NodeOptions options, INodeLink link)
        {
            _link = link;
            _keeper = new LinkKeeper(link, options, boot);
            _greeting = new Greeting(Topics.Of(fullName, Topics.State), Limits.StateCharacters + 2, NodeOptions.ConfirmTimeoutMs);
            _greeting.Owe(MessageEncoder.Write(NodeState.Fault, boot, why, _greeting.Buffer));
        }

        /// <summary>Does what is due.</summary>
        /// <returns>Milliseconds after which to call again: 0..1000.</returns>
        public int Step(long monotonicMs)
        {
            if (_keeper.Step(monotonicMs) == LinkEvent.WentDown)
            {
                _greeting.Owe();
            }

            if (_link.State == LinkState.Up)
            {
                _greeting.Send(_link, monotonicMs);
            }

            long wait = _keeper.UntilDueMs(monotonicMs);
            return wait > MaxWaitMs ? MaxWaitMs : wait < 0 ? 0 : (int)wait;
        }

        /// <summary>The broker has confirmed a message that was published with QoS 1.</summary>
        public void Confirmed(int ticket)
        {
            _greeting.Confirmed(ticket);
        }
    }
}

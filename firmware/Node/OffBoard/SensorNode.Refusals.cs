using JointWatch.Contract;
using JointWatch.Contract.Sealing;

namespace JointWatch.Firmware
{
    /// <content>A node by its boot counter alone, what it hands on to its parts, and what it has refused: a board has no one to tell that.</content>
    public sealed partial class SensorNode
    {
        /// <summary>A node that starts for the time numbered <paramref name="boot"/>; with a key it seals what it sends and takes no command unsealed.</summary>
        /// <exception cref="ContractException">The key is not of <see cref="Sealed.KeyBytes"/>.</exception>
        public SensorNode(NodeSetup setup, uint boot, NodeOptions options, INodeClock clock, INodeLink link, INodeHost host, byte[]? key = null)
            : this(setup, new NodeStart(boot) { Key = key }, options, clock, link, host)
        {
        }

        /// <summary>The messages that were refused.</summary>
        public int MessagesRefused;

        /// <summary>Why the last message was refused, or null.</summary>
        public string? LastRefusal;

        /// <summary>Marks the next report: a person has pressed the button.</summary>
        public void Mark()
        {
            Observer.Mark();
        }

        /// <summary>The broker has confirmed a message that was published with QoS 1.</summary>
        public void Confirmed(int ticket)
        {
            Outbox.Confirmed(ticket);
        }

        partial void Refuse(string why)
        {
            MessagesRefused++;
            LastRefusal = why;
        }
    }
}

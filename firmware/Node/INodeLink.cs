namespace JointWatch.Firmware
{
    /// <summary>What a node's connection to its broker is doing.</summary>
    public enum LinkState
    {
        Down = 0,
        Connecting = 1,
        Up = 2,
    }

    /// <summary>
    /// A node's connection to its broker. The node says when to connect; the link does it. Nothing here waits or throws.
    /// A link leaves its last will (<see cref="JointWatch.Contract.StateText.LastWill"/>) with the broker, begins each connection with a clean session,
    /// and subscribes to <see cref="SensorNode.Subscriptions"/> before it is up.
    /// </summary>
    public interface INodeLink
    {
        /// <summary>
        /// Gets the state. It changes only between two calls of the node, on the node's own thread: a link that learns of a loss elsewhere
        /// keeps it until then.
        /// </summary>
        LinkState State { get; }

        /// <summary>Begins to connect: the state is <see cref="LinkState.Connecting"/> at once, and later up or down.</summary>
        void BeginConnect();

        /// <summary>Gives a connection up, finished or not: the state is <see cref="LinkState.Down"/> at once.</summary>
        void Close();

        /// <summary>
        /// Hands over a message. The bytes are the node's and hold still only during the call.
        /// With QoS 1 the node is told later by <see cref="SensorNode.Confirmed"/> that the broker has it. No word means no: the node sends it
        /// again after <see cref="NodeOptions.ConfirmTimeoutMs"/>, or with the next connection.
        /// </summary>
        /// <returns>A number, 0 or larger, that no other message under way has; or -1 where the link took nothing.</returns>
        int Publish(string topic, byte[] buffer, int offset, int length, int qos, bool retain);
    }
}

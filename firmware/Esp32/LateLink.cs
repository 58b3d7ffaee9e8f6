namespace JointWatch.Firmware.Esp32
{
    /// <summary>Stands for a link that is made after its node, because it is made of what the node says: topics and last will.</summary>
    internal sealed class LateLink : INodeLink
    {
        /// <summary>The link; before the node's first step.</summary>
        public INodeLink? Link;

        /// <inheritdoc/>
        public LinkState State => Link == null ? LinkState.Down : Link.State;

        /// <inheritdoc/>
        public void BeginConnect()
        {
            Link!.BeginConnect();
        }

        /// <inheritdoc/>
        public void Close()
        {
            Link!.Close();
        }

        /// <inheritdoc/>
        public int Publish(string topic, byte[] buffer, int offset, int length, int qos, bool retain)
        {
            return Link!.Publish(topic, buffer, offset, length, qos, retain);
        }
    }
}

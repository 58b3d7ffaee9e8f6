namespace JointWatch.Firmware.Sending
{
    /// <summary>A retained message that is owed at each connect, and is sent until the broker has confirmed it.</summary>
    public sealed class Greeting
    {
        private const int NotUnderWay = -1;
        private readonly string topic;
        private readonly byte[] buffer;
        private readonly int confirmTimeoutMs;
        private int length;
        private int ticket = NotUnderWay;
        private long sentMs;
        private bool owed;

        /// <summary>A greeting on one topic, of so many bytes at most.</summary>
        public Greeting(string topic, int capacity, int confirmTimeoutMs)
        {
            this.topic = topic;
            buffer = new byte[capacity];
            this.confirmTimeoutMs = confirmTimeoutMs;
        }

        /// <summary>Gets the buffer to write the message into; <see cref="Owe(int)"/> then.</summary>
        public byte[] Buffer => buffer;

        /// <summary>Gets whether the broker has yet to confirm the message.</summary>
        public bool Pending => owed || ticket >= 0;

        /// <summary>Owes the message in the buffer, of so many bytes.</summary>
        public void Owe(int messageLength)
        {
            length = messageLength;
            Owe();
        }

        /// <summary>Owes the message once more.</summary>
        public void Owe()
        {
            owed = true;
            ticket = NotUnderWay;
        }

        /// <summary>Sends the message where it is owed.</summary>
        /// <returns>False where the link did not take it; what should follow it has to wait.</returns>
        public bool Send(INodeLink link, long nowMs)
        {
            if (ticket >= 0 && nowMs - sentMs >= confirmTimeoutMs)
            {
                Owe();
            }

            if (owed)
            {
                ticket = link.Publish(topic, buffer, 0, length, 1, true);
                sentMs = nowMs;
                owed = ticket < 0;
            }

            return !owed;
        }

        /// <summary>The broker has confirmed a message, perhaps this one.</summary>
        public void Confirmed(int confirmed)
        {
            if (ticket == confirmed)
            {
                ticket = NotUnderWay;
            }
        }
    }
}

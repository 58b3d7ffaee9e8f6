namespace JointWatch.Firmware.Sending
{
    /// <summary>A retained message that is owed at each connect, and is sent until the broker has confirmed it.</summary>
    public sealed class Greeting
    {
        private const int NotUnderWay = -1;
        private readonly string _topic;
        private readonly int _timeoutMs;
        private int _length;
        private int _ticket = NotUnderWay;
        private long _sentMs;
        private bool _owed;

        /// <summary>A greeting on one topic, of so many bytes at most.</summary>
        public Greeting(string topic, int capacity, int confirmTimeoutMs)
        {
            _topic = topic;
            Buffer = new byte[capacity];
            _timeoutMs = confirmTimeoutMs;
        }

        /// <summary>The buffer to write the message into; <see cref="Owe(int)"/> then.</summary>
        public readonly byte[] Buffer;

        /// <summary>Gets whether the broker has yet to confirm the message.</summary>
        public bool Pending => _owed || _ticket >= 0;

        /// <summary>Gets whether the broker has the message, and has not confirmed it.</summary>
        public bool UnderWay => _ticket >= 0;

        /// <summary>Owes the message in the buffer, of so many bytes.</summary>
        public void Owe(int messageLength)
        {
            _length = messageLength;
            Owe();
        }

        /// <summary>Owes the message once more.</summary>
        public void Owe()
        {
            _owed = true;
            _ticket = NotUnderWay;
        }

        /// <summary>Sends the message where it is owed.</summary>
        /// <returns>False where the link did not take it; what should follow it has to wait.</returns>
        public bool Send(INodeLink link, long nowMs)
        {
            if (_ticket >= 0 && nowMs - _sentMs >= _timeoutMs)
            {
                Owe();
            }

            if (_owed)
            {
                _ticket = link.Publish(_topic, Buffer, 0, _length, 1, true);
                _sentMs = nowMs;
                _owed = _ticket < 0;
            }

            return !_owed;
        }

        /// <summary>The broker has confirmed a message, perhaps this one.</summary>
        public void Confirmed(int confirmed)
        {
            if (_ticket == confirmed)
            {
                _ticket = NotUnderWay;
            }
        }
    }
}

namespace JointWatch.Firmware.Board
{
    /// <summary>What a link's threads tell the node's thread.</summary>
    public enum LinkNews
    {
        None = 0,
        Opened = 1,
        Closed = 2,
        Confirmed = 3,
        NotConfirmed = 4,
        Received = 5,
    }

    /// <summary>
    /// News for the node's thread from others, in a ring that never grows and gives room back as it is read. Messages may fill half of it at most,
    /// so that there is always room for what is bounded by itself: a confirmation for each message under way, and the ends of sessions.
    /// </summary>
    public sealed class Inbox
    {
        private readonly object _lock = new object();
        private readonly LinkNews[] _what;
        private readonly object?[] _session;
        private readonly int[] _ticket;
        private readonly string?[] _text;
        private readonly byte[]?[] _payload;
        private int _first;
        private int _count;

        /// <summary>An inbox for so many news.</summary>
        public Inbox(int capacity)
        {
            _what = new LinkNews[capacity];
            _session = new object?[capacity];
            _ticket = new int[capacity];
            _text = new string?[capacity];
            _payload = new byte[]?[capacity];
        }

        /// <summary>What the last taken news is.</summary>
        public LinkNews What;

        /// <summary>Which session it is of.</summary>
        public object? Session;

        /// <summary>Which message is meant.</summary>
        public int Ticket;

        /// <summary>The topic, or why a session has ended.</summary>
        public string? Text;

        /// <summary>The message that came in.</summary>
        public byte[]? Payload;

        /// <summary>Puts news in. From any thread.</summary>
        /// <returns>False where there is no room.</returns>
        public bool TryAdd(LinkNews what, object session, int ticket, string? text, byte[]? payload)
        {
            lock (_lock)
            {
                if (_count >= (what == LinkNews.Received ? _what.Length / 2 : _what.Length))
                {
                    return false;
                }

                int at = (_first + _count++) % _what.Length;
                _what[at] = what;
                _session[at] = session;
                _ticket[at] = ticket;
                _text[at] = text;
                _payload[at] = payload;
                return true;
            }
        }

        /// <summary>Takes the oldest news out; the properties tell it then. From the node's thread alone.</summary>
        /// <returns>False where there is none.</returns>
        public bool TryTake()
        {
            lock (_lock)
            {
                if (_count == 0)
                {
                    return false;
                }

                What = _what[_first];
                Session = _session[_first];
                Ticket = _ticket[_first];
                Text = _text[_first];
                Payload = _payload[_first];

                // The ring must not keep alive what has been read.
                _session[_first] = null;
                _text[_first] = null;
                _payload[_first] = null;
                _first = (_first + 1) % _what.Length;
                _count--;
                return true;
            }
        }
    }
}

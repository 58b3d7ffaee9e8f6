using System;

namespace JointWatch.Firmware.Sending
{
    /// <summary>
    /// Encoded messages that wait for their confirmation, in one ring of bytes that never grows. They are sent in order, some at a time, and
    /// again until the broker has confirmed them; when there is no room the oldest is dropped and counted. Where more has waited for the link
    /// than can be under way at once, that and what has come since take turns, each in order: neither keeps the other waiting.
    /// </summary>
    public sealed partial class Backlog
    {
        private const int ToSend = -1;
        private const int Done = -2;
        private readonly byte[] _ring;
        private readonly int[] _offsets;
        private readonly int[] _lengths;
        private readonly int[] _tickets;
        private readonly long[] _sentMs;
        private readonly int _window;
        private readonly int _timeoutMs;
        private int _head;
        private long _popped;
        private long _freshFrom;
        private bool _freshTurn;

        /// <summary>A queue of so many bytes and entries, of which so many may be under way, each for so long.</summary>
        public Backlog(int bytes, int entries, int window, int confirmTimeoutMs)
        {
            _ring = new byte[bytes];
            _offsets = new int[entries];
            _lengths = new int[entries];
            _tickets = new int[entries];
            _sentMs = new long[entries];
            _window = window;
            _timeoutMs = confirmTimeoutMs;
        }

        /// <summary>How many messages are not confirmed.</summary>
        public int Waiting;

        /// <summary>How many messages have been confirmed.</summary>
        public long ConfirmedCount;

        /// <summary>How many messages were dropped for want of room.</summary>
        public long DroppedCount;

        /// <summary>How many messages are under way.</summary>
        public int InFlight;

        /// <summary>Gets whether the queue is filled to three quarters, in bytes or in messages.</summary>
        public bool IsNearlyFull => Count * 4 >= _offsets.Length * 3 || UsedBytes * 4 >= _ring.Length * 3;

        /// <summary>The entries held, confirmed ones behind an unconfirmed one included.</summary>
        private int Count;

        /// <summary>Gets the bytes between the oldest message and the end of the newest, gaps included.</summary>
        private int UsedBytes
        {
            get
            {
                int newest = Slot(Count - 1 + _offsets.Length);
                int span = Count == 0 ? 0 : _offsets[newest] + _lengths[newest] - _offsets[_head];
                return span < 0 ? span + _ring.Length : span;
            }
        }

        /// <summary>Takes a copy of a message, and drops the oldest ones as far as it must.</summary>
        public void Add(byte[] buffer, int offset, int length)
        {
            if (length > _ring.Length)
            {
                DroppedCount++;
                return;
            }

            int place = FindPlace(length);
            while (place < 0)
            {
                DropOldest();
                place = FindPlace(length);
            }

            int slot = Slot(Count);
            Array.Copy(buffer, offset, _ring, place, length);
            _offsets[slot] = place;
            _lengths[slot] = length;
            _tickets[slot] = ToSend;
            Count++;
            Waiting++;
        }

        /// <summary>The link is up: what is added from now on is fresh.</summary>
        public void LinkUp()
        {
            _freshFrom = _popped + Count;
        }

        /// <summary>Takes the oldest message out, to be kept elsewhere.</summary>
        /// <param name="into">Where it goes.</param>
        /// <param name="offset">From where on.</param>
        /// <param name="end">Up to where, exclusive.</param>
        /// <returns>Its length; 0 where there is none, it is under way, or it does not fit.</returns>
        public int TakeOldest(byte[] into, int offset, int end)
        {
            if (Count == 0 || _tickets[_head] != ToSend || _lengths[_head] > end - offset)
            {
                return 0;
            }

            int length = _lengths[_head];
            Array.Copy(_ring, _offsets[_head], into, offset, length);
            Waiting--;
            Pop();
            return length;
        }

        /// <summary>Hands over what may go until the window is full or the link takes no more.</summary>
        /// <param name="link">Where it goes.</param>
        /// <param name="topic">Under which topic.</param>
        /// <param name="nowMs">Now, by the monotonic clock.</param>
        /// <param name="freshOnly">Whether what has waited for the link is to wait longer, because something older goes first.</param>
        public void Send(INodeLink link, string topic, long nowMs, bool freshOnly = false)
        {
            Expire(nowMs);
            long before = _freshFrom - _popped;
            int freshBegin = before <= 0 ? 0 : before >= Count ? Count : (int)before;
            int old = freshOnly ? freshBegin : 0;
            int fresh = freshBegin;
            while (InFlight < _window)
            {
                old = NextToSend(old, freshBegin);
                fresh = NextToSend(fresh, Count);
                bool crowd = freshBegin - old > _window;
                bool takeFresh = fresh < Count && (old >= freshBegin || (crowd && _freshTurn));
                int i = takeFresh ? fresh : old;
                if ((!takeFresh && old >= freshBegin) || !Hand(link, topic, Slot(i), nowMs))
                {
                    return;
                }

                _freshTurn = !takeFresh;
            }
        }

        /// <summary>The broker has confirmed a message.</summary>
        public void Confirmed(int ticket)
        {
            int slot = Find(ticket);
            if (slot >= 0)
            {
                _tickets[slot] = Done;
                InFlight--;
                Waiting--;
                ConfirmedCount++;
                while (Count > 0 && _tickets[_head] == Done)
                {
                    Pop();
                }
            }
        }

        /// <summary>The link has gone: all that was under way goes again.</summary>
        public void LinkLost()
        {
            for (int i = 0; i < Count; i++)
            {
                int slot = Slot(i);
                if (_tickets[slot] >= 0)
                {
                    _tickets[slot] = ToSend;
                }
            }

            InFlight = 0;
        }

        /// <summary>Forgets all messages; they are neither confirmed nor dropped.</summary>
        public void Clear()
        {
            _popped += Count;
            Count = 0;
            Waiting = 0;
            InFlight = 0;
        }

        private void Expire(long nowMs)
        {
            for (int i = 0; i < Count && InFlight > 0; i++)
            {
                int slot = Slot(i);
                if (_tickets[slot] >= 0 && nowMs - _sentMs[slot] >= _timeoutMs)
                {
                    _tickets[slot] = ToSend;
                    InFlight--;
                }
            }
        }

        private int NextToSend(int from, int end)
        {
            int i = from;
            while (i < end && _tickets[Slot(i)] != ToSend)
            {
                i++;
            }

            return i;
        }

        private bool Hand(INodeLink link, string topic, int slot, long nowMs)
        {
            int ticket = link.Publish(topic, _ring, _offsets[slot], _lengths[slot], 1, false);
            if (ticket < 0)
            {
                return false;
            }

            _tickets[slot] = ticket;
            _sentMs[slot] = nowMs;
            InFlight++;
            return true;
        }

        private int Find(int ticket)
        {
            for (int i = 0; i < Count; i++)
            {
                if (_tickets[Slot(i)] == ticket)
                {
                    return Slot(i);
                }
            }

            return -1;
        }

        private void DropOldest()
        {
            if (_tickets[_head] != Done)
            {
                DroppedCount++;
                Waiting--;
                if (_tickets[_head] >= 0)
                {
                    InFlight--;
                }
            }

            Pop();
        }

        private void Pop()
        {
            _head = Slot(1);
            Count--;
            _popped++;
        }

        private int Slot(int fromHead)
        {
            return (_head + fromHead) % _offsets.Length;
        }

        /// <summary>Where a message fits in one piece, behind the newest or at the ring's begin; -1 where it does not.</summary>
        private int FindPlace(int length)
        {
            if (Count == 0)
            {
                return 0;
            }

            if (Count == _offsets.Length)
            {
                return -1;
            }

            int newest = Slot(Count - 1);
            int first = _offsets[_head];
            int end = _offsets[newest] + _lengths[newest];
            if (end <= first)
            {
                return first - end >= length ? end : -1;
            }

            return _ring.Length - end >= length ? end : first >= length ? 0 : -1;
        }
    }
}

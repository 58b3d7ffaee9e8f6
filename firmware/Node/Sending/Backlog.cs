using System;

namespace JointWatch.Firmware.Sending
{
    /// <summary>
    /// Encoded messages that wait for their confirmation, in one ring of bytes that never grows. They are sent in order, some at a time, and
    /// again until the broker has confirmed them; when there is no room the oldest is dropped and counted.
    /// </summary>
    public sealed class Backlog
    {
        private const int ToSend = -1;
        private const int Done = -2;
        private readonly byte[] _ring;
        private readonly int[] _offsets;
        private readonly int[] _lengths;
        private readonly int[] _tickets;
        private readonly long[] _sentMs;
        private readonly int _window;
        private readonly int _confirmTimeoutMs;
        private int _head;
        private int _inFlight;

        /// <summary>A queue of so many bytes and entries, of which so many may be under way, each for so long.</summary>
        public Backlog(int bytes, int entries, int window, int confirmTimeoutMs)
        {
            _ring = new byte[bytes];
            _offsets = new int[entries];
            _lengths = new int[entries];
            _tickets = new int[entries];
            _sentMs = new long[entries];
            _window = window;
            _confirmTimeoutMs = confirmTimeoutMs;
        }

        /// <summary>Gets how many messages are not confirmed.</summary>
        public int Waiting { get; private set; }

        /// <summary>Gets how many messages have been confirmed.</summary>
        public long ConfirmedCount { get; private set; }

        /// <summary>Gets how many messages were dropped for want of room.</summary>
        public long DroppedCount { get; private set; }

        /// <summary>Gets the entries held, confirmed ones behind an unconfirmed one included.</summary>
        private int Count { get; set; }

        /// <summary>Takes a copy of a message, and drops the oldest ones as far as it must.</summary>
        public void Add(byte[] buffer, int length)
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
            Array.Copy(buffer, 0, _ring, place, length);
            _offsets[slot] = place;
            _lengths[slot] = length;
            _tickets[slot] = ToSend;
            Count++;
            Waiting++;
        }

        /// <summary>Hands over what may go, oldest first, until the window is full or the link takes no more.</summary>
        public void Send(INodeLink link, string topic, long nowMs)
        {
            for (int i = 0; i < Count; i++)
            {
                int slot = Slot(i);
                if (_tickets[slot] >= 0 && nowMs - _sentMs[slot] >= _confirmTimeoutMs)
                {
                    _tickets[slot] = ToSend;
                    _inFlight--;
                }

                if (_inFlight >= _window)
                {
                    return;
                }

                if (_tickets[slot] == ToSend)
                {
                    int ticket = link.Publish(topic, _ring, _offsets[slot], _lengths[slot], 1, false);
                    if (ticket < 0)
                    {
                        return;
                    }

                    _tickets[slot] = ticket;
                    _sentMs[slot] = nowMs;
                    _inFlight++;
                }
            }
        }

        /// <summary>The broker has confirmed a message.</summary>
        public void Confirmed(int ticket)
        {
            int slot = Find(ticket);
            if (slot >= 0)
            {
                _tickets[slot] = Done;
                _inFlight--;
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

            _inFlight = 0;
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
                    _inFlight--;
                }
            }

            Pop();
        }

        private void Pop()
        {
            _head = Slot(1);
            Count--;
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

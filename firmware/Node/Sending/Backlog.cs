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
        private readonly byte[] ring;
        private readonly int[] offsets;
        private readonly int[] lengths;
        private readonly int[] tickets;
        private readonly long[] sentMs;
        private readonly int window;
        private readonly int confirmTimeoutMs;
        private int head;
        private int inFlight;

        /// <summary>A queue of so many bytes and entries, of which so many may be under way, each for so long.</summary>
        public Backlog(int bytes, int entries, int window, int confirmTimeoutMs)
        {
            ring = new byte[bytes];
            offsets = new int[entries];
            lengths = new int[entries];
            tickets = new int[entries];
            sentMs = new long[entries];
            this.window = window;
            this.confirmTimeoutMs = confirmTimeoutMs;
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
            if (length > ring.Length)
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
            Array.Copy(buffer, 0, ring, place, length);
            offsets[slot] = place;
            lengths[slot] = length;
            tickets[slot] = ToSend;
            Count++;
            Waiting++;
        }

        /// <summary>Hands over what may go, oldest first, until the window is full or the link takes no more.</summary>
        public void Send(INodeLink link, string topic, long nowMs)
        {
            for (int i = 0; i < Count; i++)
            {
                int slot = Slot(i);
                if (tickets[slot] >= 0 && nowMs - sentMs[slot] >= confirmTimeoutMs)
                {
                    tickets[slot] = ToSend;
                    inFlight--;
                }

                if (inFlight >= window)
                {
                    return;
                }

                if (tickets[slot] == ToSend)
                {
                    int ticket = link.Publish(topic, ring, offsets[slot], lengths[slot], 1, false);
                    if (ticket < 0)
                    {
                        return;
                    }

                    tickets[slot] = ticket;
                    sentMs[slot] = nowMs;
                    inFlight++;
                }
            }
        }

        /// <summary>The broker has confirmed a message.</summary>
        public void Confirmed(int ticket)
        {
            int slot = Find(ticket);
            if (slot >= 0)
            {
                tickets[slot] = Done;
                inFlight--;
                Waiting--;
                ConfirmedCount++;
                while (Count > 0 && tickets[head] == Done)
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
                if (tickets[slot] >= 0)
                {
                    tickets[slot] = ToSend;
                }
            }

            inFlight = 0;
        }

        private int Find(int ticket)
        {
            for (int i = 0; i < Count; i++)
            {
                if (tickets[Slot(i)] == ticket)
                {
                    return Slot(i);
                }
            }

            return -1;
        }

        private void DropOldest()
        {
            if (tickets[head] != Done)
            {
                DroppedCount++;
                Waiting--;
                if (tickets[head] >= 0)
                {
                    inFlight--;
                }
            }

            Pop();
        }

        private void Pop()
        {
            head = Slot(1);
            Count--;
        }

        private int Slot(int fromHead)
        {
            return (head + fromHead) % offsets.Length;
        }

        /// <summary>Where a message fits in one piece, behind the newest or at the ring's begin; -1 where it does not.</summary>
        private int FindPlace(int length)
        {
            if (Count == 0)
            {
                return 0;
            }

            if (Count == offsets.Length)
            {
                return -1;
            }

            int newest = Slot(Count - 1);
            int first = offsets[head];
            int end = offsets[newest] + lengths[newest];
            if (end <= first)
            {
                return first - end >= length ? end : -1;
            }

            return ring.Length - end >= length ? end : first >= length ? 0 : -1;
        }
    }
}

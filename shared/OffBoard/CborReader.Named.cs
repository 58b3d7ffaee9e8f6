using System;

namespace JointWatch.Contract.Cbor
{
    /// <content>What the station's half reads: fields that are named one by one, byte strings, and what must be read later than it comes.</content>
    public sealed partial class CborReader
    {
        /// <summary>Where the next item begins, as an index into the buffer.</summary>
        public int Position
        {
            get { return _position; }
        }

        /// <summary>Goes back to an item that was skipped.</summary>
        public void Rewind(int position)
        {
            _position = position;
        }

        /// <summary>Reads an unsigned integer of up to 64 bits.</summary>
        public ulong ReadUnsigned(string name)
        {
            _given = name;
            ulong value = ReadUnsigned();
            _given = null;
            return value;
        }

        /// <summary>Reads a text string of at most so many bytes of UTF-8.</summary>
        public string ReadText(string name, int maxBytes)
        {
            _given = name;
            string value = ReadText(maxBytes);
            _given = null;
            return value;
        }

        /// <summary>Begins an array of at most so many items. What it returns is for <see cref="More"/>: the count, or -1 where it is left open.</summary>
        public int BeginArray(string name, int maxItems)
        {
            _given = name;
            int left = BeginArray(maxItems);
            _given = null;
            return left;
        }

        /// <summary>The number of items of the array at hand, which has at most so many: see the method without a name.</summary>
        public int Count(string name, int left, int maxItems)
        {
            _given = name;
            int count = Count(left, maxItems);
            _given = null;
            return count;
        }

        /// <summary>Skips an item.</summary>
        public void Skip(string name)
        {
            _given = name;
            Skip();
            _given = null;
        }

        /// <summary>Skips the value of a key that the message does not have.</summary>
        public void SkipUnknown(int key)
        {
            Skip(key < 0 ? "unknown key" : "key " + key.ToString());
        }

        /// <summary>Refuses a message that goes on after its end.</summary>
        public void EndMessage()
        {
            EndMessage(0);
        }

        /// <summary>Refuses a message in which a key was not there.</summary>
        public void Require(int key, string name)
        {
            _given = name;
            Require(key);
            _given = null;
        }

        /// <summary>Reads a byte string of at most so many bytes.</summary>
        public byte[] ReadBytes(string name, int maxBytes)
        {
            Reading(name, "a byte string");
            Expect(CborType.Bytes);
            bool open = _info == Indefinite;
            byte[] room = new byte[maxBytes];
            int count = 0;
            bool more = !open || Chunk(CborType.Bytes);
            while (more)
            {
                int length = StringLength();
                if (length > maxBytes - count)
                {
                    Explain((count + length).ToString() + " bytes", "a byte string of at most " + maxBytes.ToString() + " bytes");
                }

                Array.Copy(_buffer, _position, room, count, length);
                _position += length;
                count += length;
                more = open && Chunk(CborType.Bytes);
            }

            byte[] bytes = new byte[count];
            Array.Copy(room, 0, bytes, 0, count);
            return bytes;
        }
    }
}

namespace JointWatch.Contract.Cbor
{
    /// <summary>
    /// Writes CBOR in the deterministic encoding of RFC 8949 section 4.2 into a buffer of the caller's: shortest heads, definite lengths;
    /// that map keys come in ascending order is the caller's part. A structure, so that writing allocates nothing (but for a text); hand it on by reference.
    /// </summary>
    /// <remarks>What is wrong is told in words in the folder OffBoard: a board, which made its values itself, does without.</remarks>
    /// <exception cref="ContractException">From any method: the buffer is full, or a value is outside its limit.</exception>
    public partial struct CborWriter
    {
        private readonly byte[] _buffer;

        private int _pairs;

        /// <summary>The bytes written so far. A field, and locals where it counts: a board pays for each call of a property.</summary>
        public int Length;

        public CborWriter(byte[] buffer)
        {
            _buffer = buffer;
            Length = 0;
            _pairs = 0;
        }

        /// <summary>Begins the message's map, of less than 24 pairs; <see cref="EndMap"/> counts them.</summary>
        public void BeginMap()
        {
            Length = 1;
        }

        /// <summary>Ends the message's map, and with it the message.</summary>
        /// <returns>The message's length.</returns>
        public int EndMap()
        {
            _buffer[0] = (byte)((CborType.Map << 5) | _pairs);
            return Length;
        }

        /// <summary>Begins an array of so many items, which are to follow.</summary>
        public void Array(int items)
        {
            Head(CborType.Array, (ulong)items);
        }

        /// <summary>Writes a map key.</summary>
        public void Key(int key)
        {
            _pairs++;
            Head(CborType.Unsigned, (ulong)key);
        }

        /// <summary>Writes a key and its integer.</summary>
        public void Integer(int key, Limit limit, long value)
        {
            _pairs++;
            Head(CborType.Unsigned, (ulong)key);
            Integer(limit, value);
        }

        /// <summary>Writes a key and its unsigned integer of up to 64 bits.</summary>
        public void Unsigned(int key, ulong value)
        {
            Key(key);
            Head(CborType.Unsigned, value);
        }

        /// <summary>Writes a key and its text of at most <see cref="Limits.TextBytes"/>; neither where there is none.</summary>
        public void Text(int key, string name, string? text)
        {
            if (text != null)
            {
                Key(key);
                Text(name, text, Limits.TextBytes);
            }
        }

        /// <summary>Writes an integer that is held against its limit first: what leaves a program is as right as what enters it.</summary>
        public void Integer(Limit limit, long value)
        {
            if (!Limits.Contains(limit, value))
            {
                Explain(limit, value);
                throw new ContractException();
            }

            if (value >= 0)
            {
                Head(CborType.Unsigned, (ulong)value);
            }
            else
            {
                Head(CborType.Negative, (ulong)(-1 - value));
            }
        }

        /// <summary>Writes a text string of at most so many bytes of UTF-8.</summary>
        public void Text(string name, string text, int maxBytes)
        {
            char[] characters = text.ToCharArray();
            int count = Utf8.ByteCount(characters);
            CheckText(name, count, maxBytes);
            Head(CborType.Text, (ulong)count);
            Reserve(count);
            Length = Utf8.Write(characters, _buffer, Length);
        }

        /// <summary>Begins a byte string of so many bytes, which are to follow as <see cref="Packed"/> numbers.</summary>
        public void Bytes(int count)
        {
            Head(CborType.Bytes, (ulong)count);
            Reserve(count);
        }

        /// <summary>Writes an integer into a byte string, big-endian in 2 to 4 bytes, after holding it against its limit.</summary>
        public void Packed(Limit limit, long value, int bytes)
        {
            if (!Limits.Contains(limit, value))
            {
                Explain(limit, value);
                throw new ContractException();
            }

            // In 32 bits and without a loop: a board feels the difference.
            byte[] buffer = _buffer;
            int at = Length;
            int bits = (int)value;
            if (bytes == 4)
            {
                buffer[at++] = (byte)(bits >> 24);
            }

            if (bytes >= 3)
            {
                buffer[at++] = (byte)(bits >> 16);
            }

            buffer[at] = (byte)(bits >> 8);
            buffer[at + 1] = (byte)bits;
            Length = at + 2;
        }

        /// <summary>Tells in words what is wrong with an integer.</summary>
        static partial void Explain(Limit limit, long value);

        /// <summary>Tells in words what is wrong.</summary>
        static partial void Explain(string field, string value, string expected);

        /// <summary>Refuses a text that is too long or has half a surrogate pair; those of a board are neither.</summary>
        static partial void CheckText(string name, int bytes, int maxBytes);

        private void Head(int type, ulong argument)
        {
            int first = type << 5;
            if (argument < 24)
            {
                Reserve(1);
                _buffer[Length++] = (byte)(first | (int)argument);
                return;
            }

            int log = argument <= byte.MaxValue ? 0 : argument <= ushort.MaxValue ? 1 : argument <= uint.MaxValue ? 2 : 3;
            int size = 1 << log;
            Reserve(1 + size);
            _buffer[Length++] = (byte)(first | (24 + log));
            for (int shift = (size - 1) * 8; shift >= 0; shift -= 8)
            {
                _buffer[Length++] = (byte)(argument >> shift);
            }
        }

        private void Reserve(int count)
        {
            if (count > _buffer.Length - Length)
            {
                Explain("buffer", _buffer.Length.ToString() + " bytes", "room for the whole message");
                throw new ContractException();
            }
        }
    }
}

namespace JointWatch.Contract.Cbor
{
    /// <summary>
    /// Writes CBOR in the deterministic encoding of RFC 8949 section 4.2 into a buffer of the caller's: shortest heads, definite lengths;
    /// that map keys come in ascending order is the caller's part. A structure, so that writing allocates nothing (but for a text); hand it on by reference.
    /// </summary>
    /// <exception cref="ContractException">From any method: the buffer is full, or a value is outside its limit.</exception>
    public struct CborWriter
    {
        private readonly byte[] _buffer;

        // A field, and locals where it counts: a board pays for each call of a property.
        private int _length;

        public CborWriter(byte[] buffer)
        {
            _buffer = buffer;
            _length = 0;
        }

        /// <summary>The bytes written so far.</summary>
        public int Length
        {
            get { return _length; }
        }

        /// <summary>Begins a map of so many pairs; its keys and values are to follow.</summary>
        public void Map(int pairs)
        {
            Head(CborType.Map, (ulong)pairs);
        }

        /// <summary>Begins an array of so many items, which are to follow.</summary>
        public void Array(int items)
        {
            Head(CborType.Array, (ulong)items);
        }

        /// <summary>Writes a map key.</summary>
        public void Key(int key)
        {
            Head(CborType.Unsigned, (ulong)key);
        }

        /// <summary>Writes an integer that is held against its limit first: what leaves a program is as right as what enters it.</summary>
        public void Integer(Limit limit, long value)
        {
            if (!Limits.Contains(limit, value))
            {
                throw new ContractException(Limits.Name(limit), value.ToString(), Limits.Expected(limit));
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

        /// <summary>Writes an unsigned integer of up to 64 bits.</summary>
        public void Unsigned(ulong value)
        {
            Head(CborType.Unsigned, value);
        }

        /// <summary>Writes a text string of at most so many bytes of UTF-8.</summary>
        public void Text(string name, string text, int maxBytes)
        {
            char[] characters = text.ToCharArray();
            int count = Utf8.ByteCount(characters);
            if (count < 0)
            {
                throw new ContractException(name, "half of a surrogate pair", "text");
            }

            if (count > maxBytes)
            {
                throw new ContractException(name, count.ToString() + " bytes", "text of at most " + maxBytes.ToString() + " bytes of UTF-8");
            }

            Head(CborType.Text, (ulong)count);
            Reserve(count);
            _length = Utf8.Write(characters, _buffer, _length);
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
                throw new ContractException(Limits.Name(limit), value.ToString(), Limits.Expected(limit));
            }

            // In 32 bits and without a loop: a board feels the difference.
            byte[] buffer = _buffer;
            int at = _length;
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
            _length = at + 2;
        }

        private void Head(int type, ulong argument)
        {
            int first = type << 5;
            if (argument < 24)
            {
                Reserve(1);
                _buffer[_length++] = (byte)(first | (int)argument);
                return;
            }

            int log = argument <= byte.MaxValue ? 0 : argument <= ushort.MaxValue ? 1 : argument <= uint.MaxValue ? 2 : 3;
            int size = 1 << log;
            Reserve(1 + size);
            _buffer[_length++] = (byte)(first | (24 + log));
            for (int shift = (size - 1) * 8; shift >= 0; shift -= 8)
            {
                _buffer[_length++] = (byte)(argument >> shift);
            }
        }

        private void Reserve(int count)
        {
            if (count > _buffer.Length - _length)
            {
                throw new ContractException("buffer", _buffer.Length.ToString() + " bytes", "room for the whole message");
            }
        }
    }
}

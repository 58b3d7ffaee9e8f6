namespace JointWatch.Contract.Cbor
{
    /// <summary>
    /// Reads one message from a part of a buffer: any well-formed CBOR (RFC 8949), be its integers longer than needed or its strings, arrays
    /// and maps of indefinite length. Each length is held against the bytes that are left before it is believed.
    /// </summary>
    /// <remarks>
    /// What is wrong, and with which field, is told in words where someone reads them: <c>Reading</c> and the methods that begin with
    /// <c>Explain</c> are in the folder OffBoard, and a board, which only leaves such a message, does without. Only one map is read in a message,
    /// so the keys seen are kept here.
    /// </remarks>
    /// <exception cref="ContractException">From any method: not what the caller asked for, or no well-formed CBOR.</exception>
    public sealed partial class CborReader
    {
        /// <summary>How deep arrays, maps and tags may nest in an item that is skipped.</summary>
        public const int MaxDepth = 8;

        private const string AnyUnsigned = "an integer from 0 to 18446744073709551615";
        private const string WellFormed = "well-formed CBOR";
        private const int Indefinite = 31;

        private readonly byte[] _buffer;
        private readonly int _end;

        private int _position;
        private int _type;
        private int _info;
        private ulong _argument;
        private bool _openTuple;
        private uint _keysSeen;

        public CborReader(byte[] buffer, int offset, int length)
        {
            CheckPart(buffer, offset, length);
            _buffer = buffer;
            _position = offset;
            _end = offset + length;
        }

        /// <summary>Reads an integer within a limit.</summary>
        public long ReadInteger(Limit limit)
        {
            Reading(limit);
            Head();

            // -1 - n is ~n, and both fit where n has 63 bits.
            long value = _type == CborType.Unsigned ? (long)_argument : -1 - (long)_argument;
            if (_type > CborType.Negative || _argument > long.MaxValue || !Limits.Contains(limit, value))
            {
                Explain(limit);
                throw new ContractException();
            }

            return value;
        }

        /// <summary>Reads an unsigned integer of up to 64 bits.</summary>
        public ulong ReadUnsigned()
        {
            Reading(AnyUnsigned);
            Expect(CborType.Unsigned);
            return _argument;
        }

        /// <summary>Reads a text string of at most so many bytes of UTF-8.</summary>
        public string ReadText(int maxBytes)
        {
            Reading("a text string");
            Expect(CborType.Text);
            char[] text = new char[maxBytes];
            int length = 0;
            int bytes = 0;
            bool open = _info == Indefinite;
            bool more = !open || Chunk(CborType.Text);
            while (more)
            {
                int count = StringLength();
                if (count > maxBytes - bytes)
                {
                    Explain("longer", "a text string of at most " + maxBytes.ToString() + " bytes");
                    throw new ContractException();
                }

                length = Utf8.Read(_buffer, _position, count, text, length);
                if (length < 0)
                {
                    Explain("bytes that are no UTF-8", "a text string");
                    throw new ContractException();
                }

                bytes += count;
                _position += count;
                more = open && Chunk(CborType.Text);
            }

            return new string(text, 0, length);
        }

        /// <summary>Ends the message: refuses one that goes on, and one in which one of the keys from 1 to the last that it needs was not there.</summary>
        public void EndMessage(int lastKey)
        {
            if (_position != _end)
            {
                ExplainRest();
                throw new ContractException();
            }

            for (int key = 1; key <= lastKey; key++)
            {
                Require(key);
            }
        }

        /// <summary>Names what is read next, in words.</summary>
        partial void Reading(Limit limit);

        /// <summary>The value of the key at hand is read next.</summary>
        partial void Reading(string expected);

        /// <summary>What is none of a key's value is read next.</summary>
        partial void Reading(string name, string expected);

        /// <summary>The same field goes on with something else.</summary>
        partial void Expecting(string expected);

        /// <summary>Tells in words what is wrong with an integer.</summary>
        partial void Explain(Limit limit);

        /// <summary>Tells in words what is wrong.</summary>
        partial void Explain(string value, string? expected = null);

        /// <summary>Tells in words that another type was expected.</summary>
        partial void ExplainType(string where = "");

        /// <summary>Tells in words what follows the message.</summary>
        partial void ExplainRest();

        /// <summary>Refuses a part that lies outside its buffer; a board reads whole buffers only.</summary>
        static partial void CheckPart(byte[] buffer, int offset, int length);

        private void Head()
        {
            if (Lacks(1))
            {
                Explain("cut off");
                throw new ContractException();
            }

            int first = _buffer[_position++];
            _type = first >> 5;
            _info = first & 31;
            _argument = (ulong)_info;
            if (_info < 24)
            {
                return;
            }

            if (_info > 27)
            {
                bool mayBeOpen = _type == CborType.Simple || (_type >= CborType.Bytes && _type <= CborType.Map);
                if (_info != Indefinite || !mayBeOpen)
                {
                    Explain("first byte " + first.ToString(), WellFormed);
                    throw new ContractException();
                }

                return;
            }

            int size = 1 << (_info - 24);
            if (Lacks((ulong)size))
            {
                Explain("cut off");
                throw new ContractException();
            }

            _argument = 0;
            for (int i = 0; i < size; i++)
            {
                _argument = (_argument << 8) | _buffer[_position++];
            }
        }

        /// <summary>Whether fewer bytes are left.</summary>
        private bool Lacks(ulong bytes)
        {
            return bytes > (ulong)(_end - _position);
        }

        private void Expect(int type)
        {
            Head();
            if (_type != type)
            {
                ExplainType();
                throw new ContractException();
            }
        }

        /// <summary>Reads the head of a string's next piece; false at the string's end.</summary>
        private bool Chunk(int type)
        {
            if (TakeBreak())
            {
                return false;
            }

            Expecting(WellFormed);
            Head();
            if (_type != type || _info == Indefinite)
            {
                ExplainType(" in a string");
                throw new ContractException();
            }

            return true;
        }

        private int StringLength()
        {
            if (Lacks(_argument))
            {
                Explain("cut off", "a string of " + _argument.ToString() + " bytes");
                throw new ContractException();
            }

            return (int)_argument;
        }
    }
}

using System;

namespace JointWatch.Contract.Cbor
{
    /// <summary>
    /// Reads one message from a part of a buffer: any well-formed CBOR (RFC 8949), be its integers longer than needed or its strings, arrays
    /// and maps of indefinite length. Each length is held against the bytes that are left before it is believed.
    /// </summary>
    /// <remarks>
    /// A field is named by the reader's caller; inside an array the name is put behind the array's own (<see cref="Within"/>). Only one map is
    /// read in a message, so the keys seen are kept here.
    /// </remarks>
    /// <exception cref="ContractException">From any method: not what the caller asked for, or no well-formed CBOR.</exception>
    public sealed partial class CborReader
    {
        /// <summary>How deep arrays, maps and tags may nest in an item that is skipped.</summary>
        public const int MaxDepth = 8;

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
        private string _group = "";
        private int _index = -1;

        public CborReader(byte[] buffer, int offset, int length)
        {
            if (offset < 0 || length < 0 || length > buffer.Length - offset)
            {
                throw new ArgumentException("The part lies outside the buffer.");
            }

            _buffer = buffer;
            _position = offset;
            _end = offset + length;
        }

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

        /// <summary>Names the array, and the element of it where that is not negative, in which the next fields lie; "" for none.</summary>
        public void Within(string group, int index)
        {
            _group = group;
            _index = index;
        }

        /// <summary>Reads an integer within a limit.</summary>
        public long ReadInteger(Limit limit)
        {
            Head(Limits.Name(limit), "an integer");
            if (_type > CborType.Negative)
            {
                throw Fault(Limits.Name(limit), TypeName(), Limits.Expected(limit));
            }

            // -1 - n is ~n, and both fit where n has 63 bits.
            long value = _type == CborType.Unsigned ? (long)_argument : -1 - (long)_argument;
            if (_argument > long.MaxValue || !Limits.Contains(limit, value))
            {
                throw Fault(Limits.Name(limit), IntegerText(), Limits.Expected(limit));
            }

            return value;
        }

        /// <summary>Reads an unsigned integer of up to 64 bits.</summary>
        public ulong ReadUnsigned(string name)
        {
            const string expected = "an integer from 0 to 18446744073709551615";
            Head(name, expected);
            if (_type == CborType.Negative)
            {
                throw Fault(name, IntegerText(), expected);
            }

            Expect(CborType.Unsigned, name, expected);
            return _argument;
        }

        /// <summary>Reads a text string of at most so many bytes of UTF-8.</summary>
        public string ReadText(string name, int maxBytes)
        {
            Head(name, "a text string");
            Expect(CborType.Text, name, "a text string");
            char[] text = new char[maxBytes];
            int length = 0;
            int bytes = 0;
            bool open = _info == Indefinite;
            while (true)
            {
                if (open)
                {
                    if (TakeBreak())
                    {
                        break;
                    }

                    Chunk(name, CborType.Text);
                }

                int count = StringLength(name);
                if (count > maxBytes - bytes)
                {
                    throw Fault(name, "longer", "a text string of at most " + maxBytes.ToString() + " bytes");
                }

                length = Utf8.Read(_buffer, _position, count, text, length);
                if (length < 0)
                {
                    throw Fault(name, "bytes that are no UTF-8", "a text string");
                }

                bytes += count;
                _position += count;
                if (!open)
                {
                    break;
                }
            }

            return new string(text, 0, length);
        }

        /// <summary>Reads a byte string of at most so many bytes.</summary>
        public byte[] ReadBytes(string name, int maxBytes)
        {
            Head(name, "a byte string");
            Expect(CborType.Bytes, name, "a byte string");
            if (_info == Indefinite)
            {
                return ReadPieces(name, maxBytes);
            }

            byte[] bytes = new byte[StringLength(name, 0, maxBytes)];
            Array.Copy(_buffer, _position, bytes, 0, bytes.Length);
            _position += bytes.Length;
            return bytes;
        }

        /// <summary>Refuses a message that goes on after its end.</summary>
        public void EndMessage()
        {
            if (_position != _end)
            {
                throw Fault("message", "followed by " + (_end - _position).ToString() + " bytes", "nothing after it");
            }
        }

        /// <summary>The exception for a field in the place that <see cref="Within"/> told.</summary>
        public ContractException Fault(string name, string value, string expected)
        {
            string field = _group;
            if (_index >= 0)
            {
                field = field + "[" + _index.ToString() + "]";
            }

            if (name.Length != 0)
            {
                field = field.Length == 0 ? name : field + "." + name;
            }

            return new ContractException(field, value, expected);
        }

        private void Head(string name, string expected)
        {
            if (_position >= _end)
            {
                throw Fault(name, "cut off", expected);
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
                    throw Fault(name, "first byte " + first.ToString(), WellFormed);
                }

                return;
            }

            int size = 1 << (_info - 24);
            if (size > _end - _position)
            {
                throw Fault(name, "cut off", expected);
            }

            _argument = 0;
            for (int i = 0; i < size; i++)
            {
                _argument = (_argument << 8) | _buffer[_position++];
            }
        }

        private void Expect(int type, string name, string expected)
        {
            if (_type != type)
            {
                throw Fault(name, TypeName(), expected);
            }
        }

        private void Chunk(string name, int type)
        {
            Head(name, WellFormed);
            if (_type != type || _info == Indefinite)
            {
                throw Fault(name, TypeName() + " in a string", WellFormed);
            }
        }

        private byte[] ReadPieces(string name, int maxBytes)
        {
            byte[] room = new byte[maxBytes];
            int count = 0;
            while (!TakeBreak())
            {
                Chunk(name, CborType.Bytes);
                int length = StringLength(name, count, maxBytes);
                Array.Copy(_buffer, _position, room, count, length);
                _position += length;
                count += length;
            }

            byte[] bytes = new byte[count];
            Array.Copy(room, 0, bytes, 0, count);
            return bytes;
        }

        /// <summary>The length of the string at hand, so many bytes of which may have come before.</summary>
        private int StringLength(string name, int before, int maxBytes)
        {
            int length = StringLength(name);
            if (length > maxBytes - before)
            {
                throw Fault(name, (before + length).ToString() + " bytes", "a byte string of at most " + maxBytes.ToString() + " bytes");
            }

            return length;
        }

        private int StringLength(string name)
        {
            if (_argument > (ulong)(_end - _position))
            {
                throw Fault(name, "cut off", "a string of " + _argument.ToString() + " bytes");
            }

            return (int)_argument;
        }

        private string TypeName()
        {
            return CborType.Name(_type, _info == Indefinite);
        }

        private string IntegerText()
        {
            if (_type == CborType.Unsigned)
            {
                return _argument.ToString();
            }

            return _argument == ulong.MaxValue ? "-18446744073709551616" : "-" + (_argument + 1).ToString();
        }
    }
}

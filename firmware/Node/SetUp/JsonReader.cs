using JointWatch.Contract.Cbor;

namespace JointWatch.Firmware.SetUp
{
    /// <summary>
    /// Reads a small JSON text (RFC 8259) of objects, texts, numbers and truth values, strictly: no arrays, no null, no comments, no comma too many.
    /// Of a number 15 digits count, and those behind them are dropped as a map's copied coordinates need it; its power of ten is at most 22. So
    /// each number of up to 15 digits is exactly the nearest double on any machine (W. Clinger, "How to read floating point numbers accurately", 1990).
    /// </summary>
    /// <exception cref="SetupException">From any method: names what is wrong, and on which line.</exception>
    public sealed class JsonReader
    {
        /// <summary>The longest text between quotes, characters.</summary>
        public const int MaxText = 256;

        public const char Object = '{';

        public const char Text = '"';

        public const char Number = '0';

        /// <summary>True or false.</summary>
        public const char Boolean = 't';

        private const int MaxDigits = 15;
        private const int MaxPower = 22;
        private readonly byte[] _bytes;
        private readonly int _length;
        private readonly char[] _text = new char[MaxText];
        private int _at;
        private bool _first;

        /// <summary>A reader of the first bytes of a buffer, UTF-8 with or without a byte order mark.</summary>
        public JsonReader(byte[] bytes, int length)
        {
            _bytes = bytes;
            _length = length;
            _at = length >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0;
        }

        /// <summary>The kind of the value to come, by how such begin: <see cref="Object"/> and so on, or '?' for what no set-up has.</summary>
        public char Kind()
        {
            int c = Peek();
            return c == Object || c == Text ? (char)c : c == '-' || IsDigit(c) ? Number : c == 't' || c == 'f' ? Boolean : '?';
        }

        /// <summary>Begins an object.</summary>
        public void BeginObject()
        {
            Take('{', "an object: {");
            _first = true;
        }

        /// <summary>Goes to the next member of the object, or behind its end.</summary>
        /// <returns>The member's name, or null at the object's end.</returns>
        public string? NextName()
        {
            bool first = _first;
            _first = false;
            if (Peek() == '}')
            {
                _at++;
                return null;
            }

            if (!first)
            {
                Take(',', "a comma or }");
            }

            if (Peek() != '"')
            {
                throw Unexpected("a name in quotes");
            }

            string name = ReadText();
            Take(':', "a colon");
            return name;
        }

        /// <summary>Nothing may follow the object.</summary>
        public void End()
        {
            if (Peek() != -1)
            {
                throw Unexpected("nothing behind the last }");
            }
        }

        /// <summary>Reads a text of up to <see cref="MaxText"/> characters.</summary>
        public string ReadText()
        {
            Take('"', "a text in quotes");
            int count = 0;
            while (true)
            {
                int c = Here();
                if (c < 0x20)
                {
                    throw Unexpected("a quote at the end of the text");
                }

                if (c == '"')
                {
                    _at++;
                    string text = new string(_text, 0, count);
                    return Utf8.ByteCount(text.ToCharArray()) >= 0 ? text : throw Wrong("half of a surrogate pair", "whole characters");
                }

                if (count > MaxText - 2)
                {
                    throw Wrong("a text of more than 254 characters", "a shorter one");
                }

                count = c == '\\' ? ReadEscape(count) : ReadCharacter(c, count);
            }
        }

        /// <summary>Reads a number.</summary>
        public double ReadNumber()
        {
            bool negative = Peek() == '-';
            _at += negative ? 1 : 0;
            int start = _at;
            long digits = 0;
            int count = 0;
            int power = ReadDigits(ref digits, ref count);
            if (_at - start > 1 && _bytes[start] == '0')
            {
                throw Wrong("a number that begins with 0", "one without leading zeros");
            }

            if (Here() == '.')
            {
                _at++;
                int point = _at;
                power += ReadDigits(ref digits, ref count) + point - _at;
            }

            power += ReadPower();
            if (power > MaxPower || power < -MaxPower)
            {
                throw Wrong("a number with a power of ten of " + power.ToString(), "-22 to 22");
            }

            double ten = 1;
            for (int i = power < 0 ? -power : power; i > 0; i--)
            {
                ten *= 10;
            }

            double value = power < 0 ? digits / ten : digits * ten;
            return negative ? -value : value;
        }

        /// <summary>Reads true or false.</summary>
        public bool ReadBoolean()
        {
            if (Word("true"))
            {
                return true;
            }

            return Word("false") ? false : throw Unexpected("true or false");
        }

        /// <summary>Reads a value of any kind over, objects in objects included up to so many levels.</summary>
        public void Skip(int levels)
        {
            char kind = Kind();
            if (kind == Object && levels > 0)
            {
                BeginObject();
                while (NextName() != null)
                {
                    Skip(levels - 1);
                }
            }
            else if (kind == Text)
            {
                ReadText();
            }
            else if (kind == Number)
            {
                ReadNumber();
            }
            else
            {
                ReadBoolean();
            }
        }

        /// <summary>The value of a hexadecimal digit, or -1.</summary>
        public static int HexDigit(int c)
        {
            int letter = c | 0x20;
            return IsDigit(c) ? c - '0' : letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
        }

        private int Peek()
        {
            int c = Here();
            while (c == ' ' || c == '\n' || c == '\r' || c == '\t')
            {
                _at++;
                c = Here();
            }

            return c;
        }

        /// <summary>The byte at hand, or -1 behind the last one.</summary>
        private int Here()
        {
            return _at < _length ? _bytes[_at] : -1;
        }

        private void Take(char expected, string words)
        {
            if (Peek() != expected)
            {
                throw Unexpected(words);
            }

            _at++;
        }

        private bool Word(string word)
        {
            Peek();
            for (int i = 0; i < word.Length; i++)
            {
                if (_at + i >= _length || _bytes[_at + i] != word[i])
                {
                    return false;
                }
            }

            _at += word.Length;
            return true;
        }

        /// <summary>Reads digits onto a number.</summary>
        /// <returns>How many of them were dropped, because enough had come.</returns>
        private int ReadDigits(ref long digits, ref int count)
        {
            int start = _at;
            int dropped = 0;
            for (; IsDigit(Here()); _at++)
            {
                if (count == MaxDigits)
                {
                    dropped++;
                    continue;
                }

                digits = (digits * 10) + (_bytes[_at] - '0');
                count += digits > 0 ? 1 : 0;
            }

            return _at > start ? dropped : throw Unexpected("a digit");
        }

        private int ReadPower()
        {
            if ((Here() | 0x20) != 'e')
            {
                return 0;
            }

            _at++;
            bool negative = Here() == '-';
            _at += negative || Here() == '+' ? 1 : 0;
            long power = 0;
            int count = 0;
            int dropped = ReadDigits(ref power, ref count);
            int near = dropped > 0 || power > 1_000 ? 1_000 : (int)power;
            return negative ? -near : near;
        }

        private int ReadCharacter(int first, int count)
        {
            int bytes = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
            int end = bytes <= _length - _at ? Utf8.Read(_bytes, _at, bytes, _text, count) : -1;
            if (end < 0)
            {
                throw Wrong("not UTF-8", "UTF-8");
            }

            _at += bytes;
            return end;
        }

        private int ReadEscape(int count)
        {
            _at++;
            int c = Here();
            int at = "\"\\/bfnrt".IndexOf((char)(c < 0 ? 0 : c));
            if (at >= 0)
            {
                _text[count] = "\"\\/\b\f\n\r\t"[at];
            }
            else if (c == 'u' && _length - _at > 4)
            {
                int code = 0;
                for (int i = 1; i <= 4; i++)
                {
                    int digit = HexDigit(_bytes[_at + i]);
                    code = digit >= 0 ? (code << 4) | digit : throw Unexpected("four hexadecimal digits behind \\u");
                }

                _text[count] = (char)code;
                _at += 4;
            }
            else
            {
                throw Unexpected("one of \" \\ / b f n r t u behind the backslash");
            }

            _at++;
            return count + 1;
        }

        private SetupException Unexpected(string expected)
        {
            int c = Here();
            string found = c < 0 ? "at its end" : c > ' ' && c < 0x7F ? "'" + new string(new char[] { (char)c }) + "'" : "a character " + c.ToString();
            return Wrong(found, expected);
        }

        private SetupException Wrong(string found, string expected)
        {
            int line = 1;
            for (int i = 0; i < _at && i < _length; i++)
            {
                line += _bytes[i] == '\n' ? 1 : 0;
            }

            return new SetupException(SetupStore.FileName + " line " + line.ToString(), found, expected);
        }

        private static bool IsDigit(int c)
        {
            return c >= '0' && c <= '9';
        }
    }
}

namespace JointWatch.Contract.Cbor
{
    /// <content>Maps, arrays and their ends.</content>
    public sealed partial class CborReader
    {
        /// <summary>Begins the message's map. What it returns is for <see cref="More"/>.</summary>
        public int BeginMap()
        {
            Head("message", "a map");
            Expect(CborType.Map, "message", "a map");
            if (_info == Indefinite)
            {
                return -1;
            }

            if (_argument > (ulong)((_end - _position) / 2))
            {
                throw Fault("message", "a map of " + _argument.ToString() + " pairs", "a map no longer than the message");
            }

            return (int)_argument;
        }

        /// <summary>Begins an array of at most so many items. What it returns is for <see cref="More"/>: the count, or -1 where it is left open.</summary>
        public int BeginArray(string name, int maxItems)
        {
            Head(name, "an array");
            Expect(CborType.Array, name, "an array");
            if (_info == Indefinite)
            {
                return -1;
            }

            if (_argument > (ulong)maxItems)
            {
                throw Fault(name, "an array of " + _argument.ToString() + " items", "an array of at most " + maxItems.ToString() + " items");
            }

            if (_argument > (ulong)(_end - _position))
            {
                throw Fault(name, "an array of " + _argument.ToString() + " items", "an array no longer than the message");
            }

            return (int)_argument;
        }

        /// <summary>Whether a further item follows; counts <paramref name="left"/> down, or takes the break that ends what was left open.</summary>
        public bool More(ref int left)
        {
            if (left >= 0)
            {
                return left-- > 0;
            }

            return !TakeBreak();
        }

        /// <summary>The number of items of the array at hand: the given one, or, where that is -1, by counting them up to the break.</summary>
        public int Count(string name, int left, int maxItems)
        {
            if (left >= 0)
            {
                return left;
            }

            int begin = _position;
            int count = 0;
            while (!TakeBreak())
            {
                if (++count > maxItems)
                {
                    throw Fault(name, "an array of more items", "an array of at most " + maxItems.ToString() + " items");
                }

                Skip(name);
            }

            _position = begin;
            return count;
        }

        /// <summary>Begins the array named by <see cref="Within"/>, of exactly so many items, which end with <see cref="EndTuple"/>. One does not lie in another.</summary>
        public void BeginTuple(int items)
        {
            Head("", "an array");
            _openTuple = _info == Indefinite;
            if (_type != CborType.Array || (!_openTuple && _argument != (ulong)items))
            {
                string value = _type == CborType.Array ? "an array of " + _argument.ToString() + " items" : TypeName();
                throw Fault("", value, "an array of " + items.ToString() + " items");
            }
        }

        /// <summary>Ends what <see cref="BeginTuple"/> began.</summary>
        public void EndTuple(int items)
        {
            if (_openTuple && !TakeBreak())
            {
                throw Fault("", "an array of more items", "an array of " + items.ToString() + " items");
            }
        }

        /// <summary>Reads a map key. A key that no message has comes out as -1.</summary>
        public int ReadKey()
        {
            Head("message", "a key");
            if (_type != CborType.Unsigned || _argument >= 32)
            {
                SkipBody("message", 0);
                return -1;
            }

            int key = (int)_argument;
            uint bit = 1u << key;
            if ((_keysSeen & bit) != 0)
            {
                throw Fault("key " + key.ToString(), "there twice", "each key once");
            }

            _keysSeen |= bit;
            return key;
        }

        /// <summary>Whether a key was there.</summary>
        public bool Has(int key)
        {
            return (_keysSeen & (1u << key)) != 0;
        }

        /// <summary>Refuses a message in which a key was not there.</summary>
        public void Require(int key, string name)
        {
            if (!Has(key))
            {
                throw Fault(name, "missing", "key " + key.ToString());
            }
        }

        private bool TakeBreak()
        {
            if (_position < _end && _buffer[_position] == 0xFF)
            {
                _position++;
                return true;
            }

            return false;
        }
    }
}

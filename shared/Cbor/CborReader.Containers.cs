namespace JointWatch.Contract.Cbor
{
    /// <content>Maps, arrays and their ends.</content>
    public sealed partial class CborReader
    {
        /// <summary>Begins the message's map. What it returns is for <see cref="More"/>.</summary>
        public int BeginMap()
        {
            Reading("message", "a map");
            Expect(CborType.Map);
            if (_info == Indefinite)
            {
                return -1;
            }

            if (_argument > (ulong)((_end - _position) / 2))
            {
                Explain("a map of " + _argument.ToString() + " pairs", "a map no longer than the message");
                throw new ContractException();
            }

            return (int)_argument;
        }

        /// <summary>Begins an array of at most so many items. What it returns is for <see cref="More"/>: the count, or -1 where it is left open.</summary>
        public int BeginArray(int maxItems)
        {
            Reading("an array");
            Expect(CborType.Array);
            if (_info == Indefinite)
            {
                return -1;
            }

            if (_argument > (ulong)maxItems || Lacks(_argument))
            {
                ExplainItems(_argument > (ulong)maxItems ? "an array of at most " + maxItems.ToString() + " items" : "an array no longer than the message");
                throw new ContractException();
            }

            return (int)_argument;
        }

        /// <summary>Whether a further item follows; counts <paramref name="left"/> down, or takes the break that ends what was left open.</summary>
        public bool More(ref int left)
        {
            return left < 0 ? !TakeBreak() : left-- > 0;
        }

        /// <summary>The number of items of the array at hand: the given one, or, where that is -1, by counting them up to the break.</summary>
        public int Count(int left, int maxItems)
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
                    Explain("an array of more items", "an array of at most " + maxItems.ToString() + " items");
                    throw new ContractException();
                }

                Skip();
            }

            _position = begin;
            return count;
        }

        /// <summary>Begins an array of exactly so many items, which end with <see cref="EndTuple"/>. One does not lie in another.</summary>
        public void BeginTuple(int items)
        {
            Reading("", "an array");
            Head();
            _openTuple = _info == Indefinite;
            if (_type != CborType.Array || (!_openTuple && _argument != (ulong)items))
            {
                ExplainItems("an array of " + items.ToString() + " items");
                throw new ContractException();
            }
        }

        /// <summary>Ends what <see cref="BeginTuple"/> began.</summary>
        public void EndTuple(int items)
        {
            if (_openTuple && !TakeBreak())
            {
                Reading("", "an array of " + items.ToString() + " items");
                Explain("an array of more items");
                throw new ContractException();
            }
        }

        /// <summary>Reads a map key. A key that no message has comes out as -1.</summary>
        public int ReadKey()
        {
            Reading("message", "a key");
            Head();
            if (_type != CborType.Unsigned || _argument >= 32)
            {
                SkipBody(0);
                ReadingKey(-1);
                return -1;
            }

            int key = (int)_argument;
            if (Has(key))
            {
                Reading("key " + key.ToString(), "each key once");
                Explain("there twice");
                throw new ContractException();
            }

            _keysSeen |= 1u << key;
            ReadingKey(key);
            return key;
        }

        /// <summary>Whether a key was there.</summary>
        public bool Has(int key)
        {
            return (_keysSeen & (1u << key)) != 0;
        }

        /// <summary>Refuses a message in which a key was not there.</summary>
        public void Require(int key)
        {
            if (!Has(key))
            {
                ReadingKey(key);
                Reading("key " + key.ToString());
                Explain("missing");
                throw new ContractException();
            }
        }

        /// <summary>The value of a key is read next.</summary>
        partial void ReadingKey(int key);

        /// <summary>Tells in words that an array of other length, or none, was there.</summary>
        partial void ExplainItems(string expected);

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

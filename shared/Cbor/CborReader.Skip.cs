namespace JointWatch.Contract.Cbor
{
    /// <content>Skipping what the contract does not know, well-formed as it must be.</content>
    public sealed partial class CborReader
    {
        /// <summary>Skips the value of a key that the message does not have.</summary>
        public void SkipUnknown(int key)
        {
            Skip(key < 0 ? "unknown key" : "key " + key.ToString());
        }

        /// <summary>Skips an item.</summary>
        public void Skip(string name)
        {
            Skip(name, 0);
        }

        private void Skip(string name, int depth)
        {
            Head(name, WellFormed);
            SkipBody(name, depth);
        }

        /// <summary>Skips what follows the head that was just read. Every item takes a byte at least, so the bytes left bound the work.</summary>
        private void SkipBody(string name, int depth)
        {
            int type = _type;
            ulong argument = _argument;
            bool open = _info == Indefinite;
            if (type == CborType.Bytes || type == CborType.Text)
            {
                SkipString(name, type, open);
            }
            else if (type == CborType.Simple)
            {
                if (open || (_info == 24 && argument < 32))
                {
                    throw Fault(name, open ? "a break" : "a simple value in two bytes", WellFormed);
                }
            }
            else if (type >= CborType.Array)
            {
                if (depth == MaxDepth)
                {
                    throw Fault(name, "nested deeper", "at most " + MaxDepth.ToString() + " levels");
                }

                SkipItems(name, type == CborType.Tag ? 1 : argument, type == CborType.Map, open, depth + 1);
            }
        }

        private void SkipItems(string name, ulong items, bool pairs, bool open, int depth)
        {
            if (!open && items > (ulong)(_end - _position))
            {
                throw Fault(name, "cut off", items.ToString() + " items");
            }

            while (open ? !TakeBreak() : items-- > 0)
            {
                Skip(name, depth);
                if (pairs)
                {
                    Skip(name, depth);
                }
            }
        }

        private void SkipString(string name, int type, bool open)
        {
            if (!open)
            {
                _position += StringLength(name);
                return;
            }

            while (!TakeBreak())
            {
                Chunk(name, type);
                _position += StringLength(name);
            }
        }
    }
}

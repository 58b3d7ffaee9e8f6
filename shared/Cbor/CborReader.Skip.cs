namespace JointWatch.Contract.Cbor
{
    /// <content>Skipping what the contract does not know, well-formed as it must be.</content>
    public sealed partial class CborReader
    {
        /// <summary>Skips the value of the key at hand, or an item in it.</summary>
        public void Skip()
        {
            Reading(WellFormed);
            Skip(0);
        }

        private void Skip(int depth)
        {
            Head();
            SkipBody(depth);
        }

        /// <summary>Skips what follows the head that was just read. Every item takes a byte at least, so the bytes left bound the work.</summary>
        private void SkipBody(int depth)
        {
            Expecting(WellFormed);
            int type = _type;
            bool open = _info == Indefinite;
            if (type == CborType.Bytes || type == CborType.Text)
            {
                bool more = !open || Chunk(type);
                while (more)
                {
                    _position += StringLength();
                    more = open && Chunk(type);
                }
            }
            else if (type == CborType.Simple)
            {
                if (open || (_info == 24 && _argument < 32))
                {
                    Explain(open ? "a break" : "a simple value in two bytes", WellFormed);
                    throw new ContractException();
                }
            }
            else if (type >= CborType.Array)
            {
                if (depth == MaxDepth)
                {
                    Explain("nested deeper", "at most " + MaxDepth.ToString() + " levels");
                    throw new ContractException();
                }

                SkipItems(type == CborType.Tag ? 1 : _argument, type == CborType.Map, open, depth + 1);
            }
        }

        private void SkipItems(ulong items, bool pairs, bool open, int depth)
        {
            if (!open && Lacks(items))
            {
                Explain("cut off", items.ToString() + " items");
                throw new ContractException();
            }

            while (open ? !TakeBreak() : items-- > 0)
            {
                Skip(depth);
                if (pairs)
                {
                    Skip(depth);
                }
            }
        }
    }
}

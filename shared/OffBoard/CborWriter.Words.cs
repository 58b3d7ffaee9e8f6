namespace JointWatch.Contract.Cbor
{
    /// <content>What the station's half writes, with its maps counted beforehand; and what is wrong, in words.</content>
    public partial struct CborWriter
    {
        /// <summary>Begins a map of so many pairs; its keys and values are to follow.</summary>
        public void Map(int pairs)
        {
            Head(CborType.Map, (ulong)pairs);
        }

        /// <summary>Writes an unsigned integer of up to 64 bits.</summary>
        public void Unsigned(ulong value)
        {
            Head(CborType.Unsigned, value);
        }

        static partial void Explain(Limit limit, long value)
        {
            throw new ContractException(Limits.Name(limit), value.ToString(), Limits.Expected(limit));
        }

        static partial void Explain(string field, string value, string expected)
        {
            throw new ContractException(field, value, expected);
        }

        static partial void CheckText(string name, int bytes, int maxBytes)
        {
            if (bytes < 0)
            {
                throw new ContractException(name, "half of a surrogate pair", "text");
            }

            if (bytes > maxBytes)
            {
                throw new ContractException(name, bytes.ToString() + " bytes", "text of at most " + maxBytes.ToString() + " bytes of UTF-8");
            }
        }
    }
}

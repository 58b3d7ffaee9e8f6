namespace JointWatch.Contract
{
    /// <summary>An integer field of the contract: its name in contract.cddl and the values that it may have, both ends included.</summary>
    public sealed class Limit
    {
        private readonly long _min;
        private readonly long _max;

        public Limit(string name, long min, long max)
        {
            Name = name;
            _min = min;
            _max = max;
        }

        public readonly string Name;

        public long Min
        {
            get { return _min; }
        }

        public long Max
        {
            get { return _max; }
        }

        /// <summary>The range in words, for a <see cref="ContractException"/>. Made when asked for: a board has no memory to spare for it.</summary>
        public string Expected
        {
            get { return "an integer from " + Min.ToString() + " to " + Max.ToString(); }
        }

        public bool Contains(long value)
        {
            return value >= _min && value <= _max;
        }
    }
}

namespace JointWatch.Contract
{
    /// <summary>An integer field of the contract: its name in contract.cddl and the values that it may have, both ends included.</summary>
    public sealed class Limit
    {
        public Limit(string name, long min, long max)
        {
            Name = name;
            Min = min;
            Max = max;
        }

        public string Name { get; }

        public long Min { get; }

        public long Max { get; }

        /// <summary>The range in words, for a <see cref="ContractException"/>. Made when asked for: a board has no memory to spare for it.</summary>
        public string Expected
        {
            get { return "an integer from " + Min.ToString() + " to " + Max.ToString(); }
        }

        public bool Contains(long value)
        {
            return value >= Min && value <= Max;
        }
    }
}

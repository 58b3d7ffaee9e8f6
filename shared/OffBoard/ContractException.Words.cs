namespace JointWatch.Contract
{
    /// <content>What is wrong, in words.</content>
    public sealed partial class ContractException
    {
        public ContractException(string field, string value, string expected)
            : base(field + " is " + value + ", expected " + expected)
        {
            Field = field;
            Value = value;
            Expected = expected;
        }

        /// <summary>The field by its name in contract.cddl, as in <c>detections[3].azimuth</c>; <c>message</c> for the whole.</summary>
        public readonly string Field = "message";

        /// <summary>What was there.</summary>
        public readonly string Value = "";

        /// <summary>What may be there.</summary>
        public readonly string Expected = "";
    }
}

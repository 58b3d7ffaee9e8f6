using System;

namespace JointWatch.Contract
{
    /// <summary>A message that is outside the contract. A board only leaves such a one; all others are told what is wrong, so that its sender can mend it.</summary>
    public sealed partial class ContractException : Exception
    {
        public ContractException()
            : base("outside the contract")
        {
        }
    }
}

using System;

namespace JointWatch.Firmware.SetUp
{
    /// <summary>A set-up that is wrong, told so that a person can mend it.</summary>
    public sealed partial class SetupException : Exception
    {
        public SetupException(string field, string value, string expected)
            : base(field + " is " + value + "; expected " + expected)
        {
            Keep(field);
        }

        /// <summary>Keeps the field apart, for those who want it so.</summary>
        partial void Keep(string field);
    }
}

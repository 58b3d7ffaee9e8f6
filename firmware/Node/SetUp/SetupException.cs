using System;

namespace JointWatch.Firmware.SetUp
{
    /// <summary>A set-up that is wrong, told so that a person can mend it.</summary>
    public sealed class SetupException : Exception
    {
        public SetupException(string field, string value, string expected)
            : base(field + " is " + value + "; expected " + expected)
        {
            Field = field;
        }

        /// <summary>The field as it is called in the file, as in <c>place.latitudeDegrees</c>; <c>node.json</c> for the whole.</summary>
        public readonly string Field;
    }
}

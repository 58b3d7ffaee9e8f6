namespace JointWatch.Contract
{
    /// <content>One character, for those who read what others have made.</content>
    public static partial class AsciiText
    {
        /// <summary>Whether a character is printable ASCII.</summary>
        public static bool IsPrintable(char c)
        {
            return c >= ' ' && c <= '~';
        }
    }
}

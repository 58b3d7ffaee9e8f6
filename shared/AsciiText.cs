namespace JointWatch.Contract
{
    /// <summary>Text that is made where things go wrong, and so must never fail itself.</summary>
    public static partial class AsciiText
    {
        /// <summary>A text of which what is no printable ASCII has become '?', and what is too long is cut.</summary>
        public static string Of(string text, int mostCharacters)
        {
            char[] clean = new char[text.Length < mostCharacters ? text.Length : mostCharacters];
            for (int i = 0; i < clean.Length; i++)
            {
                clean[i] = text[i] >= ' ' && text[i] <= '~' ? text[i] : '?';
            }

            return new string(clean);
        }
    }
}

namespace JointWatch.TransparencyLog;

/// <summary>Base64 of RFC 4648, section 4, in its one canonical form: padded, no white space, no stray bits. A text has one reading, and a value one text.</summary>
internal static class StrictBase64
{
    /// <summary>The bytes, or null where the text is no canonical base64 or gives more than <paramref name="most"/> bytes.</summary>
    public static byte[]? Decode(ReadOnlySpan<char> text, int most)
    {
        if (text.Length % 4 != 0 || text.Length / 4 * 3L > most + 2L)
        {
            return null;
        }

        byte[] bytes = new byte[text.Length / 4 * 3];
        if (!Convert.TryFromBase64Chars(text, bytes, out int written) || written > most)
        {
            return null;
        }

        bytes = bytes[..written];
        return text.SequenceEqual(Convert.ToBase64String(bytes)) ? bytes : null;
    }
}

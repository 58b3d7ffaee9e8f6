using System.Globalization;

namespace JointWatch.TransparencyLog;

/// <summary>Whole numbers as the C2SP formats write them: ASCII decimal, no sign, no leading zeroes.</summary>
internal static class DecimalNumber
{
    /// <summary>The number from 0 to 2^63 - 1, or null where the text is none.</summary>
    public static long? Parse(ReadOnlySpan<char> text) =>
        (text.Length == 1 || (text.Length > 1 && text[0] != '0'))
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long value) && !text.ContainsAnyExceptInRange('0', '9')
            ? value
            : null;

    public static string Format(long value) => value.ToString(CultureInfo.InvariantCulture);
}

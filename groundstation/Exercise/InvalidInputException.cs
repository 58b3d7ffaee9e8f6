namespace JointWatch.Exercises;

/// <summary>
/// A file or option that a person wrote cannot be used. The message names the file, the line, the field, the value and what was expected,
/// as far as each is known; the program prints it and ends with exit code 2.
/// </summary>
public sealed class InvalidInputException : Exception
{
    /// <param name="source">The file or option at fault.</param>
    /// <param name="line">The line, from 1, or null where there is none.</param>
    /// <param name="field">The key, column or option, or null for the file as a whole.</param>
    /// <param name="value">The value as it was written, or null where it is missing.</param>
    /// <param name="expected">What would have been right, as a phrase: <c>a number from 0 to 90 (degrees)</c>.</param>
    /// <param name="inner">What lies behind it, or null.</param>
    public InvalidInputException(string source, int? line, string? field, string? value, string expected, Exception? inner = null)
        : base(Describe(source, line, field, value, expected), inner)
    {
    }

    private static string Describe(string source, int? line, string? field, string? value, string expected) =>
        source + (line is { } n ? $"({n})" : "") + ": "
        + (field is null ? "" : field + (value is null ? " is missing; " : $" is {Shown(value)}; "))
        + (field is null && value is not null ? $"found {Shown(value)}; " : "")
        + "expected " + expected;

    private static string Shown(string value)
    {
        const int Longest = 80;
        string oneLine = string.Concat((value.Length > Longest ? value[..Longest] + "…" : value).Select(c => char.IsControl(c) ? '�' : c));
        return $"'{oneLine}'";
    }
}

namespace JointWatch.TransparencyLog;

/// <summary>
/// Bytes or a text that should be a part of a log (a checkpoint, a tile, a key, a receipt ...) are not. The message names what was read, the
/// field, the value and what was expected, as far as each is known.
/// </summary>
public sealed class LogFormatException : Exception
{
    private readonly string _source;
    private readonly string? _field;
    private readonly string? _value;
    private readonly string _expected;

    /// <param name="source">What was read, or the file that holds it.</param>
    /// <param name="field">The part at fault, or null for the whole.</param>
    /// <param name="value">What was found, or null where it is missing or must not be shown.</param>
    /// <param name="expected">What would have been right, as a phrase.</param>
    /// <param name="inner">What lies behind it, or null.</param>
    public LogFormatException(string source, string? field, string? value, string expected, Exception? inner = null)
        : base(Describe(source, field, value, expected), inner)
    {
        _source = source;
        _field = field;
        _value = value;
        _expected = expected;
    }

    /// <summary>The same fault, with the file in which it was found.</summary>
    public LogFormatException In(string path) => new($"{path}: {_source}", _field, _value, _expected, this);

    private static string Describe(string source, string? field, string? value, string expected) =>
        source + ": "
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

namespace JointWatch.Exchange.Records;

/// <summary>Bytes that another party sent are no record. The message names the field, the value and what was expected; it never holds more than 80 characters of theirs.</summary>
public sealed class RecordException : Exception
{
    /// <param name="field">The field's name as in <c>records.cddl</c>.</param>
    /// <param name="value">What was found, or null where it is missing.</param>
    /// <param name="expected">What would have been right, as a phrase.</param>
    public RecordException(string field, string? value, string expected, Exception? inner = null)
        : base(field + (value is null ? " is missing; " : $" is {Shown(value)}; ") + "expected " + expected, inner)
    {
        Field = field;
        Expected = expected;
    }

    /// <summary>Gets the field's name.</summary>
    public string Field { get; }

    /// <summary>Gets what would have been right.</summary>
    public string Expected { get; }

    private static string Shown(string value)
    {
        const int Longest = 80;
        return $"'{string.Concat((value.Length > Longest ? value[..Longest] + "…" : value).Select(c => char.IsControl(c) ? '�' : c))}'";
    }
}

namespace JointWatch.Station.Ingest;

/// <summary>What is wrong with a message: the field, its value as far as it can be shown, and what was expected.</summary>
public sealed record Refusal(string Field, string Value, string Expected);

/// <summary>A message is refused.</summary>
public sealed class RefusedException : Exception
{
    public RefusedException(string field, string value, string expected)
        : base($"{field} is {value}; expected {expected}") => Refusal = new Refusal(field, value, expected);

    /// <summary>Gets what is wrong.</summary>
    public Refusal Refusal { get; }
}

namespace JointWatch.Releases.Coarse;

/// <summary>A word of a fixed list, or a name.</summary>
public sealed record Word(string Text) : RoundedValue
{
    /// <inheritdoc/>
    internal override bool Holds(RoundedValue newer) => newer is Word other && other == this;
}

/// <summary>Names, in the order of their letters.</summary>
public sealed record WordList(params IReadOnlyList<string> Texts) : RoundedValue
{
    /// <inheritdoc/>
    public bool Equals(WordList? other) => other is not null && Texts.SequenceEqual(other.Texts, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Texts.Aggregate(17, (hash, text) => HashCode.Combine(hash, text));

    /// <inheritdoc/>
    internal override bool Holds(RoundedValue newer) => newer is WordList other && other.Equals(this);
}

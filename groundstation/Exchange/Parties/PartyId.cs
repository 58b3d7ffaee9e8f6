using JointWatch.Contract;

namespace JointWatch.Exchange.Parties;

/// <summary>A party's name, as in topics: 1 to 32 of a-z, 0-9 and '-', no '-' at either end, and not a name kept for the director or the station.</summary>
public readonly record struct PartyId : IComparable<PartyId>
{
    /// <summary>What a party may be called, as a phrase for error messages.</summary>
    public const string Expected = ExpectedName + ", and neither 'exercise' nor 'station'";

    internal const string ExpectedName = "a name of 1 to 32 of a-z, 0-9 and '-', no '-' at either end";

    private readonly string? _name;

    private PartyId(string name) => _name = name;

    /// <summary>Gets the name; "" for a value that nobody has set.</summary>
    public string Name => _name ?? "";

    /// <summary>The party of a name, or null where none may be called so.</summary>
    public static PartyId? TryParse(string name) => Topics.IsParty(name) ? new PartyId(name) : null;

    /// <summary>The party of a name.</summary>
    /// <exception cref="ArgumentException">None may be called so.</exception>
    public static PartyId Parse(string name) => TryParse(name) ?? throw new ArgumentException($"'{name}' is no party's name; expected {Expected}", nameof(name));

    /// <inheritdoc/>
    public int CompareTo(PartyId other) => string.CompareOrdinal(Name, other.Name);

    /// <inheritdoc/>
    public override string ToString() => Name;

    public static bool operator <(PartyId a, PartyId b) => a.CompareTo(b) < 0;

    public static bool operator >(PartyId a, PartyId b) => a.CompareTo(b) > 0;

    public static bool operator <=(PartyId a, PartyId b) => a.CompareTo(b) <= 0;

    public static bool operator >=(PartyId a, PartyId b) => a.CompareTo(b) >= 0;
}

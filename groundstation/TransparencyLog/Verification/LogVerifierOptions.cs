using JointWatch.TransparencyLog.Notes;

namespace JointWatch.TransparencyLog.Verification;

/// <summary>Whom a check trusts, and what it knows of the entries.</summary>
public sealed record LogVerifierOptions
{
    /// <summary>The keys of the log, of type <see cref="SignatureType.Ed25519"/>: one of them must have signed. Their names are the log's origin.</summary>
    public required IReadOnlyList<VerifierKey> LogKeys { get; init; }

    /// <summary>The keys of the witnesses, of type <see cref="SignatureType.Cosignature"/>. Cosignatures of others are passed over.</summary>
    public IReadOnlyList<VerifierKey> Witnesses { get; init; } = [];

    /// <summary>So many of the witnesses must have cosigned the checkpoint that is checked; 0 where the latest may still be without.</summary>
    public int MinCosignatures { get; init; }

    /// <summary>Reads time and signer of an entry, for the layer above that knows what entries are; null where times are not to be checked.</summary>
    public EntryFactsReader? EntryFacts { get; init; }

    /// <summary>
    /// By how much an entry may be older than one before it, or than a cosigned checkpoint before it: clocks that differ, and the time an entry may be
    /// under way. An entry that is handed in later than that looks dated back, and is.
    /// </summary>
    public TimeSpan MaxBackward { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// By how much an entry may be older than one before it where both are by another clock than the wall's, in that clock's time. More than of the wall's, since
    /// such a clock may run many times as fast.
    /// </summary>
    public TimeSpan MaxBackwardByOtherClock { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>By how much an entry may be younger than a cosigned checkpoint that has it: clocks that differ.</summary>
    public TimeSpan MaxAhead { get; init; } = TimeSpan.FromSeconds(60);
}

/// <summary>Reads what the checks need to know of an entry. It must not throw: what is wrong goes into <see cref="EntryFacts.Fault"/>.</summary>
/// <param name="index">The entry's index.</param>
public delegate EntryFacts EntryFactsReader(long index, ReadOnlyMemory<byte> entry);

/// <summary>What an entry says of itself.</summary>
/// <param name="Time">When it was made, or null where it says nothing.</param>
/// <param name="Signer">Who made it, for the messages, or null.</param>
/// <param name="Fault">What is wrong with it, as a phrase, or null: <c>the signature of north does not hold</c>.</param>
/// <param name="Clock">
/// The clock that the time is by, as an exercise has one; null: the wall's. Entries are held against those by the same clock alone, and against cosignatures only
/// where that is the wall's.
/// </param>
public sealed record EntryFacts(DateTimeOffset? Time, string? Signer = null, string? Fault = null, string? Clock = null);

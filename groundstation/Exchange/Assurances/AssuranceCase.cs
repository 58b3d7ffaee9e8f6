using JointWatch.Exchange.Book;
using JointWatch.Exchange.Records;
using JointWatch.Tracking;

namespace JointWatch.Exchange.Assurances;

/// <summary>An entry of the log that a verdict rests on.</summary>
/// <param name="What">What it is, in words: <c>alfa's release</c>.</param>
public sealed record EvidenceEntry(long Index, UtcMicroseconds Time, RecordHash Hash, string What)
{
    internal static EvidenceEntry Of<T>(Said<T> said)
        where T : RecordBody => new(said.Index, said.Time, said.Hash, $"{said.By}'s {said.Body.Kind.ToString().ToLowerInvariant()}");
}

/// <summary>One thing that happened and that an assurance speaks of.</summary>
/// <param name="Verdict">Null: it is not due yet.</param>
/// <param name="Words">What happened, with numbers, as a sentence.</param>
/// <param name="Entries">What it rests on, in the log's order.</param>
public sealed record AssuranceCase(Verdict? Verdict, string Words, IReadOnlyList<EvidenceEntry> Entries);

/// <summary>An assurance as it was stated and in force for a time.</summary>
/// <param name="By">The record that states it.</param>
/// <param name="ReplacedBy">The party's statement after it; null: it is in force.</param>
public sealed record StatedAssurance(Assurance Assurance, Said<Records.Bodies.AssurancesBody> By, Said<Records.Bodies.AssurancesBody>? ReplacedBy);

/// <summary>What the log says of a stated assurance.</summary>
/// <param name="Cases">All that it speaks of, in the log's order.</param>
public sealed record AssuranceResult(StatedAssurance Stated, IReadOnlyList<AssuranceCase> Cases)
{
    /// <summary>Gets the worst of the cases; an assurance that nothing spoke of is kept.</summary>
    public Verdict Verdict { get; } = Cases.Max(c => c.Verdict) ?? Assurances.Verdict.Kept;

    /// <summary>How many cases have a verdict; null: are not due yet.</summary>
    public int Count(Verdict? verdict) => Cases.Count(c => c.Verdict == verdict);
}

/// <summary>A statement in the log that is none: it cannot be read, or could not be checked.</summary>
public sealed record RefusedStatement(EvidenceEntry Entry, string Reason);

/// <summary>What a book says of all assurances of a party.</summary>
/// <param name="Until">The latest time in the book; null: it is empty.</param>
/// <param name="Results">In the order in which they were stated.</param>
/// <param name="Refused">Statements that are none.</param>
/// <param name="Faults">What is wrong with entries of the party, or in its name.</param>
public sealed record AssuranceReport(
    Parties.PartyId Party,
    string? Exercise,
    int Entries,
    UtcMicroseconds? Until,
    IReadOnlyList<AssuranceResult> Results,
    IReadOnlyList<RefusedStatement> Refused,
    IReadOnlyList<string> Faults)
{
    /// <summary>Gets the worst of all; null: the party has stated nothing.</summary>
    public Verdict? Verdict => Results.Count == 0 ? null : Results.Max(r => r.Verdict);
}

using JointWatch.Exchange.Parties;
using JointWatch.Releases.Policies;
using JointWatch.TransparencyLog.Notes;

namespace JointWatch.Joint.Desk;

/// <summary>What a party's joint desk needs to know. The caller disposes of the keys, after the desk.</summary>
/// <param name="Folder">Where it keeps what was said and what came in; made where it is missing.</param>
/// <param name="Key">With which the party signs.</param>
/// <param name="Witness">With which it cosigns the log.</param>
/// <param name="Register">Who takes part.</param>
/// <param name="Log">The centre's log.</param>
public sealed record DeskOptions(string Folder, PartyKey Key, SigningKey Witness, PartyRegister Register, VerifierKey Log)
{
    public PartyId Party => Key.Party;

    /// <summary>Gets the release policy; null: nothing is released.</summary>
    public ReleasePolicy? Policy { get; init; }

    /// <summary>Gets the policy's text, which is put on record.</summary>
    public string? PolicyText { get; init; }

    /// <summary>Gets a value indicating whether the policy's text is put on record as a commitment, to be opened later, and not in the clear.</summary>
    public bool SealPolicy { get; init; } = true;

    /// <summary>Gets the text of the party's assurances, or null.</summary>
    public string? AssurancesText { get; init; }

    /// <summary>Gets what releases are shown on here, as it is said to the others.</summary>
    public string Console { get; init; } = "station";
}

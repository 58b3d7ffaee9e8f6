using JointWatch.Exchange.Parties;
using JointWatch.TransparencyLog.Notes;

namespace JointWatch.Joint.Centre;

/// <summary>What a centre needs to know.</summary>
/// <param name="Folder">Where the log lies, made where it is missing: a folder of tlog-tiles.</param>
/// <param name="Key">The log's key; the caller disposes of it.</param>
/// <param name="Register">Who takes part.</param>
/// <param name="Witnesses">The key with which each party cosigns.</param>
public sealed record CentreOptions(string Folder, SigningKey Key, PartyRegister Register, IReadOnlyDictionary<PartyId, VerifierKey> Witnesses)
{
    /// <summary>Gets the exercise that the centre is of, or null: meant in earnest.</summary>
    public string? Exercise { get; init; }
}

/// <summary>Hands a message to a party's link. It returns when the link will deliver it, also after a power cut.</summary>
public delegate void SendToParty(PartyId to, string kind, ReadOnlyMemory<byte> payload);

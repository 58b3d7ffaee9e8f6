namespace JointWatch.TransparencyLog.Notes;

/// <summary>What kind of signature a key makes; the values are those of <see href="https://c2sp.org/signed-note"/>.</summary>
public enum SignatureType
{
    /// <summary>Ed25519 over the text of the note.</summary>
    Ed25519 = 0x01,

    /// <summary>Ed25519 over time and text of a checkpoint: <see href="https://c2sp.org/tlog-cosignature"/>.</summary>
    Cosignature = 0x04,
}

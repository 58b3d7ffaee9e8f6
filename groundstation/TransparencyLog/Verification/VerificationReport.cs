using JointWatch.TransparencyLog.Checkpoints;
using JointWatch.TransparencyLog.Merkle;

namespace JointWatch.TransparencyLog.Verification;

/// <summary>What a check found.</summary>
/// <param name="Checkpoint">The checkpoint that was checked, or null where it could not be read.</param>
/// <param name="EntriesChecked">How many entries were read and hashed.</param>
/// <param name="Cosigned">The cosignatures that hold, on whichever checkpoint.</param>
/// <param name="EvidenceChecked">How many checkpoints, receipts and copies of parties were held against the log.</param>
/// <param name="Findings">What is wrong, in the order in which it was found.</param>
public sealed record VerificationReport(
    Checkpoint? Checkpoint,
    long EntriesChecked,
    IReadOnlyList<CosignedSize> Cosigned,
    int EvidenceChecked,
    IReadOnlyList<Finding> Findings)
{
    /// <summary>Gets whether nothing is wrong.</summary>
    public bool IsWhole => Findings.Count == 0;
}

/// <summary>That a witness has cosigned the log at a size.</summary>
/// <param name="Witness">The name of the witness's key.</param>
/// <param name="Size">The number of entries.</param>
/// <param name="Root">The root over them.</param>
/// <param name="Time">When, by the witness's clock.</param>
public sealed record CosignedSize(string Witness, long Size, TreeHash Root, DateTimeOffset Time);

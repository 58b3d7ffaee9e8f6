using JointWatch.TransparencyLog.Checkpoints;
using JointWatch.TransparencyLog.Notes;

namespace JointWatch.TransparencyLog.Verification;

/// <summary>Checks who has signed a checkpoint.</summary>
internal sealed class SignatureCheck(LogVerifierOptions options, FindingList findings)
{
    private readonly List<CosignedSize> _cosigned = [];

    /// <summary>The cosignatures that held, on all checkpoints that were checked so far, each once.</summary>
    public IReadOnlyList<CosignedSize> Cosigned => [.. _cosigned.Distinct().OrderBy(c => c.Size).ThenBy(c => c.Time)];

    /// <summary>Checks the log's signature and the witnesses'.</summary>
    /// <param name="what">The checkpoint in words, for the beginning of a sentence.</param>
    /// <param name="party">Whose it is, or null for the log's own.</param>
    /// <returns>Whether the log has signed it, so that the log can be held to it.</returns>
    public bool Check(SignedCheckpoint signed, string what, string? party)
    {
        Checkpoint checkpoint = signed.Checkpoint;
        foreach (VerifierKey witness in options.Witnesses)
        {
            if (signed.Note.Check(witness) == SignatureVerdict.False)
            {
                findings.Add(FindingKind.CosignatureFalse, $"{what} bears a cosignature in the name of {witness.Name} that is false.", null, checkpoint.Size, party);
            }
        }

        (VerifierKey Key, SignatureVerdict Verdict)[] verdicts = [.. options.LogKeys.Select(key => (key, signed.Note.Check(key)))];
        if (verdicts.Any(v => v.Verdict == SignatureVerdict.False))
        {
            findings.Add(FindingKind.SignatureFalse, $"{what} bears a signature in the name of the log that is false: its text was changed, or it was never the log's.", null, checkpoint.Size, party);
            return false;
        }

        VerifierKey[] good = [.. verdicts.Where(v => v.Verdict == SignatureVerdict.Good).Select(v => v.Key)];
        if (good.Length == 0)
        {
            findings.Add(
                FindingKind.SignatureMissing,
                $"{what} is not signed by the log; expected a signature by {string.Join(" or ", options.LogKeys.Select(k => k.Name))}.",
                null,
                checkpoint.Size,
                party);
            return false;
        }

        if (!Array.Exists(good, key => key.Name == checkpoint.Origin))
        {
            findings.Add(FindingKind.OtherLog, $"{what} is of the log {checkpoint.Origin}; expected {good[0].Name}.", null, checkpoint.Size, party);
            return false;
        }

        _cosigned.AddRange(signed.CosignaturesBy(options.Witnesses).Select(c => new CosignedSize(c.Witness.Name, checkpoint.Size, checkpoint.Root, c.Time)));
        return true;
    }

    /// <summary>Checks that as many witnesses have cosigned as were asked for.</summary>
    public void CheckQuorum(SignedCheckpoint signed, string what)
    {
        string[] by = [.. signed.CosignaturesBy(options.Witnesses).Select(c => c.Witness.Name).Distinct(StringComparer.Ordinal)];
        if (by.Length < options.MinCosignatures)
        {
            findings.Add(
                FindingKind.CosignaturesTooFew,
                $"{what} is cosigned by {by.Length} of {options.Witnesses.Count} witnesses{(by.Length > 0 ? $" ({string.Join(", ", by)})" : "")}; expected at least {options.MinCosignatures}.",
                null,
                signed.Checkpoint.Size);
        }
    }
}

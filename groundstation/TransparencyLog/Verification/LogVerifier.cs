using JointWatch.TransparencyLog.Checkpoints;
using JointWatch.TransparencyLog.Merkle;
using JointWatch.TransparencyLog.Receipts;

namespace JointWatch.TransparencyLog.Verification;

/// <summary>
/// Checks logs, receipts and checkpoints with nothing but files and verifier keys. Whatever is wrong with them is a finding of the report, not an
/// exception. For any number of threads.
/// </summary>
public sealed class LogVerifier
{
    private readonly LogVerifierOptions _options;

    /// <exception cref="ArgumentException">A key is of the wrong type, there is none of a log, or more cosignatures are asked for than there are witnesses.</exception>
    public LogVerifier(LogVerifierOptions options)
    {
        _options = options;
        if (options.LogKeys.Count == 0 || options.LogKeys.Any(k => k.Type != Notes.SignatureType.Ed25519))
        {
            throw new ArgumentException("The log's keys: expected at least one, all of type 1 (Ed25519).", nameof(options));
        }

        if (options.Witnesses.FirstOrDefault(k => k.Type != Notes.SignatureType.Cosignature) is { } wrong)
        {
            throw new ArgumentException($"The witness key {wrong} is of type {(int)wrong.Type}; expected 4 (cosignature).", nameof(options));
        }

        if (options.MinCosignatures < 0 || options.MinCosignatures > options.Witnesses.Count)
        {
            throw new ArgumentException($"{options.MinCosignatures} cosignatures are asked for; expected 0 to the number of witnesses, {options.Witnesses.Count}.", nameof(options));
        }
    }

    /// <summary>
    /// Checks a log's folder: every entry against its leaf hash, every tile against those below, the root against the checkpoint, the signatures, the cosigned
    /// checkpoints in it, the entries' times, and all of it against what parties have kept. It holds the leaf hashes in memory, some 80 bytes an entry.
    /// </summary>
    public VerificationReport VerifyFolder(string folder, Evidence? evidence = null) =>
        new FolderCheck(_options).Run(new LogReader(folder), evidence ?? new Evidence());

    /// <summary>Checks a receipt; of its entry what <see cref="LogVerifierOptions.EntryFacts"/> tells of it alone.</summary>
    /// <param name="entry">The entry, for a receipt that does not hold it; one that does must hold the same.</param>
    public VerificationReport VerifyReceipt(Receipt receipt, ReadOnlyMemory<byte>? entry = null)
    {
        var findings = new FindingList();
        var signatures = new SignatureCheck(_options, findings);
        Checkpoint checkpoint = receipt.Checkpoint.Checkpoint;
        string what = $"The receipt's checkpoint of size {checkpoint.Size}";
        signatures.Check(receipt.Checkpoint, what, null);
        signatures.CheckQuorum(receipt.Checkpoint, what);
        if (entry is { } given && receipt.Entry is { } held && !given.Span.SequenceEqual(held.Span))
        {
            findings.Add(FindingKind.EntryChanged, $"The receipt is for another entry than this one, at {receipt.Index}.", receipt.Index);
        }

        if ((entry ?? receipt.Entry) is not { } proven)
        {
            findings.Add(FindingKind.ProofFalse, $"The receipt does not hold its entry {receipt.Index}, and none was given: it cannot be told what it proves.", receipt.Index);
        }
        else if (!receipt.Proof.Proves(MerkleHasher.Leaf(proven.Span), checkpoint.Root))
        {
            findings.Add(
                FindingKind.ProofFalse,
                $"The proof does not lead from the entry to the checkpoint: this is not entry {receipt.Index} of the log's first {checkpoint.Size}.",
                receipt.Index,
                checkpoint.Size);
        }

        else
        {
            var times = new TimeCheck(_options, findings);
            times.Take(receipt.Index, proven);
            times.Check(signatures.Cosigned);
        }

        return new VerificationReport(checkpoint, 1, signatures.Cosigned, 0, findings.ToList());
    }

    /// <summary>Checks two checkpoints with each other, by the log's tiles.</summary>
    public VerificationReport VerifyCheckpoints(SignedCheckpoint older, SignedCheckpoint newer, LogReader log) =>
        VerifyCheckpoints(older, newer, (a, b) => log.ProveConsistency(a.Size, b.Size).Path);

    /// <summary>Checks two checkpoints with each other, by a consistency proof.</summary>
    /// <param name="path">The proof's hashes; none are needed where the sizes are equal.</param>
    public VerificationReport VerifyCheckpoints(SignedCheckpoint older, SignedCheckpoint newer, IReadOnlyList<TreeHash> path) =>
        VerifyCheckpoints(older, newer, (_, _) => path);

    private VerificationReport VerifyCheckpoints(SignedCheckpoint older, SignedCheckpoint newer, Func<Checkpoint, Checkpoint, IReadOnlyList<TreeHash>> prove)
    {
        var findings = new FindingList();
        var signatures = new SignatureCheck(_options, findings);
        (Checkpoint a, Checkpoint b) = (older.Checkpoint, newer.Checkpoint);
        bool areSigned = signatures.Check(older, $"The old checkpoint of size {a.Size}", null) & signatures.Check(newer, $"The new checkpoint of size {b.Size}", null);
        signatures.CheckQuorum(newer, $"The new checkpoint of size {b.Size}");
        if (areSigned && a.Origin != b.Origin)
        {
            findings.Add(FindingKind.OtherLog, $"The checkpoints are of {a.Origin} and of {b.Origin}; expected one log.");
        }
        else if (areSigned)
        {
            Compare(a, b, prove, findings);
        }

        return new VerificationReport(b, 0, signatures.Cosigned, 0, findings.ToList());
    }

    private static void Compare(Checkpoint a, Checkpoint b, Func<Checkpoint, Checkpoint, IReadOnlyList<TreeHash>> prove, FindingList findings)
    {
        if (a.Size > b.Size)
        {
            findings.Add(FindingKind.LogShrunk, $"The old checkpoint has {a.Size} entries, the new one {b.Size}: entries were dropped, or the two were taken for each other.", b.Size, b.Size);
            return;
        }

        if (a.Size == b.Size)
        {
            if (a.Root != b.Root)
            {
                findings.Add(FindingKind.LogForked, $"The log has signed two trees of {a.Size} entries, with the roots {a.Root} and {b.Root}.", null, a.Size);
            }

            return;
        }

        try
        {
            if (!new ConsistencyProof(a.Size, b.Size, prove(a, b)).Proves(a.Root, b.Root))
            {
                findings.Add(
                    FindingKind.ProofFalse,
                    $"The proof does not lead from the {a.Size} entries of the old checkpoint (root {a.Root}) to the {b.Size} of the new one (root {b.Root}): it is wrong or of another log, or one of the first {a.Size} entries was changed.",
                    null,
                    a.Size);
            }
        }
        catch (LogFormatException e)
        {
            findings.Add(FindingKind.FileDamaged, $"The log's tiles cannot be read: {e.Message}", null, b.Size);
        }
    }
}

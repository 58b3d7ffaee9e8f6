using JointWatch.TransparencyLog.Checkpoints;
using JointWatch.TransparencyLog.Merkle;
using JointWatch.TransparencyLog.Receipts;

namespace JointWatch.TransparencyLog.Verification;

/// <summary>Holds a log to what parties have kept of it.</summary>
/// <param name="log">The log's present checkpoint.</param>
/// <param name="leaves">The leaf hashes of the log as it signs for them now.</param>
internal sealed class EvidenceCheck(Checkpoint log, IReadOnlyList<TreeHash?> leaves, SignatureCheck signatures, FindingList findings)
{
    private readonly List<(string Party, string Source, Checkpoint Checkpoint)> _held = [];

    /// <summary>The trees of kept checkpoints that are beginnings of the log.</summary>
    public HashSet<(long Size, TreeHash Root)> Agreed { get; } = [];

    /// <summary>Checks receipts and copies, and the checkpoints of all.</summary>
    public void Check(Evidence evidence)
    {
        foreach (Finding unreadable in evidence.Unreadable)
        {
            findings.Add(unreadable);
        }

        foreach (KeptCheckpoint kept in evidence.Checkpoints)
        {
            Hold(kept.Party, kept.Source, kept.Checkpoint);
        }

        foreach (KeptReceipt kept in evidence.Receipts)
        {
            if (Hold(kept.Party, kept.Source, kept.Receipt.Checkpoint))
            {
                CheckReceipt(kept);
            }
        }

        foreach (KeptCopy copy in evidence.Copies)
        {
            CheckCopy(copy);
        }

        CheckHeld();
    }

    private bool Hold(string party, string source, SignedCheckpoint signed)
    {
        if (!signatures.Check(signed, $"The checkpoint of size {signed.Checkpoint.Size} kept by {party} ({source})", party))
        {
            return false;
        }

        if (signed.Checkpoint.Origin != log.Origin)
        {
            findings.Add(FindingKind.OtherLog, $"The checkpoint kept by {party} ({source}) is of {signed.Checkpoint.Origin}; expected {log.Origin}.", null, signed.Checkpoint.Size, party);
            return false;
        }

        _held.Add((party, source, signed.Checkpoint));
        return true;
    }

    private void CheckHeld()
    {
        Dictionary<long, TreeHash?> roots = TreeWalk.Roots(leaves, _held.Select(h => h.Checkpoint.Size));
        foreach ((_, _, Checkpoint kept) in _held.Where(h => roots.GetValueOrDefault(h.Checkpoint.Size) == h.Checkpoint.Root))
        {
            Agreed.Add((kept.Size, kept.Root));
        }

        // Of each party the smallest tree that disagrees tells most about where.
        foreach (var ofParty in _held.Where(h => !Agrees(h.Checkpoint)).GroupBy(h => h.Party))
        {
            (string party, string source, Checkpoint kept) = ofParty.MinBy(h => h.Checkpoint.Size);
            string others = ofParty.Count() > 1 ? $" {ofParty.Count() - 1} more of its checkpoints disagree." : "";
            if (kept.Size > log.Size)
            {
                findings.Add(
                    FindingKind.LogShrunk,
                    $"{party} keeps a checkpoint that the log signed at {kept.Size} entries ({source}), and the log has {log.Size} now: entries {log.Size} to {kept.Size - 1} were dropped, or there are two logs of this name.{others}",
                    log.Size,
                    kept.Size,
                    party);
            }
            else if (kept.Size == log.Size)
            {
                findings.Add(
                    FindingKind.LogForked,
                    $"The log has signed two trees of {kept.Size} entries: {party} keeps the root {kept.Root} ({source}), and the log's checkpoint has {log.Root}. {Where(kept)}{others}",
                    AgreedBelow(kept),
                    kept.Size,
                    party);
            }
            else
            {
                findings.Add(
                    FindingKind.HistoryChanged,
                    $"The log's first {kept.Size} entries are not what they were: {party} keeps the root {kept.Root} that the log signed then ({source}), and now it is {roots[kept.Size]}. {Where(kept)}{others}",
                    AgreedBelow(kept),
                    kept.Size,
                    party);
            }
        }

        // Where the log has a hole, or is not what its own checkpoint says, that was found already.
        bool Agrees(Checkpoint kept) =>
            (kept.Size, kept.Root) == (log.Size, log.Root)
            || (kept.Size <= log.Size && (!roots.TryGetValue(kept.Size, out TreeHash? root) || root is null || root == kept.Root));
    }

    private long AgreedBelow(Checkpoint kept) => Agreed.Select(a => a.Size).Where(size => size < kept.Size).DefaultIfEmpty(0).Max();

    private string Where(Checkpoint kept)
    {
        long from = AgreedBelow(kept);
        string since = from > 0 ? $" (the first {from} agree with a kept checkpoint)" : "";
        return from == kept.Size - 1 ? $"Entry {from} was changed{since}." : $"The first change is among entries {from} to {kept.Size - 1}{since}.";
    }

    private void CheckReceipt(KeptReceipt kept)
    {
        Receipt receipt = kept.Receipt;
        string what = $"the receipt kept by {kept.Party} ({kept.Source})";
        TreeHash? logged = receipt.Index < leaves.Count ? leaves[(int)receipt.Index] : null;
        if (receipt.Entry is not { } entry)
        {
            // Without the entry it can only be asked whether the proof fits the one that stands there.
            if (logged is { } there && !receipt.Proof.Proves(there, receipt.Checkpoint.Checkpoint.Root))
            {
                findings.Add(FindingKind.EntryChanged, $"Entry {receipt.Index} is not the one of {what}: the proof does not fit it.", receipt.Index, receipt.Checkpoint.Checkpoint.Size, kept.Party);
            }

            return;
        }

        TreeHash leaf = MerkleHasher.Leaf(entry.Span);
        long size = receipt.Checkpoint.Checkpoint.Size;
        if (!receipt.Proof.Proves(leaf, receipt.Checkpoint.Checkpoint.Root))
        {
            findings.Add(FindingKind.ProofFalse, $"The proof of {what} does not lead from its entry {receipt.Index} to its checkpoint of size {size}.", receipt.Index, size, kept.Party);
        }
        else if (receipt.Index >= leaves.Count)
        {
            findings.Add(FindingKind.EntryDropped, $"Entry {receipt.Index} was dropped: {what} proves it, and the log ends at {leaves.Count} entries.", receipt.Index, size, kept.Party);
        }
        else if (logged is { } there && there != leaf)
        {
            int now = IndexOf(leaf);
            findings.Add(
                now >= 0 ? FindingKind.EntryMoved : FindingKind.EntryChanged,
                now >= 0
                    ? $"Entry {receipt.Index} was moved: {what} proves it there, and it is at {now} now."
                    : $"Entry {receipt.Index} was rewritten or dropped: {what} proves another there, with leaf hash {leaf}, and that is nowhere in the log.",
                receipt.Index,
                size,
                kept.Party);
        }
    }

    private int IndexOf(TreeHash leaf)
    {
        for (int i = 0; i < leaves.Count; i++)
        {
            if (leaves[i] == leaf)
            {
                return i;
            }
        }

        return -1;
    }

    private void CheckCopy(KeptCopy copy)
    {
        var reader = new LogReader(copy.Folder);
        SignedCheckpoint signed;
        try
        {
            signed = reader.ReadCheckpoint();
        }
        catch (Exception e) when (e is LogFormatException or IOException or UnauthorizedAccessException)
        {
            findings.Add(FindingKind.FileDamaged, $"The copy of {copy.Party} has no checkpoint that can be read: {e.Message}", null, null, copy.Party);
            return;
        }

        if (!Hold(copy.Party, copy.Folder, signed))
        {
            return;
        }

        // A copy counts only if it is what the log signed: its own root says so.
        var walk = new TreeWalk(reader.Tiles, signed.Checkpoint.Size, findings, copy.Party, null);
        if (TreeWalk.RootOf(walk.Entries, signed.Checkpoint.Size) != signed.Checkpoint.Root)
        {
            findings.Add(FindingKind.RootWrong, $"The copy of {copy.Party} is not what its own checkpoint says, so it shows nothing.", null, signed.Checkpoint.Size, copy.Party);
            return;
        }

        TreeHash[] expected = [.. walk.Entries.Select(h => h!.Value)];
        TreeHash[] found = [.. leaves.Select((h, i) => h ?? (i < expected.Length ? expected[i] : default))];
        foreach (Finding finding in Difference.Explain(expected, found, 0, $"the copy of {copy.Party} of size {expected.Length}, which the log signed,"))
        {
            findings.Add(finding with { Size = signed.Checkpoint.Size, Party = copy.Party });
        }
    }
}

using JointWatch.TransparencyLog.Checkpoints;
using JointWatch.TransparencyLog.Merkle;

namespace JointWatch.TransparencyLog.Verification;

/// <summary>The whole check of a log's folder.</summary>
internal sealed class FolderCheck(LogVerifierOptions options)
{
    private readonly FindingList _findings = new();

    public VerificationReport Run(LogReader reader, Evidence evidence)
    {
        SignedCheckpoint signed;
        try
        {
            signed = reader.ReadCheckpoint();
        }
        catch (Exception e) when (e is LogFormatException or IOException or UnauthorizedAccessException)
        {
            _findings.Add(FindingKind.FileDamaged, $"There is no checkpoint that can be read: {e.Message}");
            return new VerificationReport(null, 0, [], 0, _findings.ToList());
        }

        Checkpoint checkpoint = signed.Checkpoint;
        var signatures = new SignatureCheck(options, _findings);
        signatures.Check(signed, $"The checkpoint of size {checkpoint.Size}", null);
        signatures.CheckQuorum(signed, $"The checkpoint of size {checkpoint.Size}");
        var times = new TimeCheck(options, _findings);
        var walk = new TreeWalk(reader.Tiles, checkpoint.Size, _findings, null, times.Take);
        IReadOnlyList<TreeHash?> leaves = CheckLeaves(walk, checkpoint);
        var held = new EvidenceCheck(checkpoint, leaves, signatures, _findings);
        Evidence all = evidence with { Checkpoints = [.. Own(reader), .. evidence.Checkpoints] };
        held.Check(all);
        times.Check([.. signatures.Cosigned.Where(c => (c.Size, c.Root) == (checkpoint.Size, checkpoint.Root) || held.Agreed.Contains((c.Size, c.Root)))]);
        return new VerificationReport(
            checkpoint,
            walk.EntriesRead,
            signatures.Cosigned,
            all.Checkpoints.Count + all.Receipts.Count + all.Copies.Count,
            _findings.ToList());
    }

    /// <summary>Holds entries, leaf hashes and the signed root against each other.</summary>
    /// <returns>The leaf hashes that the log signs for: those of the tiles where these have the signed root, or else those of the entries.</returns>
    private List<TreeHash?> CheckLeaves(TreeWalk walk, Checkpoint checkpoint)
    {
        TreeHash? ofEntries = TreeWalk.RootOf(walk.Entries, checkpoint.Size);
        TreeHash? ofTiles = TreeWalk.RootOf(walk.Tiles, checkpoint.Size);
        bool areTilesSigned = ofTiles == checkpoint.Root;
        bool areEntriesSigned = ofEntries == checkpoint.Root;
        int[] differing = [.. Enumerable.Range(0, walk.Entries.Count).Where(i => walk.Entries[i] is { } e && walk.Tiles[i] is { } t && e != t)];
        if (areEntriesSigned)
        {
            foreach (int i in differing)
            {
                _findings.Add(FindingKind.TileWrong, $"Level 0 of the tiles says {walk.Tiles[i]} of entry {i}, whose leaf hash is {walk.Entries[i]}; the signed root agrees with the entry.", i);
            }

            return walk.Entries;
        }

        if (areTilesSigned)
        {
            TreeHash[] expected = [.. walk.Tiles.Select(t => t!.Value)];
            TreeHash[] found = [.. walk.Entries.Select((e, i) => e ?? expected[i])];
            foreach (Finding finding in Difference.Explain(expected, found, 0, "the signed tree"))
            {
                _findings.Add(finding);
            }

            return walk.Tiles;
        }

        foreach (int i in differing)
        {
            _findings.Add(FindingKind.EntryChanged, $"Entry {i} has the leaf hash {walk.Entries[i]}, and level 0 of the tiles says {walk.Tiles[i]}; the signed root agrees with neither.", i);
        }

        if (ofEntries is { } root)
        {
            _findings.Add(FindingKind.RootWrong, $"The tree over the {checkpoint.Size} entries has the root {root}, and the checkpoint says {checkpoint.Root}: entries were changed after it was signed.", null, checkpoint.Size);
        }

        return ofEntries is null ? [.. walk.Entries.Select((e, i) => e ?? walk.Tiles[i])] : walk.Entries;
    }

    /// <summary>The cosigned checkpoints that the log keeps itself.</summary>
    private List<KeptCheckpoint> Own(LogReader reader)
    {
        List<KeptCheckpoint> own = [];
        string folder = reader.Tiles.PathOf(LogReader.CosignedName);
        string[] paths = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)] : [];
        foreach (string path in paths)
        {
            try
            {
                SignedCheckpoint signed = SignedCheckpoint.Read(path);
                string[] by = [.. signed.CosignaturesBy(options.Witnesses).Select(c => c.Witness.Name)];
                own.Add(new KeptCheckpoint(by.Length > 0 ? string.Join(" and ", by) : "the log itself", path, signed));
            }
            catch (Exception e) when (e is LogFormatException or IOException or UnauthorizedAccessException)
            {
                _findings.Add(FindingKind.FileDamaged, $"A cosigned checkpoint cannot be read: {e.Message}");
            }
        }

        return own;
    }
}

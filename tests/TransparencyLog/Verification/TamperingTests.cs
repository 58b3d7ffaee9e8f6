using JointWatch.TransparencyLog.Checkpoints;
using JointWatch.TransparencyLog.Notes;
using JointWatch.TransparencyLog.Tiles;
using JointWatch.TransparencyLog.Verification;

namespace JointWatch.TransparencyLog.Tests.Verification;

public sealed class TamperingTests : IDisposable
{
    private readonly TamperedLog _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public void A_log_that_was_left_alone_is_whole_and_the_report_says_who_saw_it_when()
    {
        _log.Make(Entries.Run(0, 4), Entries.Run(4, 3), Entries.Run(7, 300));
        _log.KeepReceipt("north", 5);
        _log.KeepCopy("south");

        VerificationReport report = _log.Verify();

        Assert.Empty(report.Findings);
        Assert.Equal((307, 307), (report.EntriesChecked, report.Checkpoint!.Size));
        Assert.Equal([("north", 4), ("south", 4), ("north", 7), ("south", 7), ("north", 307), ("south", 307)], report.Cosigned.Select(c => (c.Witness, c.Size)));
        Assert.Equal(Some.Time.AddSeconds(10), report.Cosigned[0].Time);
    }

    [Fact]
    public void A_rewritten_entry_is_found_by_the_parties_checkpoints_and_bracketed_by_them()
    {
        _log.Make(Entries.Run(0, 4), Entries.Run(4, 3), Entries.Run(7, 3));
        _log.Replace([.. Entries.Run(0, 5), Entries.By("north", 0.15, "something else"), .. Entries.Run(6, 4)]);

        VerificationReport report = _log.Verify();

        Finding[] history = [.. report.Findings.Where(f => f.Kind == FindingKind.HistoryChanged)];
        Assert.Equal(["north", "south"], history.Select(f => f.Party));
        Assert.All(history, f => Assert.Equal((4L, 7L), (f.Index!.Value, f.Size!.Value)));
        Assert.All(history, f => Assert.Contains("The first change is among entries 4 to 6 (the first 4 agree with a kept checkpoint).", f.Words, StringComparison.Ordinal));
    }

    [Fact]
    public void Checkpoints_after_each_entry_name_the_rewritten_entry_itself()
    {
        _log.Make(Entries.Run(0, 5), Entries.Run(5, 1), Entries.Run(6, 4));
        _log.Replace([.. Entries.Run(0, 5), Entries.By("north", 0.15, "something else"), .. Entries.Run(6, 4)]);

        Finding finding = _log.Verify().Findings.First(f => f.Party == "north");

        Assert.Equal((FindingKind.HistoryChanged, 5L), (finding.Kind, finding.Index!.Value));
        Assert.Contains("Entry 5 was changed", finding.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_rewritten_entry_is_named_by_a_receipt_or_a_copy(bool isCopy)
    {
        _log.Make(Entries.Run(0, 10));
        Keep(isCopy, 5);
        _log.Replace([.. Entries.Run(0, 5), Entries.By("north", 0.15, "something else"), .. Entries.Run(6, 6)]);

        Finding finding = Assert.Single(_log.Verify().Findings, f => f.Kind == FindingKind.EntryChanged);

        Assert.Equal((5L, 10L, "north"), (finding.Index!.Value, finding.Size!.Value, finding.Party));
        Assert.Contains("Entry 5 was rewritten", finding.Words, StringComparison.Ordinal);
        Assert.Contains(isCopy ? "the copy of north" : "the receipt kept by north", finding.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dropped_entry_is_named_by_a_copy()
    {
        _log.Make(Entries.Run(0, 10));
        _log.KeepCopy("north");
        _log.Replace([.. Entries.Run(0, 3), .. Entries.Run(5, 7)]);

        Finding finding = Assert.Single(_log.Verify().Findings, f => f.Kind == FindingKind.EntryDropped);

        Assert.Equal((3L, "north"), (finding.Index!.Value, finding.Party));
        Assert.StartsWith("Entries 3 to 4 were dropped", finding.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dropped_entry_is_shown_by_a_receipt_for_it_and_by_those_for_what_followed()
    {
        _log.Make(Entries.Run(0, 10));
        _log.KeepReceipt("north", 3);
        _log.KeepReceipt("south", 8);
        _log.Replace([.. Entries.Run(0, 3), .. Entries.Run(4, 7)]);

        IReadOnlyList<Finding> findings = _log.Verify().Findings;

        Finding gone = Assert.Single(findings, f => f.Party == "north" && f.Kind == FindingKind.EntryChanged);
        Assert.Equal(3, gone.Index);
        Assert.Contains("that is nowhere in the log", gone.Words, StringComparison.Ordinal);
        Finding moved = Assert.Single(findings, f => f.Party == "south" && f.Kind == FindingKind.EntryMoved);
        Assert.Equal(8, moved.Index);
        Assert.Contains("it is at 7 now", moved.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_dropped_at_the_end_are_found()
    {
        _log.Make(Entries.Run(0, 6), Entries.Run(6, 4));
        _log.KeepReceipt("south", 9);
        _log.KeepCopy("north");
        _log.Replace(Entries.Run(0, 6));

        IReadOnlyList<Finding> findings = _log.Verify().Findings;

        Finding shrunk = findings.First(f => f.Kind == FindingKind.LogShrunk);
        Assert.Equal((6L, 10L), (shrunk.Index!.Value, shrunk.Size!.Value));
        Assert.Contains("entries 6 to 9 were dropped", shrunk.Words, StringComparison.Ordinal);
        Assert.Contains(findings, f => f.Kind == FindingKind.EntryDropped && f.Party == "south" && f.Index == 9);
        Assert.Contains(findings, f => f.Kind == FindingKind.EntryDropped && f.Party == "north" && f.Words.StartsWith("Entries 6 to 9", StringComparison.Ordinal));
    }

    [Fact]
    public void Entries_in_another_order_are_named_with_the_places_where_they_stand_now()
    {
        _log.Make(Entries.Run(0, 10));
        _log.KeepCopy("north");
        _log.KeepReceipt("south", 4);
        ReadOnlyMemory<byte>[] entries = Entries.Run(0, 10);
        (entries[4], entries[7]) = (entries[7], entries[4]);
        _log.Replace(entries);

        IReadOnlyList<Finding> findings = [.. _log.Verify().Findings.Where(f => f.Kind == FindingKind.EntryMoved)];

        Assert.Equal([("south", 4), ("north", 4), ("north", 7)], findings.Select(f => (f.Party!, f.Index!.Value)));
        Assert.All(findings.Take(2), f => Assert.Contains("it is at 7 now", f.Words, StringComparison.Ordinal));
    }

    [Fact]
    public void An_entry_put_in_afterwards_is_named()
    {
        _log.Make(Entries.Run(0, 10));
        _log.KeepCopy("north");
        _log.Replace([.. Entries.Run(0, 6), Entries.By("north", 0.17, "put in"), .. Entries.Run(6, 4)]);

        Finding finding = Assert.Single(_log.Verify().Findings, f => f.Kind == FindingKind.EntryInserted);

        Assert.Equal(6, finding.Index);
        Assert.StartsWith("Entry 6 was put in: by the copy of north", finding.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fork_is_found_and_names_the_party_that_was_shown_the_other_branch()
    {
        _log.Make(Entries.Run(0, 6), Entries.Run(6, 4));
        _log.Forget("south");
        _log.Replace([.. Entries.Run(0, 8), Entries.By("north", 0.24, "for south's eyes"), .. Entries.Run(9, 1)]);

        Finding finding = Assert.Single(_log.Verify().Findings, f => f.Kind == FindingKind.LogForked);

        Assert.Equal(("north", 10L, 6L), (finding.Party, finding.Size!.Value, finding.Index!.Value));
        Assert.Contains("The log has signed two trees of 10 entries", finding.Words, StringComparison.Ordinal);
        Assert.Contains("among entries 6 to 9", finding.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_thief_of_the_folder_without_the_key_is_found_by_the_root_alone()
    {
        _log.Make(Entries.Run(0, 300));
        byte[] checkpoint = File.ReadAllBytes(Path.Combine(_log.Folder, "checkpoint"));
        _log.Replace([.. Entries.Run(0, 200), Entries.By("north", 6, "changed"), .. Entries.Run(201, 99)]);
        File.WriteAllBytes(Path.Combine(_log.Folder, "checkpoint"), checkpoint);

        Finding finding = Assert.Single(_log.Verify().Findings);

        Assert.Equal((FindingKind.RootWrong, 300L), (finding.Kind, finding.Size!.Value));
    }

    [Fact]
    public void An_entry_changed_on_the_disk_is_named_by_the_log_alone()
    {
        _log.Make(Entries.Run(0, 300));
        Change("tile/entries/000", bytes => bytes[^1] ^= 1);

        Finding finding = Assert.Single(_log.Verify().Findings);

        Assert.Equal((FindingKind.EntryChanged, 255L), (finding.Kind, finding.Index!.Value));
        Assert.Contains("Entry 255 was rewritten: by the signed tree", finding.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_cut_out_of_a_bundle_on_the_disk_is_named_by_the_log_alone()
    {
        _log.Make(Entries.Run(0, 10));
        string path = Path.Combine(_log.Folder, "tile", "entries", "000.p", "10");
        IReadOnlyList<ReadOnlyMemory<byte>> entries = EntryBundle.Decode(File.ReadAllBytes(path), 10);
        File.WriteAllBytes(path, EntryBundle.Encode([.. entries.Take(2), .. entries.Skip(3)]));

        IReadOnlyList<Finding> findings = _log.Verify().Findings;

        Finding dropped = Assert.Single(findings, f => f.Kind == FindingKind.EntryDropped);
        Assert.Equal(2, dropped.Index);
        Assert.Contains(findings, f => f.Kind == FindingKind.FileDamaged);
    }

    [Theory]
    [InlineData("tile/0/000", 40, 1L)] // The leaf hash of entry 1.
    [InlineData("tile/1/000.p/1", 3, 0L)] // The root over the first 256.
    public void A_hash_changed_in_a_tile_is_named(string tile, int at, long index)
    {
        _log.Make(Entries.Run(0, 300));
        Change(tile, bytes => bytes[at] ^= 0x80);

        IReadOnlyList<Finding> findings = _log.Verify().Findings;

        Assert.Contains(findings, f => f.Kind == FindingKind.TileWrong && f.Index == index);
        Assert.All(findings, f => Assert.Equal(FindingKind.TileWrong, f.Kind));
    }

    [Fact]
    public void A_checkpoint_of_another_key_of_another_log_or_with_false_signatures_is_named()
    {
        _log.Make(Entries.Run(0, 4));
        SignedCheckpoint good = new LogReader(_log.Folder).ReadCheckpoint();
        using SigningKey stranger = Some.Key(Some.Origin, 9);
        NoteSignature cosignature = good.Note.Signatures.Single(s => s.KeyName == "north");
        byte[] spoilt = cosignature.Signature.ToArray();
        spoilt[20] ^= 1;

        Assert.Equal([FindingKind.SignatureMissing], KindsWith(SignedCheckpoint.Sign(good.Checkpoint, stranger).ToBytes()));
        Assert.Equal([FindingKind.SignatureFalse], KindsWith(new SignedNote(good.Note.Text + "more\n", good.Note.Signatures.Where(s => s.KeyName == Some.Origin).ToArray()).ToBytes()));
        Assert.Equal([FindingKind.CosignatureFalse], KindsWith(good.With(cosignature with { Signature = spoilt }).ToBytes()));
        Assert.Equal([FindingKind.OtherLog], KindsWith(SignedCheckpoint.Sign(good.Checkpoint with { Origin = "other" }, _log.LogKey).ToBytes()));
        Assert.Equal([FindingKind.FileDamaged], KindsWith([1, 2, 3]));

        IEnumerable<FindingKind> KindsWith(byte[] checkpoint)
        {
            File.WriteAllBytes(Path.Combine(_log.Folder, "checkpoint"), checkpoint);
            Directory.Delete(_log.Kept, recursive: true);
            _log.Keep("north", "1.checkpoint", good.ToBytes());
            return _log.Verify().Findings.Where(f => f.Party is null).Select(f => f.Kind);
        }
    }

    [Fact]
    public void What_a_party_keeps_that_the_log_never_signed_is_that_partys_fault()
    {
        _log.Make(Entries.Run(0, 4));
        using SigningKey stranger = Some.Key(Some.Origin, 9);
        _log.Keep("north", "made-up", SignedCheckpoint.Sign(new Checkpoint(Some.Origin, 3, Some.Hash("made up")), stranger).ToBytes());
        _log.Keep("south", "scribble", [1, 2, 3]);

        IReadOnlyList<Finding> findings = _log.Verify().Findings;

        Assert.Equal([(FindingKind.FileDamaged, "south"), (FindingKind.SignatureMissing, "north")], findings.Select(f => (f.Kind, f.Party!)));
    }

    [Fact]
    public void Too_few_cosignatures_are_a_finding_where_they_were_asked_for()
    {
        _log.Make(Entries.Run(0, 4));
        _log.Replace(Entries.Run(0, 4));

        VerificationReport report = new LogVerifier(_log.Options with { MinCosignatures = 1 }).VerifyFolder(_log.Folder);

        Finding finding = Assert.Single(report.Findings);
        Assert.Equal(FindingKind.CosignaturesTooFew, finding.Kind);
        Assert.Contains("cosigned by 0 of 2 witnesses; expected at least 1", finding.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_checkpoint_that_promises_more_than_any_disk_holds_is_answered_soon()
    {
        _log.Make(Entries.Run(0, 4));
        File.WriteAllBytes(Path.Combine(_log.Folder, "checkpoint"), SignedCheckpoint.Sign(new Checkpoint(Some.Origin, long.MaxValue, Some.Hash("a")), _log.LogKey).ToBytes());

        Assert.Contains(_log.Verify().Findings, f => f.Kind == FindingKind.FileDamaged);
    }

    [Fact]
    public void Of_a_thousand_bad_entries_the_first_hundred_are_listed()
    {
        _log.Make([.. Enumerable.Range(0, 1000).Select(i => Some.Entry(i))]);

        IReadOnlyList<Finding> findings = _log.Verify().Findings;

        Assert.Equal(101, findings.Count);
        Assert.Contains("900 more findings", findings[^1].Words, StringComparison.Ordinal);
        Assert.Equal("Entry 0: it is none of ours.", findings[0].Words);
    }

    private void Keep(bool isCopy, long index)
    {
        if (isCopy)
        {
            _log.KeepCopy("north");
        }
        else
        {
            _log.KeepReceipt("north", index);
        }
    }

    private void Change(string name, Action<byte[]> change)
    {
        string path = Path.Combine(_log.Folder, name);
        byte[] bytes = File.ReadAllBytes(path);
        change(bytes);
        File.WriteAllBytes(path, bytes);
    }
}

using System.Text;
using JointWatch.TransparencyLog.Checkpoints;
using JointWatch.TransparencyLog.Merkle;
using JointWatch.TransparencyLog.Notes;
using JointWatch.TransparencyLog.Receipts;
using JointWatch.TransparencyLog.Tests.Merkle;
using JointWatch.TransparencyLog.Tiles;
using JointWatch.TransparencyLog.Verification;

namespace JointWatch.TransparencyLog.Tests;

public sealed class LogTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SigningKey _key = Some.LogKey();

    public void Dispose()
    {
        _key.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_log_of_the_same_entries_and_key_is_the_one_that_another_log_program_made()
    {
        // github.com/transparency-dev/tessera, testdata/log: its entries, its key, its checkpoints.
        using SigningKey key = SigningKey.Parse("PRIVATE+KEY+example.com/log/testdata+33d7b496+AeymY/SZAX0jZcJ8enZ5FY1Dz+wTML2yWSkK+9DSF3eg");
        string[] words = ["one", "two", "three", "four", "five", "six", "seven", "eit", "nain", "ten", "ileven", "twelf", "threeten", "fourten", "fivten"];
        Dictionary<long, string> roots = new()
        {
            [0] = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
            [1] = "0Nc2CrefWKseHj/mStd+LqC8B+NrX0btIiPt2SmN+ek=",
            [2] = "T1X2GdkhUjV3iyufF9b0kVsWFxIU0VI4EpNml2Teci4=",
            [3] = "Wqx3HImawpLnS/Gv4ubjAvi1WIOy0b8Ze0amvqbavKk=",
            [5] = "gy5gl3aksFyiCO95a/1vLXz88A3dRq+0l9Sxte8ZqZQ=",
            [8] = "bC+VwvrJbalNVjfkdI8kUgs7mJoXrqiXCE7bgnD28pY=",
            [15] = "rKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs=",
        };
        using Log log = Log.Create(_folder.Path, key);
        for (int i = 0; ; i++)
        {
            if (roots.TryGetValue(i, out string? root))
            {
                Assert.Equal(root, log.Checkpoint.Checkpoint.Root.ToString());
            }

            if (i == words.Length)
            {
                break;
            }

            Assert.Equal(i, log.Append(Encoding.ASCII.GetBytes(words[i])));
        }

        Assert.Equal(
            "example.com/log/testdata\n15\nrKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs=\n\n"
            + "— example.com/log/testdata M9e0luh4jTG+UMBqOUo9/q+yAEvx1ilBEniMvjf1zfcBOhg+CKubMt53MvIt/uEWP6zdkdIQzd/fmwlM/dlPWF74ewI=\n",
            File.ReadAllText(_folder["checkpoint"]));
        Assert.Equal(
            "00036f6e65000374776f000574687265650004666f7572000466697665000373697800057365"
            + "76656e000365697400046e61696e000374656e0006696c6576656e00057477656c6600087468726565746"
            + "56e0007666f757274656e000666697674656e",
            Convert.ToHexStringLower(File.ReadAllBytes(_folder["tile/entries/000.p/15"])));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(700)]
    public void The_files_of_a_log_are_the_tiles_that_the_specification_asks_for(int size)
    {
        using Log log = Log.Create(_folder.Path, _key);
        log.Append(Some.Entries(0, size));

        string[] files = [.. Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(_folder.Path, f).Replace('\\', '/')).Where(f => f != ".lock").Order(StringComparer.Ordinal)];
        TileName[] tiles = [.. TileName.OfLevel(null, size), .. TileName.OfLevel(0, size), .. TileName.OfLevel(1, size), .. TileName.OfLevel(2, size)];
        Assert.Equal(tiles.Select(t => t.Path).Append("checkpoint").Order(StringComparer.Ordinal), files);
    }

    [Fact]
    public void Each_tile_holds_the_tree_hashes_of_its_definition()
    {
        // Section Merkle Tree of https://c2sp.org/tlog-tiles: MTH(D[(n·256 + i)·256^l : (n·256 + i + 1)·256^l]).
        const int Size = 66_000;
        using Log log = Log.Create(_folder.Path, _key);
        for (int from = 0; from < Size; from += 3_000)
        {
            log.Append(Some.Entries(from, 3_000));
        }

        byte[][] entries = [.. Some.Entries(0, Size).Select(e => e.ToArray())];
        foreach ((TileName tile, int width) in ((TileName, int)[])[(new(0, 0, 256), 1), (new(0, 257, 208), 1), (new(1, 0, 256), 256), (new(1, 1, 1), 256), (new(2, 0, 1), 65_536)])
        {
            TreeHash[] hashes = log.Reader.Tiles.ReadHashes(tile);
            for (int i = 0; i < tile.Width; i += 85)
            {
                int at = (int)((tile.Index * 256) + i) * width;
                Assert.Equal(Definition.Mth(entries.AsSpan(at, width)), hashes[i].ToArray());
            }
        }

        Assert.Equal(Definition.Mth(entries), log.Checkpoint.Checkpoint.Root.ToArray());
        InclusionProof inclusion = log.Reader.ProveInclusion(65_535, Size);
        Assert.Equal(Definition.Path(65_535, entries), inclusion.Path.Select(h => h.ToArray()));
        Assert.Equal(Definition.Proof(40_000, entries), log.Reader.ProveConsistency(40_000, Size).Path.Select(h => h.ToArray()));
    }

    [Fact]
    public void A_log_that_is_opened_again_goes_on_where_it_was_at_every_size()
    {
        Log.Create(_folder.Path, _key).Dispose();
        var expected = new CompactTree();
        foreach (int count in (int[])[1, 1, 3, 250, 1, 1, 255, 513, 1])
        {
            using Log log = Log.Open(_folder.Path, _key);
            Assert.Equal((expected.Size, expected.Root), (log.Size, log.Checkpoint.Checkpoint.Root));
            long first = log.Append(Some.Entries(expected.Size, count));
            Assert.Equal(expected.Size, first);
            foreach (ReadOnlyMemory<byte> entry in Some.Entries(expected.Size, count))
            {
                expected.Append(MerkleHasher.Leaf(entry.Span));
            }

            Assert.Equal((expected.Size, expected.Root), (log.Size, log.Checkpoint.Checkpoint.Root));
        }

        var reader = new LogReader(_folder.Path);
        Assert.Equal(
            Some.Entries(0, (int)expected.Size).Select(e => Encoding.UTF8.GetString(e.Span)),
            reader.ReadEntries(0, expected.Size, expected.Size).Select(e => Encoding.UTF8.GetString(e.Entry.Span)));
        Assert.Equal("entry 300", Encoding.UTF8.GetString(reader.ReadEntry(300, expected.Size).Span));
        Assert.Equal(300, reader.ReadEntries(300, 302, expected.Size).First().Index);
    }

    [Fact]
    public void Old_partial_tiles_go_when_the_full_one_is_there_and_their_readers_find_that()
    {
        using Log log = Log.Create(_folder.Path, _key);
        log.Append(Some.Entries(0, 10));
        Assert.True(File.Exists(_folder["tile/0/000.p/10"]));
        log.Append(Some.Entries(10, 300));

        Assert.False(Directory.Exists(_folder["tile/0/000.p"]));
        Assert.False(Directory.Exists(_folder["tile/entries/000.p"]));
        Assert.Equal("entry 9", Encoding.UTF8.GetString(log.Reader.ReadEntry(9, 10).Span));
        Assert.Equal(Definition.Mth([.. Some.Entries(0, 10).Select(e => e.ToArray())]), log.Reader.RootAt(10).ToArray());
    }

    [Fact]
    public void A_log_can_tell_what_it_was_at_any_size_also_where_it_had_no_checkpoint()
    {
        using Log log = Log.Create(_folder.Path, _key);
        log.Append(Some.Entries(0, 10));
        log.Append(Some.Entries(10, 500));
        byte[][] entries = [.. Some.Entries(0, 510).Select(e => e.ToArray())];
        for (int size = 0; size <= 510; size += 7)
        {
            Assert.Equal(Definition.Mth(entries.AsSpan(0, size)), log.Reader.RootAt(size).ToArray());
        }

        Assert.Equal("entry 300", Encoding.UTF8.GetString(log.Reader.ReadEntry(300, 301).Span));
    }

    [Fact]
    public void An_entry_too_long_is_refused_and_nothing_of_its_batch_is_there()
    {
        using Log log = Log.Create(_folder.Path, _key);

        ArgumentException refused = Assert.Throws<ArgumentException>(() => log.Append([Some.Entry(0), new byte[65_536]]));

        Assert.Contains("65536 bytes; expected at most 65535", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, log.Size);
        Assert.Equal(0, log.Append(new byte[65_535]));
        Assert.Equal(1, log.Append(ReadOnlyMemory<byte>.Empty));
    }

    [Fact]
    public void A_caller_may_use_its_buffer_again()
    {
        using Log log = Log.Create(_folder.Path, _key);
        byte[] buffer = [1];
        log.Append(buffer);
        buffer[0] = 2;
        log.Append(buffer);

        Assert.Equal([1], log.Reader.ReadEntry(0, 2).ToArray());
        Assert.Equal([2], log.Reader.ReadEntry(1, 2).ToArray());
    }

    [Fact]
    public void Only_one_program_at_a_time_writes_a_log_and_no_log_is_made_over_another()
    {
        using (Log.Create(_folder.Path, _key))
        {
            Assert.Throws<IOException>(() => Log.Open(_folder.Path, _key));
        }

        Assert.Throws<IOException>(() => Log.Create(_folder.Path, _key));
        Log.OpenOrCreate(_folder.Path, _key).Dispose();
    }

    [Fact]
    public void A_log_is_not_opened_with_another_key()
    {
        Log.Create(_folder.Path, _key).Dispose();
        using SigningKey other = Some.Key(Some.Origin, 9);

        Assert.Contains("expected a signature by", Assert.Throws<LogFormatException>(() => Log.Open(_folder.Path, other)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Log.Open(_folder.Path, Some.WitnessKey("w")));
    }

    [Fact]
    public void Cosignatures_of_known_witnesses_are_kept_with_the_checkpoint_that_they_are_for()
    {
        using SigningKey north = Some.WitnessKey("north.example");
        using SigningKey stranger = Some.WitnessKey("stranger.example", 3);
        using Log log = Log.Create(_folder.Path, _key, new LogOptions { Witnesses = [north.Verifier] });
        log.Append(Some.Entries(0, 3));
        SignedCheckpoint at3 = log.Checkpoint;
        log.AddCosignature(at3, Cosignature.Sign(at3, north, Some.Time));
        Assert.Single(log.Checkpoint.CosignaturesBy([north.Verifier]));

        log.Append(Some.Entry(3));
        Assert.Empty(log.Checkpoint.CosignaturesBy([north.Verifier]));
        Assert.Equal([3], log.Reader.CosignedSizes());
        Assert.Throws<ArgumentException>(() => log.AddCosignature(log.Checkpoint, Cosignature.Sign(log.Checkpoint, stranger, Some.Time)));
        Assert.Throws<ArgumentException>(() => log.AddCosignature(log.Checkpoint, Cosignature.Sign(at3, north, Some.Time)));
        Assert.Throws<ArgumentException>(() => log.AddCosignature(SignedCheckpoint.Sign(at3.Checkpoint, stranger.As(SignatureType.Ed25519)), Cosignature.Sign(at3, north, Some.Time)));

        Assert.Throws<ArgumentException>(() => AddTo(SignedCheckpoint.Sign(new Checkpoint(Some.Origin, 3, Some.Hash("another")), _key)));
        Assert.Throws<ArgumentException>(() => AddTo(SignedCheckpoint.Sign(new Checkpoint(Some.Origin, 5, Some.Hash("beyond")), _key)));

        // A receipt is made under what witnesses have seen, where that covers it.
        Assert.Equal(3, log.Reader.MakeReceipt(1).Checkpoint.Checkpoint.Size);
        Assert.Equal(4, log.Reader.MakeReceipt(3).Checkpoint.Checkpoint.Size);

        void AddTo(SignedCheckpoint checkpoint) => log.AddCosignature(checkpoint, Cosignature.Sign(checkpoint, north, Some.Time));
    }

    [Fact]
    public void A_log_with_a_timestamper_says_when_it_signed()
    {
        using SigningKey stamper = _key.As(SignatureType.Cosignature);
        using Log log = Log.Create(_folder.Path, _key, new LogOptions { Timestamper = stamper, Time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Some.Time) });
        log.Append(Some.Entry(0));

        Assert.Equal(Some.Time, Assert.Single(log.Checkpoint.CosignaturesBy([stamper.Verifier])).Time);
        Assert.True(new LogVerifier(new LogVerifierOptions { LogKeys = [_key.Verifier], Witnesses = [stamper.Verifier], MinCosignatures = 1 }).VerifyFolder(_folder.Path).IsWhole);
    }

    [Fact]
    public void Every_receipt_of_a_log_verifies_and_none_for_another_entry()
    {
        using Log log = Log.Create(_folder.Path, _key);
        log.Append(Some.Entries(0, 300));
        var verifier = new LogVerifier(new LogVerifierOptions { LogKeys = [_key.Verifier] });
        for (int i = 0; i < 300; i += 13)
        {
            Receipt receipt = Receipt.Parse(log.Reader.MakeReceipt(i).ToBytes());

            Assert.True(verifier.VerifyReceipt(receipt).IsWhole);
            Assert.Equal(Some.Entry(i).ToArray(), receipt.Entry!.Value.ToArray());
            Assert.False(verifier.VerifyReceipt(receipt with { Entry = Some.Entry(i + 1) }).IsWhole);
            Assert.False(verifier.VerifyReceipt(receipt with { Index = i + 1 }).IsWhole);
        }
    }
}

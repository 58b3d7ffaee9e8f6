using JointWatch.TransparencyLog.Merkle;
using JointWatch.TransparencyLog.Notes;
using JointWatch.TransparencyLog.Verification;

namespace JointWatch.TransparencyLog.Tests;

public sealed class CrashTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SigningKey _key = Some.LogKey();

    public void Dispose()
    {
        _key.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_log_that_is_stopped_before_any_step_has_the_batch_whole_or_not_at_all_and_goes_on_with_other_entries()
    {
        // 250 entries are there; the batch of 20 fills a tile and begins the next.
        int steps = 0;
        while (true)
        {
            string at = _folder[$"stopped-{steps}"];
            MakeLog(at, 250);
            int left = steps;
            bool isWhole = true;
            using (Log log = Log.Open(at, _key, null, _ => Stop(left-- == 0)))
            {
                try
                {
                    log.Append(Some.Entries(250, 20));
                }
                catch (IOException)
                {
                    isWhole = false;
                }
            }

            using (Log again = Log.Open(at, _key))
            {
                Assert.True(again.Size is 250 or 270, $"stopped before step {steps}: {again.Size} entries");
                again.Append(Some.Entries(9000, 30));
                Assert.Equal(again.Size == 280 ? 250 : 270, again.Size - 30);
            }

            Assert.Empty(new LogVerifier(new LogVerifierOptions { LogKeys = [_key.Verifier] }).VerifyFolder(at).Findings);
            if (isWhole)
            {
                break;
            }

            steps++;
        }

        Assert.InRange(steps, 12, 60);
    }

    [Fact]
    public void After_a_failure_at_the_checkpoint_the_log_wants_to_be_opened_again()
    {
        MakeLog(_folder.Path, 3);
        using Log log = Log.Open(_folder.Path, _key, null, step => Stop(step.StartsWith("rename", StringComparison.Ordinal) && step.EndsWith("checkpoint", StringComparison.Ordinal)));

        Assert.Throws<IOException>(() => log.Append(Some.Entry(3)));

        Assert.Contains("opened again", Assert.Throws<IOException>(() => log.Append(Some.Entry(4))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_failure_before_the_checkpoint_the_log_goes_on()
    {
        MakeLog(_folder.Path, 3);
        bool isFull = true;
        using Log log = Log.Open(_folder.Path, _key, null, _ => Stop(isFull));

        Assert.Throws<IOException>(() => log.Append(Some.Entry(3)));
        isFull = false;

        Assert.Equal(3, log.Append(Some.Entry(4)));
    }

    [Fact]
    public void A_file_of_the_log_cut_anywhere_is_found_at_the_opening_or_by_the_verifier_and_named()
    {
        const int Size = 300;
        string whole = _folder["whole"];
        MakeLog(whole, Size);
        string[] files = [.. Directory.EnumerateFiles(whole, "*", SearchOption.AllDirectories).Where(f => !Path.GetFileName(f).StartsWith('.'))];
        Assert.Equal(6, files.Length);
        var verifier = new LogVerifier(new LogVerifierOptions { LogKeys = [_key.Verifier] });
        foreach (string file in files)
        {
            byte[] bytes = File.ReadAllBytes(file);
            string name = Path.GetRelativePath(whole, file);
            bool isFullBundle = name == Path.Combine("tile", "entries", "000");
            for (int length = 0; length < bytes.Length; length += Math.Max(1, bytes.Length / 61))
            {
                File.WriteAllBytes(file, bytes[..length]);
                VerificationReport report = verifier.VerifyFolder(whole);
                Assert.Contains(report.Findings, f => f.Kind == FindingKind.FileDamaged && f.Words.Contains(name.Replace('\\', '/'), StringComparison.Ordinal));

                // The length of a full bundle is not known beforehand, and its bytes are for the verifier to look at.
                if (!isFullBundle || length < 512)
                {
                    LogFormatException refused = Assert.Throws<LogFormatException>(() => Log.Open(whole, _key));
                    Assert.Contains(name, refused.Message, StringComparison.Ordinal);
                }
            }

            File.Delete(file);
            Assert.False(verifier.VerifyFolder(whole).IsWhole);
            Assert.ThrowsAny<Exception>(() => Log.Open(whole, _key));
            File.WriteAllBytes(file, bytes);
        }

        Assert.True(verifier.VerifyFolder(whole).IsWhole);
    }

    [Fact]
    public void A_torn_bundle_still_gives_the_entries_before_the_tear()
    {
        MakeLog(_folder.Path, 10);
        string bundle = _folder["tile/entries/000.p/10"];
        File.WriteAllBytes(bundle, File.ReadAllBytes(bundle)[..(4 * 9)]); // Four entries of "entry N" with their lengths.

        VerificationReport report = new LogVerifier(new LogVerifierOptions { LogKeys = [_key.Verifier] }).VerifyFolder(_folder.Path);

        Finding finding = Assert.Single(report.Findings);
        Assert.Equal((FindingKind.FileDamaged, 4L), (finding.Kind, finding.Index!.Value));
        Assert.StartsWith("Entries 4 to 9 cannot be read", finding.Words, StringComparison.Ordinal);
        Assert.Equal(4, report.EntriesChecked);
    }

    [Fact]
    public void What_lies_beyond_the_checkpoint_is_not_there()
    {
        MakeLog(_folder.Path, 10);
        byte[] checkpoint = File.ReadAllBytes(_folder["checkpoint"]);
        using (Log log = Log.Open(_folder.Path, _key))
        {
            log.Append(Some.Entries(10, 500));
        }

        File.WriteAllBytes(_folder["checkpoint"], checkpoint);

        using Log again = Log.Open(_folder.Path, _key);
        Assert.Equal(10, again.Size);
        Assert.Equal(10, again.Append(Some.Entry(10)));
        Assert.Equal(11, new LogReader(_folder.Path).ReadEntries(0, 11, 11).Count());
        Assert.True(new LogVerifier(new LogVerifierOptions { LogKeys = [_key.Verifier] }).VerifyFolder(_folder.Path).IsWhole);
    }

    [Fact]
    public void An_entry_or_tile_changed_at_the_edge_is_found_at_the_opening()
    {
        MakeLog(_folder.Path, 10);
        foreach (string name in (string[])["tile/entries/000.p/10", "tile/0/000.p/10"])
        {
            byte[] bytes = File.ReadAllBytes(_folder[name]);
            bytes[^1] ^= 1;
            File.WriteAllBytes(_folder[name], bytes);
            Assert.Throws<LogFormatException>(() => Log.Open(_folder.Path, _key));
            bytes[^1] ^= 1;
            File.WriteAllBytes(_folder[name], bytes);
        }

        Log.Open(_folder.Path, _key).Dispose();
        Assert.NotEqual(MerkleHasher.EmptyRoot, new LogReader(_folder.Path).RootAt(10));
    }

    private static void Stop(bool now)
    {
        if (now)
        {
            throw new IOException("The power is gone.");
        }
    }

    private void MakeLog(string folder, int entries)
    {
        using Log log = Log.Create(folder, _key);
        log.Append(Some.Entries(0, entries));
    }
}

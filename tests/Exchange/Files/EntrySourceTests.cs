using CsCheck;
using JointWatch.Exchange.Files;
using JointWatch.Exercises;

namespace JointWatch.Exchange.Tests.Files;

/// <summary>Files laid out by hand after c2sp.org/tlog-tiles.</summary>
public sealed class EntrySourceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jointwatch-log-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_log_s_folder_is_read_over_whole_bundles_and_the_partial_one()
    {
        Bundle("000", 256, 0);
        Bundle("001.p/3", 3, 256);
        Checkpoint(259);

        (long Index, ReadOnlyMemory<byte> Entry)[] entries = [.. EntrySource.Read(_folder)];
        Assert.Equal(Enumerable.Range(0, 259).Select(i => (long)i), entries.Select(e => e.Index));
        Assert.All(entries, e => Assert.Equal(BitConverter.GetBytes(e.Index), e.Entry.ToArray()));
    }

    [Fact]
    public void What_lies_beyond_the_checkpoint_is_not_in_the_log()
    {
        Bundle("000", 256, 0);
        Checkpoint(10);

        Assert.Equal(10, EntrySource.Read(_folder).Count());
    }

    [Fact]
    public void What_is_torn_or_gone_is_named()
    {
        Checkpoint(300);
        Assert.Contains("can be read", Refused(), StringComparison.Ordinal);
        Bundle("000", 200, 0);
        Assert.Contains("entries is '200'; expected 256 or more, for the checkpoint says 300 in all", Refused(), StringComparison.Ordinal);
        File.WriteAllBytes(Path.Combine(_folder, "tile", "entries", "000"), [0, 5, 1]);
        Assert.Contains("entry 0 is '3 bytes'; expected 7 bytes", Refused(), StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_folder, "checkpoint"), "centre\nmany\n");
        Assert.Contains("(2): size is 'many'", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_are_read_from_a_file_as_they_were_written() => Gen.Byte.Array[0, 300].Array[0, 20].Sample(
        entries =>
        {
            byte[] bundle = EntryBundle.Write(entries.Select(e => (ReadOnlyMemory<byte>)e));
            Assert.Equal(entries, EntryBundle.Read(bundle, "log").Select(e => e.ToArray()));
            if (bundle.Length > 0)
            {
                // Cut short by a byte, the last entry is missing or refused.
                Assert.ThrowsAny<InvalidInputException>(() => EntryBundle.Read(bundle.AsMemory(0, bundle.Length - 1), "log"));
            }
        },
        iter: 500,
        threads: 1);

    private string Refused() => Assert.Throws<InvalidInputException>(() => EntrySource.Read(_folder).Count()).Message;

    private void Checkpoint(int size) => File.WriteAllText(Path.Combine(_folder, "checkpoint"), $"centre.example\n{size}\nAAAA\n\n— centre.example AAAA\n");

    private void Bundle(string name, int count, long from)
    {
        string path = Path.Combine(_folder, "tile", "entries", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, EntryBundle.Write(Enumerable.Range(0, count).Select(i => (ReadOnlyMemory<byte>)BitConverter.GetBytes(from + i))));
    }
}

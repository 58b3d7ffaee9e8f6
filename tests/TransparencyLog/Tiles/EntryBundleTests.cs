using CsCheck;
using JointWatch.TransparencyLog.Tiles;

namespace JointWatch.TransparencyLog.Tests.Tiles;

public sealed class EntryBundleTests
{
    [Fact]
    public void Each_entry_stands_behind_its_length_high_byte_first()
    {
        // https://c2sp.org/tlog-tiles, Log entries: big-endian uint16 length-prefixed.
        byte[] bytes = EntryBundle.Encode([new byte[] { 7 }, Array.Empty<byte>(), new byte[258]]);

        Assert.Equal([0, 1, 7, 0, 0, 1, 2], bytes[..7]);
        Assert.Equal(7 + 258, bytes.Length);
    }

    [Fact]
    public void What_was_written_is_read_again()
    {
        Gen.Byte.Array[0, 300].Array[1, 20].Sample(entries =>
        {
            byte[] bytes = EntryBundle.Encode([.. entries.Select(e => (ReadOnlyMemory<byte>)e)]);
            Assert.Equal(entries, EntryBundle.Decode(bytes, entries.Length).Select(e => e.ToArray()));
        });
    }

    [Fact]
    public void The_longest_entry_has_65535_bytes()
    {
        Assert.Equal(65_535, EntryBundle.Decode(EntryBundle.Encode([new byte[65_535]]), 1)[0].Length);
        Assert.Throws<ArgumentException>(() => EntryBundle.Encode([new byte[65_536]]));
    }

    [Fact]
    public void A_bundle_cut_anywhere_or_with_more_behind_it_is_refused()
    {
        byte[] bytes = EntryBundle.Encode(Some.Entries(0, 3));
        for (int length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<LogFormatException>(() => EntryBundle.Decode(bytes.AsMemory(0, length), 3));
        }

        Assert.Throws<LogFormatException>(() => EntryBundle.Decode((byte[])[.. bytes, 0], 3));
        Assert.Throws<LogFormatException>(() => EntryBundle.Decode(bytes, 2));
        Assert.Throws<LogFormatException>(() => EntryBundle.Decode(bytes, 4));
    }
}

using System.Text;
using JointWatch.TransparencyLog.Receipts;

namespace JointWatch.TransparencyLog.Tests.Receipts;

public sealed class ReceiptTests
{
    [Fact]
    public void A_receipt_is_written_as_the_specification_has_it()
    {
        // https://c2sp.org/tlog-proof, Format.
        var receipt = new Receipt(3, [Some.Hash("a"), Some.Hash("b")], Some.Checkpoint(), Encoding.ASCII.GetBytes("Hello"));

        string text = Encoding.UTF8.GetString(receipt.ToBytes());

        Assert.StartsWith(
            $"c2sp.org/tlog-proof@v1\nextra SGVsbG8=\nindex 3\n{Some.Hash("a")}\n{Some.Hash("b")}\n\n{Some.Origin}\n7\n",
            text,
            StringComparison.Ordinal);
        Assert.Equal(text, Encoding.UTF8.GetString(Receipt.Parse(receipt.ToBytes()).ToBytes()));
    }

    [Fact]
    public void A_receipt_needs_neither_entry_nor_hashes()
    {
        var receipt = new Receipt(0, [], Some.Checkpoint(1), null);

        Receipt read = Receipt.Parse(receipt.ToBytes());

        Assert.Null(read.Entry);
        Assert.Empty(read.Path);
        Assert.Equal(0, Receipt.Parse((receipt with { Entry = ReadOnlyMemory<byte>.Empty }).ToBytes()).Entry!.Value.Length);
    }

    [Theory]
    [InlineData("c2sp.org/tlog-proof@v1", "c2sp.org/tlog-proof@v2", "first line")]
    [InlineData("extra SGVsbG8=", "extra SGVsbG8", "extra")]
    [InlineData("index 3", "index 03", "index")]
    [InlineData("index 3", "index -3", "index")]
    [InlineData("index 3", "extra AA==", "index")]
    [InlineData("index 3\n", "index 3\nAAAA\n", "hash 1")]
    public void What_is_no_receipt_is_refused_by_line(string good, string bad, string words)
    {
        var receipt = new Receipt(3, [Some.Hash("a")], Some.Checkpoint(), Encoding.ASCII.GetBytes("Hello"));
        string text = Encoding.UTF8.GetString(receipt.ToBytes()).Replace(good, bad, StringComparison.Ordinal);

        Assert.Contains(words, Assert.Throws<LogFormatException>(() => Receipt.Parse(Encoding.UTF8.GetBytes(text))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_longer_than_any_tree_is_refused() =>
        Assert.Throws<LogFormatException>(() =>
            Receipt.Parse(new Receipt(3, [.. Enumerable.Repeat(Some.Hash("a"), 64)], Some.Checkpoint(), null).ToBytes()));
}

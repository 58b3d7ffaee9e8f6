using JointWatch.Station.Journal;
using JointWatch.Tracking;

namespace JointWatch.Station.Tests.Journal;

public sealed class JournalFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jointwatch-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_written_is_read_again_in_order_after_the_file_was_closed()
    {
        JournalEntry[] written =
        [
            new(1, new UtcMicroseconds(10), EntryKind.Start, "", "0.1.0"u8.ToArray()),
            new(2, new UtcMicroseconds(20), EntryKind.Message, Some.ReportTopic, new byte[] { 1, 2, 3 }),
            new(3, new UtcMicroseconds(15), EntryKind.Tick, "", ReadOnlyMemory<byte>.Empty),
        ];
        using (JournalFile journal = JournalFile.Open(_folder))
        {
            journal.Append(written[..2]);
            journal.Append(written[2..]);
        }

        List<JournalEntry> read = [.. JournalFile.Read(Path.Combine(_folder, JournalFile.FileName))];
        Assert.Equal(written.Select(Shown), read.Select(Shown));
        using JournalFile again = JournalFile.Open(_folder);
        Assert.Equal(3, again.LastNumber);
    }

    [Fact]
    public void A_journal_can_be_read_while_a_station_writes_it()
    {
        using JournalFile journal = JournalFile.Open(_folder);
        journal.Append([new JournalEntry(1, default, EntryKind.Tick, "", ReadOnlyMemory<byte>.Empty)]);
        foreach (JournalEntry entry in JournalFile.Read(Path.Combine(_folder, JournalFile.FileName)))
        {
            journal.Append([new JournalEntry(2, default, EntryKind.Tick, "", ReadOnlyMemory<byte>.Empty)]);
            Assert.Equal(1, entry.Number);
        }

        Assert.Equal(2, journal.LastNumber);
    }

    [Fact]
    public void A_batch_that_cannot_be_written_whole_is_not_written_at_all()
    {
        using JournalFile journal = JournalFile.Open(_folder);
        var entry = new JournalEntry(1, default, EntryKind.Tick, "", ReadOnlyMemory<byte>.Empty);
        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => journal.Append([entry, entry]));
        Assert.Equal(0, journal.LastNumber);
        Assert.Empty(JournalFile.Read(Path.Combine(_folder, JournalFile.FileName)));
    }

    private static string Shown(JournalEntry e) => $"{e.Number} {e.ReceivedAt.Value} {e.Kind} {e.Topic} {Convert.ToHexString(e.Payload.Span)}";
}

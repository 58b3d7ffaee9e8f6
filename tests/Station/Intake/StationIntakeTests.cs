using System.Threading.Channels;
using JointWatch.Station.Intake;
using JointWatch.Station.Journal;

namespace JointWatch.Station.Tests.Intake;

public sealed class StationIntakeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jointwatch-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_is_acknowledged_is_on_disk()
    {
        using JournalFile journal = JournalFile.Open(_folder);
        await using var intake = new StationIntake(journal, new IntakeOptions(), TimeProvider.System, _ => { });
        intake.Start();
        for (int i = 1; i <= 10; i++)
        {
            await intake.SubmitAsync(EntryKind.Message, Some.ReportTopic, new[] { (byte)i }, TestContext.Current.CancellationToken);
            Assert.Equal(i, JournalFile.Read(Path.Combine(_folder, JournalFile.FileName)).Last().Payload.Span[0]);
        }

        await DrainAsync(intake, 10);
    }

    [Fact]
    public async Task Many_senders_at_once_get_numbers_without_gaps_and_the_core_gets_all_in_order()
    {
        using JournalFile journal = JournalFile.Open(_folder);
        await using var intake = new StationIntake(journal, new IntakeOptions { MaxQueued = 50, MaxBatch = 7 }, TimeProvider.System, _ => { });
        intake.Start();
        const int Senders = 20;
        const int Each = 50;
        Task<List<JournalEntry>> processed = DrainAsync(intake, Senders * Each);
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(s => Task.Run(async () =>
        {
            for (int i = 0; i < Each; i++)
            {
                await intake.SubmitAsync(EntryKind.Message, $"{s}", new[] { (byte)i }, TestContext.Current.CancellationToken);
            }
        })));
        List<JournalEntry> entries = await processed;
        Assert.Equal(Enumerable.Range(1, Senders * Each).Select(n => (long)n), entries.Select(e => e.Number));
        foreach (IGrouping<string, JournalEntry> sender in entries.GroupBy(e => e.Topic))
        {
            Assert.Equal(Enumerable.Range(0, Each), sender.Select(e => (int)e.Payload.Span[0]));
        }
    }

    [Fact]
    public async Task While_the_disk_fails_nothing_is_acknowledged_and_afterwards_nothing_is_lost()
    {
        using JournalFile journal = JournalFile.Open(_folder);
        using var blocker = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_folder, JournalFile.FileName)};Pooling=False");
        blocker.Open();
        Execute(blocker, "CREATE TRIGGER full BEFORE INSERT ON entry BEGIN SELECT raise(ABORT, 'disk full'); END");
        var complained = new TaskCompletionSource();
        await using var intake = new StationIntake(journal, new IntakeOptions(), TimeProvider.System, _ => complained.TrySetResult());
        intake.Start();
        Task submitted = intake.SubmitAsync(EntryKind.Message, "t", new byte[] { 1 }, TestContext.Current.CancellationToken);
        await complained.Task;
        Assert.False(submitted.IsCompleted);
        Execute(blocker, "DROP TRIGGER full");
        await submitted;
        Assert.Single(JournalFile.Read(Path.Combine(_folder, JournalFile.FileName)));
        await DrainAsync(intake, 1);
    }

    [Fact]
    public async Task A_stopped_intake_takes_nothing()
    {
        using JournalFile journal = JournalFile.Open(_folder);
        var intake = new StationIntake(journal, new IntakeOptions(), TimeProvider.System, _ => { });
        intake.Start();
        await intake.DisposeAsync();
        await Assert.ThrowsAsync<ChannelClosedException>(
            () => intake.SubmitAsync(EntryKind.Message, "t", new byte[] { 1 }, TestContext.Current.CancellationToken));
    }

    private static void Execute(Microsoft.Data.Sqlite.SqliteConnection connection, string sql)
    {
        using Microsoft.Data.Sqlite.SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements stand above.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static async Task<List<JournalEntry>> DrainAsync(StationIntake intake, int count)
    {
        var entries = new List<JournalEntry>();
        while (entries.Count < count)
        {
            entries.AddRange(await intake.Written.ReadAsync(TestContext.Current.CancellationToken));
        }

        return entries;
    }
}

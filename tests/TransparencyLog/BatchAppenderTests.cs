using System.Threading.Channels;
using JointWatch.TransparencyLog.Checkpoints;
using JointWatch.TransparencyLog.Notes;
using Microsoft.Extensions.Time.Testing;

namespace JointWatch.TransparencyLog.Tests;

public sealed class BatchAppenderTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SigningKey _key = Some.LogKey();
    private readonly FakeTimeProvider _time = new(Some.Time);
    private readonly Channel<SignedCheckpoint> _checkpoints = Channel.CreateUnbounded<SignedCheckpoint>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _key.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_full_batch_is_written_without_waiting_and_under_one_checkpoint()
    {
        using Log log = Log.Create(_folder.Path, _key);
        await using BatchAppender appender = Appender(log, new BatchOptions { MaxBatch = 3, MaxWait = TimeSpan.FromDays(1) });

        long[] indexes = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => appender.AppendAsync(Some.Entry(i), Stop)));

        Assert.Equal([0, 1, 2], indexes);
        Assert.Equal(3, (await _checkpoints.Reader.ReadAsync(Stop)).Checkpoint.Size);
        Assert.Equal(3, log.Size);
    }

    [Fact]
    public async Task A_batch_that_does_not_fill_is_written_when_its_time_is_over()
    {
        using Log log = Log.Create(_folder.Path, _key);
        await using BatchAppender appender = Appender(log, new BatchOptions { MaxBatch = 100, MaxWait = TimeSpan.FromSeconds(1) });

        Task<long> first = appender.AppendAsync(Some.Entry(0), Stop);
        while (!first.IsCompleted)
        {
            // The appender starts its timer on a thread of its own: time goes on until that has happened and run out.
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        Assert.Equal(0, await first);
        Assert.Equal(1, log.Size);
    }

    [Fact]
    public async Task What_waits_is_written_when_the_appender_is_closed_and_nothing_is_taken_afterwards()
    {
        using Log log = Log.Create(_folder.Path, _key);
        BatchAppender appender = Appender(log, new BatchOptions { MaxBatch = 100, MaxWait = TimeSpan.FromDays(1) });
        Task<long>[] waiting = [.. Enumerable.Range(0, 5).Select(i => appender.AppendAsync(Some.Entry(i), Stop))];

        await appender.DisposeAsync();

        long[] indexes = await Task.WhenAll(waiting);
        Assert.Equal([0, 1, 2, 3, 4], indexes);
        await Assert.ThrowsAsync<ChannelClosedException>(() => appender.AppendAsync(Some.Entry(5), Stop));
    }

    [Fact]
    public async Task Entries_of_many_threads_are_each_once_in_the_log_at_the_index_they_were_told()
    {
        using Log log = Log.Create(_folder.Path, _key);
        BatchAppender appender = Appender(log, new BatchOptions { MaxBatch = 16, MaxWait = TimeSpan.FromDays(1), MaxWaiting = 1 });
        Task<long>[] told = [.. Enumerable.Range(0, 320).Select(i => Task.Run(() => appender.AppendAsync(Some.Entry(i), Stop), Stop))];
        long[] indexes = await Task.WhenAll(told);
        await appender.DisposeAsync();

        Assert.Equal(Enumerable.Range(0, 320).Select(i => (long)i), indexes.Order());
        for (int i = 0; i < indexes.Length; i++)
        {
            Assert.Equal(Some.Entry(i).ToArray(), log.Reader.ReadEntry(indexes[i], 320).ToArray());
        }
    }

    [Fact]
    public async Task A_disk_that_fails_is_told_to_each_who_waits_and_the_next_batch_is_tried()
    {
        Log.Create(_folder.Path, _key).Dispose();
        bool isFull = true;
        using Log log = Log.Open(_folder.Path, _key, null, _ =>
        {
            if (isFull)
            {
                throw new IOException("No space left on device");
            }
        });
        await using BatchAppender appender = Appender(log, new BatchOptions { MaxBatch = 1 });

        await Assert.ThrowsAsync<IOException>(() => appender.AppendAsync(Some.Entry(0), Stop));
        isFull = false;

        Assert.Equal(0, await appender.AppendAsync(Some.Entry(1), Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => appender.AppendAsync(new byte[65_536], Stop));
    }

    [Fact]
    public async Task A_callback_that_throws_closes_the_appender_and_leaves_nobody_waiting()
    {
        using Log log = Log.Create(_folder.Path, _key);
        var appender = new BatchAppender(log, new BatchOptions { MaxBatch = 1 }, _time) { Integrated = _ => throw new InvalidOperationException("a bug") };

        Assert.Equal(0, await appender.AppendAsync(Some.Entry(0), Stop));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await appender.DisposeAsync());

        await Assert.ThrowsAnyAsync<Exception>(() => appender.AppendAsync(Some.Entry(1), Stop));
        Assert.Equal(1, log.Size);
    }

    [Fact]
    public void Options_out_of_their_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchOptions { MaxBatch = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchOptions { MaxWait = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchOptions { MaxWaiting = 0 });
    }

    private BatchAppender Appender(Log log, BatchOptions options) =>
        new(log, options, _time) { Integrated = checkpoint => _checkpoints.Writer.TryWrite(checkpoint) };
}

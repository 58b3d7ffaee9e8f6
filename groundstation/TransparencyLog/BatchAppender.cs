using System.Threading.Channels;
using JointWatch.TransparencyLog.Checkpoints;

namespace JointWatch.TransparencyLog;

/// <summary>
/// Adds entries to a log in batches, so that many share one checkpoint and its flushes. Entries keep the order in which they were added. For any number of
/// threads.
/// </summary>
public sealed class BatchAppender : IAsyncDisposable
{
    private readonly Log _log;
    private readonly BatchOptions _options;
    private readonly TimeProvider _time;
    private readonly Channel<Waiting> _waiting;
    private readonly Task _work;

    /// <param name="log">The log, which the queue does not dispose of.</param>
    /// <param name="time">The clock of <see cref="BatchOptions.MaxWait"/>.</param>
    public BatchAppender(Log log, BatchOptions options, TimeProvider time)
    {
        _log = log;
        _options = options;
        _time = time;
        _waiting = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(options.MaxWaiting) { SingleReader = true });
        _work = Task.Run(WorkAsync);
    }

    /// <summary>
    /// Called after each batch with the new checkpoint, for instance to have it cosigned. The next batch waits for it; if it throws, the appender is closed.
    /// </summary>
    public Action<SignedCheckpoint>? Integrated { get; init; }

    /// <summary>Adds an entry: done when it is on the disk and in the signed tree.</summary>
    /// <returns>Its index.</returns>
    /// <param name="cancellation">Ends the wait for a place in the queue, not that for the disk.</param>
    /// <inheritdoc cref="Log.Append(ReadOnlyMemory{byte})"/>
    /// <exception cref="ChannelClosedException">The queue is closed.</exception>
    public async Task<long> AppendAsync(ReadOnlyMemory<byte> entry, CancellationToken cancellation)
    {
        if (entry.Length > Tiles.EntryBundle.MaxEntryBytes)
        {
            throw new ArgumentException($"An entry of {entry.Length} bytes; expected at most {Tiles.EntryBundle.MaxEntryBytes}.", nameof(entry));
        }

        var waiting = new Waiting(entry.ToArray(), new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously));
        await _waiting.Writer.WriteAsync(waiting, cancellation);
        return await waiting.Done.Task;
    }

    /// <summary>Takes no more entries, and writes those that wait.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _work;
    }

    private async Task WorkAsync()
    {
        List<Waiting> batch = [];
        try
        {
            while (await _waiting.Reader.WaitToReadAsync())
            {
                Take(batch);
                await FillAsync(batch);
                Write(batch);
                batch.Clear();
            }
        }
        catch (Exception e)
        {
            // Integrated has thrown: who waits must not wait forever, and Dispose says what it was.
            _waiting.Writer.TryComplete(e);
            while (_waiting.Reader.TryRead(out Waiting? waiting))
            {
                waiting.Done.SetException(e);
            }

            throw;
        }
    }

    /// <summary>Waits for more entries until the batch is full, its time is over, or none can come.</summary>
    private async Task FillAsync(List<Waiting> batch)
    {
        using var over = new CancellationTokenSource(_options.MaxWait, _time);
        try
        {
            while (batch.Count < _options.MaxBatch && await _waiting.Reader.WaitToReadAsync(over.Token))
            {
                Take(batch);
            }
        }
        catch (OperationCanceledException)
        {
            // The oldest entry has waited long enough.
        }
    }

    private void Take(List<Waiting> batch)
    {
        while (batch.Count < _options.MaxBatch && _waiting.Reader.TryRead(out Waiting? waiting))
        {
            batch.Add(waiting);
        }
    }

    private void Write(List<Waiting> batch)
    {
        long first;
        try
        {
            first = _log.Append([.. batch.Select(w => w.Entry)]);
        }
        catch (Exception e)
        {
            // Whatever it was, it is for those who wait to hear, and the next batch may fare better.
            batch.ForEach(w => w.Done.SetException(e));
            return;
        }

        for (int i = 0; i < batch.Count; i++)
        {
            batch[i].Done.SetResult(first + i);
        }

        Integrated?.Invoke(_log.Checkpoint);
    }

    private sealed record Waiting(ReadOnlyMemory<byte> Entry, TaskCompletionSource<long> Done);
}

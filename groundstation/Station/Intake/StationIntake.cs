using System.Threading.Channels;
using JointWatch.Station.Journal;
using JointWatch.Tracking;
using Microsoft.Data.Sqlite;

namespace JointWatch.Station.Intake;

/// <summary>
/// The one way into the station: whatever enters is queued here, numbered, written to the journal in batches, and only then acknowledged and
/// handed to the core. A batch is whatever waited while the batch before it was being written, so a lone message goes at once and a flood
/// shares its disk flushes.
/// </summary>
public sealed class StationIntake : IAsyncDisposable
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    private readonly JournalFile _journal;
    private readonly TimeProvider _time;
    private readonly Action<string> _log;
    private readonly Channel<Pending> _queue;
    private readonly Channel<JournalEntry[]> _written;
    private readonly CancellationTokenSource _abort = new();
    private readonly int _maxBatch;
    private Task _writer = Task.CompletedTask;

    /// <param name="journal">Where the entries go; the intake is its only writer.</param>
    /// <param name="options">Limits of the queues.</param>
    /// <param name="time">The wall clock that stamps the entries.</param>
    /// <param name="log">Takes a line for people when the disk fails.</param>
    public StationIntake(JournalFile journal, IntakeOptions options, TimeProvider time, Action<string> log)
    {
        _journal = journal;
        _time = time;
        _log = log;
        _maxBatch = options.MaxBatch;
        _queue = Channel.CreateBounded<Pending>(new BoundedChannelOptions(options.MaxQueued) { SingleReader = true });
        _written = Channel.CreateBounded<JournalEntry[]>(new BoundedChannelOptions(options.MaxBatchesAhead) { SingleReader = true, SingleWriter = true });
    }

    /// <summary>Gets the batches that are on disk and wait to be processed.</summary>
    public ChannelReader<JournalEntry[]> Written => _written.Reader;

    /// <summary>Starts to write.</summary>
    public void Start() => _writer = Task.Run(WriteAsync);

    /// <summary>Takes one input. The task completes when the entry is on disk; where the queue is full it waits for room.</summary>
    /// <exception cref="ChannelClosedException">The station is stopping: the input was not taken.</exception>
    /// <exception cref="OperationCanceledException">The station stopped before the entry was on disk.</exception>
    public async Task SubmitAsync(EntryKind kind, string topic, ReadOnlyMemory<byte> payload, CancellationToken cancellation)
    {
        var pending = new Pending(kind, topic, payload);
        await _queue.Writer.WriteAsync(pending, cancellation);
        await pending.OnDisk.Task;
    }

    /// <summary>Takes nothing more, writes what waits, and ends the stream of written batches.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        _abort.CancelAfter(TimeSpan.FromSeconds(5));
        await _writer;
        _abort.Dispose();
    }

    private async Task WriteAsync()
    {
        var batch = new List<Pending>();
        try
        {
            while (await _queue.Reader.WaitToReadAsync())
            {
                batch.Clear();
                while (batch.Count < _maxBatch && _queue.Reader.TryRead(out Pending? pending))
                {
                    batch.Add(pending);
                }

                JournalEntry[] entries = Number(batch);
                await AppendAsync(entries);
                foreach (Pending pending in batch)
                {
                    pending.OnDisk.TrySetResult();
                }

                await _written.Writer.WriteAsync(entries, _abort.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping while the disk fails or the core hangs: what was not acknowledged will come again.
        }
        finally
        {
            _queue.Writer.TryComplete();
            foreach (Pending pending in batch)
            {
                pending.OnDisk.TrySetCanceled();
            }

            while (_queue.Reader.TryRead(out Pending? left))
            {
                left.OnDisk.TrySetCanceled();
            }

            _written.Writer.TryComplete();
        }
    }

    private JournalEntry[] Number(List<Pending> batch)
    {
        UtcMicroseconds now = UtcMicroseconds.From(_time.GetUtcNow());
        var entries = new JournalEntry[batch.Count];
        for (int i = 0; i < entries.Length; i++)
        {
            entries[i] = new JournalEntry(_journal.LastNumber + 1 + i, now, batch[i].Kind, batch[i].Topic, batch[i].Payload);
        }

        return entries;
    }

    private async Task AppendAsync(JournalEntry[] entries)
    {
        while (true)
        {
            try
            {
                _journal.Append(entries);
                return;
            }
            catch (SqliteException e)
            {
                // Nothing is acknowledged and nothing is thrown away: senders wait, and keep their reports, until the disk works again.
                _log($"The journal cannot be written ({e.Message}); trying again each second. Free disk space or check the data folder.");
                await Task.Delay(RetryDelay, _time, _abort.Token);
            }
        }
    }

    private sealed record Pending(EntryKind Kind, string Topic, ReadOnlyMemory<byte> Payload)
    {
        public TaskCompletionSource OnDisk { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

namespace JointWatch.Emulation.Scheduling;

/// <summary>Boards in real time: each of their threads is one of the operating system's, and waits as such.</summary>
public sealed class RealTime : Scheduler
{
    private readonly TimeProvider _time;
    private readonly long _start;

    public RealTime(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
        _start = time.GetTimestamp();
        Began = time.GetUtcNow();
    }

    /// <inheritdoc/>
    public override long Now => _time.GetElapsedTime(_start).Ticks;

    /// <inheritdoc/>
    public override DateTimeOffset Began { get; }

    /// <inheritdoc/>
    public override IDisposable At(long due, Action call) =>
        _time.CreateTimer(_ => call(), null, TimeSpan.FromTicks(Math.Max(0, due - Now)), Timeout.InfiniteTimeSpan);

    internal override void Start(BoardThread thread) => new Thread(
        () =>
        {
            thread.Go();
            Raise(thread.Ended);
        },
        BoardThread.StackBytes)
    { IsBackground = true, Name = thread.Name }.Start();

    internal override bool Wait(Signal? signal, long ticks)
    {
        BoardRun run = BoardThread.CurrentRun ?? throw new InvalidOperationException("no board runs on this thread");
        Signal awaited = signal ?? new Signal(stays: true);
        long due = ticks == Forever ? Forever : Now + ticks;
        lock (awaited)
        {
            run.Waits(awaited);
            try
            {
                while (!run.HasEnded)
                {
                    if (awaited.TryTake())
                    {
                        return true;
                    }

                    long left = due == Forever ? Forever : due - Now;
                    if (left <= 0)
                    {
                        return false;
                    }

                    const long Longest = 3_600_000;
                    Monitor.Wait(awaited, (int)Math.Min(Longest, (left / TimeSpan.TicksPerMillisecond) + 1));
                }

                return false;
            }
            finally
            {
                run.WaitsNoMore(awaited);
            }
        }
    }

    internal override void Raise(Signal signal)
    {
        lock (signal)
        {
            signal.IsSet = true;
            Monitor.PulseAll(signal);
        }
    }

    internal override void Reset(Signal signal)
    {
        lock (signal)
        {
            signal.IsSet = false;
        }
    }

    internal override void Interrupt(CallQueue queue) => ThreadPool.UnsafeQueueUserWorkItem(static q => q.Drain(), queue, preferLocal: false);

    internal override void Enter(object gate) => Monitor.Enter(gate);

    internal override void Exit(object gate) => Monitor.Exit(gate);

    internal override void Abandon()
    {
        object never = new();
        lock (never)
        {
            Monitor.Wait(never);
        }
    }

    internal override void EndThreads(BoardRun run)
    {
        foreach (Signal awaited in run.Awaited())
        {
            lock (awaited)
            {
                Monitor.PulseAll(awaited);
            }
        }
    }
}

namespace JointWatch.Emulation.Scheduling;

/// <summary>Boards in real time: each of their threads is one of the operating system's, and waits as such.</summary>
public sealed class RealTime : Scheduler
{
    /// <summary>What a thread waits for that only sleeps. One for each thread: to lock and wait on a new object each time is dear.</summary>
    [ThreadStatic]
    private static Signal? _never;

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
    public override IDisposable At(long due, Action call)
    {
        long left = due - Now;
        return left > 0
            ? _time.CreateTimer(static call => ((Action)call!)(), call, TimeSpan.FromTicks(left), Timeout.InfiniteTimeSpan)
            : new Soon(call);
    }

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
        Signal awaited = signal ?? (_never ??= new Signal(stays: true));
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

    /// <summary>A call that is due already. A timer would round it up to the next millisecond, and a thousand boards make thousands a second.</summary>
    private sealed class Soon : IDisposable, IThreadPoolWorkItem
    {
        private Action? _call;

        public Soon(Action call)
        {
            _call = call;
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }

        public void Execute() => Interlocked.Exchange(ref _call, null)?.Invoke();

        public void Dispose() => Interlocked.Exchange(ref _call, null);
    }
}

using System.Runtime.ExceptionServices;

namespace JointWatch.Emulation.Scheduling;

/// <summary>
/// Time that passes only when nothing can run: then the clock jumps to what is due next. Exactly one fiber runs at a time, and who comes next
/// follows from the order of events alone, so that a seed gives the same history each time. A fiber that waits looks itself for what comes
/// next: where it is its own successor, no thread of the operating system is switched, which is what makes 30 days pass in a minute.
/// </summary>
public sealed class VirtualTime : Scheduler
{
    /// <summary>After so many readings of the clock without a wait some time passes: a loop that polls the clock comes to its end.</summary>
    private const int SpinLimit = 2_000;

    [ThreadStatic]
    private static Stack? _stack;

    private readonly Agenda _agenda = new();
    private readonly Queue<Fiber> _ready = new();
    private readonly List<Fiber> _fibers = [];
    private readonly FirmwareLocks _locks;
    private ExceptionDispatchInfo? _fault;
    private Fiber? _driver;
    private long _now;
    private int _spins;

    public VirtualTime(DateTimeOffset began)
    {
        Began = began;
        _locks = new FirmwareLocks(this);
    }

    /// <inheritdoc/>
    public override long Now => _now;

    /// <inheritdoc/>
    public override DateTimeOffset Began { get; }

    /// <summary>Gets how often another thread of the operating system was given the turn.</summary>
    public long Switches { get; private set; }

    /// <inheritdoc/>
    public override IDisposable At(long due, Action call) => _agenda.Add(Math.Max(due, _now), call);

    /// <summary>Lets the world run on the caller's thread, for a time or until a condition holds at an instant at which nothing more can run.</summary>
    /// <returns>Whether the condition came to hold.</returns>
    public bool Run(long ticks, Func<bool>? until = null)
    {
        if (_driver is not null)
        {
            throw new InvalidOperationException("the world runs already");
        }

        using Stack stack = new();
        _driver = new Fiber("test", null, stack) { Until = until };
        stack.Top = _driver;
        _stack = stack;
        try
        {
            bool held = Wait(null, ticks);
            _fault?.Throw();
            return held;
        }
        finally
        {
            _stack = null;
            _driver = null;
        }
    }

    internal override void Start(BoardThread thread)
    {
        Stack stack = new();
        Fiber fiber = new(thread.Name, thread.Run, stack);
        stack.Top = fiber;
        _fibers.Add(fiber);
        new Thread(() => Live(thread, fiber), BoardThread.StackBytes) { IsBackground = true, Name = thread.Name }.Start();
        _ready.Enqueue(fiber);
    }

    internal override bool Wait(Signal? signal, long ticks)
    {
        Fiber me = Running;
        _spins = 0;
        if (signal is not null && signal.TryTake())
        {
            return true;
        }

        if (signal is not null && ticks <= 0)
        {
            return false;
        }

        me.Waiting = true;
        me.WaitNumber++;
        me.WaitingOn = signal;
        signal?.Waiters.Add(me);
        if (ticks != Forever)
        {
            _agenda.Add(_now + Math.Max(0, ticks), me);
        }

        Fiber next = Next();
        if (next != me)
        {
            Switches++;
            next.Host.GiveTurn();
            me.Host.AwaitTurn();
        }

        return me.Signalled;
    }

    internal override void Raise(Signal signal)
    {
        if (signal.Stays)
        {
            signal.IsSet = true;
            while (signal.Waiters.Count > 0)
            {
                Wake(signal.Waiters[0], signalled: true);
            }
        }
        else if (signal.Waiters.Count > 0)
        {
            Wake(signal.Waiters[0], signalled: true);
        }
        else
        {
            signal.IsSet = true;
        }
    }

    internal override void Reset(Signal signal) => signal.IsSet = false;

    internal override void Interrupt(CallQueue queue) => _agenda.Add(_now, () => Call(queue));

    internal override void Enter(object gate) => _locks.Enter(gate, Running);

    internal override void Exit(object gate) => _locks.Exit(gate, Running);

    internal override void EndThreads(BoardRun run)
    {
        foreach (Fiber fiber in _fibers.Where(f => f.Run == run && f.Waiting).ToArray())
        {
            Wake(fiber, signalled: false);
        }
    }

    internal override void Abandon()
    {
        Fiber me = Running;
        _fibers.Remove(me);
        Next().Host.GiveTurn();
        me.Host.AwaitTurn();
    }

    internal override void Spin()
    {
        if (++_spins > SpinLimit)
        {
            Wait(null, TimeSpan.TicksPerMillisecond);
        }
    }

    private static Fiber Running => _stack?.Top ?? throw new InvalidOperationException("no fiber of this world runs on this thread");

    private void Live(BoardThread thread, Fiber fiber)
    {
        fiber.Host.AwaitTurn();
        _stack = fiber.Host;
        thread.Go();
        _fibers.Remove(fiber);
        fiber.Host.Top = null;
        Raise(thread.Ended);
        Fiber next = Next();
        Switches++;
        _stack = null;
        next.Host.GiveTurn();
        fiber.Host.Dispose();
    }

    /// <summary>Finds who runs next. Calls that fall due meanwhile are made here, on the stack of whoever looks.</summary>
    private Fiber Next()
    {
        while (true)
        {
            while (_ready.TryDequeue(out Fiber? fiber))
            {
                if (fiber.Host.Top == fiber)
                {
                    return fiber;
                }

                fiber.Host.Held.Add(fiber);
            }

            if (_driver is { Waiting: true } driver && (_fault is not null || driver.Until?.Invoke() == true))
            {
                Wake(driver, signalled: true);
                continue;
            }

            if (!_agenda.TryPeek(out long due))
            {
                throw new InvalidOperationException("nothing can ever happen again");
            }

            _now = due;
            Agenda.Entry entry = _agenda.Take();
            if (entry.Fiber is not null)
            {
                Wake(entry.Fiber, signalled: false);
                continue;
            }

            try
            {
                entry.Call!.What!();
            }
            catch (Exception e)
            {
                // The emulator's own fault: the test is to see it, not the firmware.
                _fault ??= ExceptionDispatchInfo.Capture(e);
            }
        }
    }

    private void Wake(Fiber fiber, bool signalled)
    {
        fiber.Waiting = false;
        fiber.Signalled = signalled;
        fiber.WaitingOn?.Waiters.Remove(fiber);
        fiber.WaitingOn = null;
        _ready.Enqueue(fiber);
    }

    private void Call(CallQueue queue)
    {
        Stack stack = _stack!;
        if (stack.LocksHeld > 0)
        {
            Start(new BoardThread(queue.Run, "events", queue.Drain));
            return;
        }

        Fiber? outer = stack.Top;
        Fiber call = new("call", queue.Run, stack);
        _fibers.Add(call);
        stack.Top = call;
        try
        {
            queue.Drain();
        }
        finally
        {
            _fibers.Remove(call);
            stack.Top = outer;
            foreach (Fiber held in stack.Held)
            {
                _ready.Enqueue(held);
            }

            stack.Held.Clear();
        }
    }
}

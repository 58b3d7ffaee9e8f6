using JointWatch.Emulation;
using JointWatch.Emulation.Scheduling;

namespace System.Threading
{
    /// <summary>nanoFramework's threads.</summary>
    public sealed class Thread
    {
        private readonly ThreadStart _start;
        private BoardThread? _thread;

        public Thread(ThreadStart start) => _start = start ?? throw new ArgumentNullException(nameof(start));

        public bool IsAlive => _thread is { IsAlive: true };

        public ThreadPriority Priority { get; set; } = ThreadPriority.Normal;

        public static void Sleep(int millisecondsTimeout)
        {
            BoardRun run = BoardRun.Enter("Thread.Sleep");
            run.Wait(null, Timing.Ticks(run, millisecondsTimeout));
        }

        public static void Sleep(TimeSpan timeout) => Sleep((int)timeout.TotalMilliseconds);

        public void Start()
        {
            BoardRun run = BoardRun.Enter("Thread.Start");
            if (_thread is not null)
            {
                throw new InvalidOperationException("the thread was started before");
            }

            _thread = run.Start(_start.Method.DeclaringType?.Name + "." + _start.Method.Name, () => _start());
        }

        public void Join() => Join(Timeout.Infinite);

        public bool Join(int millisecondsTimeout)
        {
            BoardRun run = BoardRun.Enter("Thread.Join");
            return run.Wait((_thread ?? throw new InvalidOperationException("the thread was not started")).Ended, Timing.Ticks(run, millisecondsTimeout));
        }
    }

    /// <summary>Waits by the board's own oscillator.</summary>
    internal static class Timing
    {
        public static long Ticks(BoardRun run, int milliseconds)
        {
            if (milliseconds < Timeout.Infinite)
            {
                throw new ArgumentOutOfRangeException(nameof(milliseconds));
            }

            return milliseconds == Timeout.Infinite ? Scheduler.Forever : run.Board.Clock.TrueTicks(milliseconds * TimeSpan.TicksPerMillisecond);
        }
    }

    /// <summary>nanoFramework's wait handles.</summary>
    public abstract class WaitHandle
    {
        public const int WaitTimeout = 0x102;
        private readonly Signal _signal;

        private protected WaitHandle(bool stays, bool set) => _signal = new Signal(stays, set);

        internal Signal Signal => _signal;

        public bool WaitOne() => WaitOne(Timeout.Infinite, false);

        public bool WaitOne(int millisecondsTimeout, bool exitContext)
        {
            _ = exitContext;
            BoardRun run = BoardRun.Enter("WaitHandle.WaitOne");
            return run.Wait(_signal, Timing.Ticks(run, millisecondsTimeout));
        }

        public bool Set()
        {
            BoardRun.Enter("WaitHandle.Set").Board.World.Scheduler.Raise(_signal);
            return true;
        }

        public bool Reset()
        {
            BoardRun.Enter("WaitHandle.Reset").Board.World.Scheduler.Reset(_signal);
            return true;
        }
    }

    public sealed class AutoResetEvent : WaitHandle
    {
        public AutoResetEvent(bool initialState)
            : base(stays: false, initialState)
        {
        }
    }

    public sealed class ManualResetEvent : WaitHandle
    {
        public ManualResetEvent(bool initialState)
            : base(stays: true, initialState)
        {
        }
    }

    /// <summary>What <c>lock</c> calls.</summary>
    public static class Monitor
    {
        public static void Enter(object obj) => BoardRun.Enter("Monitor.Enter").Board.World.Scheduler.Enter(obj);

        public static void Enter(object obj, ref bool lockTaken)
        {
            Enter(obj);
            lockTaken = true;
        }

        public static void Exit(object obj) => BoardRun.Current.Board.World.Scheduler.Exit(obj);
    }
}

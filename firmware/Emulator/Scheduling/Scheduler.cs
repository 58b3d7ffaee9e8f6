namespace JointWatch.Emulation.Scheduling;

/// <summary>
/// What gives a board's threads their turns and its hardware the time. One scheduler serves all boards that share a world.
/// Times are ticks of 100 ns since the world began: true time, not that of any board's clock.
/// </summary>
public abstract class Scheduler
{
    /// <summary>A wait without an end.</summary>
    public const long Forever = long.MaxValue;

    /// <summary>Gets the true time.</summary>
    public abstract long Now { get; }

    /// <summary>Gets the true UTC at which the world began.</summary>
    public abstract DateTimeOffset Began { get; }

    /// <summary>Gets the true UTC.</summary>
    public DateTimeOffset UtcNow => Began + TimeSpan.FromTicks(Now);

    /// <summary>Calls the emulator's own code at a time. It must not wait.</summary>
    /// <returns>What cancels the call when disposed.</returns>
    public abstract IDisposable At(long due, Action call);

    /// <summary>Starts a thread of a board.</summary>
    internal abstract void Start(BoardThread thread);

    /// <summary>Waits on the calling board thread.</summary>
    /// <param name="signal">What ends the wait; null to sleep.</param>
    /// <param name="ticks">How long at most, or <see cref="Forever"/>.</param>
    /// <returns>False where the time ran out.</returns>
    internal abstract bool Wait(Signal? signal, long ticks);

    internal abstract void Raise(Signal signal);

    internal abstract void Reset(Signal signal);

    /// <summary>Calls the firmware, as an interrupt or a library's thread does: not at the same time as another call of the same queue.</summary>
    internal abstract void Interrupt(CallQueue queue);

    /// <summary>Enters a lock of the firmware.</summary>
    internal abstract void Enter(object gate);

    internal abstract void Exit(object gate);

    /// <summary>Ends all threads of a run, which has ended. The calling thread, if it is one of them, goes on to its own end.</summary>
    internal abstract void EndThreads(BoardRun run);

    /// <summary>Stops the calling thread for good: firmware of a board that is off, and that does not end by itself.</summary>
    internal abstract void Abandon();

    /// <summary>Lets others run where a thread asks for the time again and again without a wait.</summary>
    internal virtual void Spin()
    {
    }
}

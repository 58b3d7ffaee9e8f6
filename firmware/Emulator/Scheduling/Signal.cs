namespace JointWatch.Emulation.Scheduling;

/// <summary>What a board's thread waits for: an event that resets itself (one waiter goes on) or stays set (all do).</summary>
public sealed class Signal(bool stays, bool set = false)
{
    /// <summary>Gets the waiters in the order in which they came. Kept by the scheduler, in virtual time only.</summary>
    internal List<Fiber> Waiters { get; } = [];

    /// <summary>Gets or sets whether a wait would end at once.</summary>
    public bool IsSet { get; internal set; } = set;

    /// <summary>Gets whether the signal stays set after a wait.</summary>
    public bool Stays { get; } = stays;

    /// <summary>Ends a wait, if it may end.</summary>
    internal bool TryTake()
    {
        bool taken = IsSet;
        IsSet &= Stays;
        return taken;
    }
}

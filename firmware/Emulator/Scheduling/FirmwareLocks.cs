using System.Runtime.CompilerServices;

namespace JointWatch.Emulation.Scheduling;

/// <summary>
/// The firmware's locks in virtual time. Real ones would stop the one thread that runs when another holds them; and a call into the
/// firmware on the stack of a thread that holds one would walk right through.
/// </summary>
internal sealed class FirmwareLocks(VirtualTime time)
{
    private readonly ConditionalWeakTable<object, Held> _locks = [];

    public void Enter(object gate, Fiber fiber)
    {
        Held held = _locks.GetOrCreateValue(gate);
        while (held.Owner is not null && held.Owner != fiber)
        {
            time.Wait(held.Freed, Scheduler.Forever);
        }

        held.Owner = fiber;
        held.Depth++;
        fiber.Host.LocksHeld++;
    }

    public void Exit(object gate, Fiber fiber)
    {
        if (!_locks.TryGetValue(gate, out Held? held) || held.Owner != fiber)
        {
            throw new SynchronizationLockException();
        }

        fiber.Host.LocksHeld--;
        if (--held.Depth == 0)
        {
            held.Owner = null;
            time.Raise(held.Freed);
        }
    }

    private sealed class Held
    {
        public Signal Freed { get; } = new(stays: false);

        public Fiber? Owner { get; set; }

        public int Depth { get; set; }
    }
}

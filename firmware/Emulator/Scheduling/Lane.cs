namespace JointWatch.Emulation.Scheduling;

/// <summary>
/// Calls that fall due at their times, one after the other in the order in which they were added. In real time two timers that are due
/// together go off in any order, and on two threads: what stands for one direction of a TCP connection must not.
/// </summary>
internal sealed class Lane(Scheduler scheduler)
{
    private readonly Queue<Action> _calls = new();
    private long _last;
    private int _due;
    private bool _busy;

    /// <summary>Adds a call, due after a delay but behind the one before it.</summary>
    public void Add(long delay, Action call)
    {
        lock (_calls)
        {
            // In virtual time a tick apart, so that the order is the agenda's too.
            _last = Math.Max(_last + 1, scheduler.Now + delay);
            _calls.Enqueue(call);
            scheduler.At(_last, CallNext);
        }
    }

    private void CallNext()
    {
        lock (_calls)
        {
            _due++;
            if (_busy)
            {
                return;
            }

            _busy = true;
        }

        while (TryTake(out Action call))
        {
            call();
        }
    }

    private bool TryTake(out Action call)
    {
        lock (_calls)
        {
            _busy = _due > 0;
            _due -= _busy ? 1 : 0;
            call = _busy ? _calls.Dequeue() : null!;
            return _busy;
        }
    }
}

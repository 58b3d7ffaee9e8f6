namespace JointWatch.Emulation.Scheduling;

/// <summary>What is to happen in virtual time, in order of time; at one time, in the order in which it was noted.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Entry, (long Due, long Number)> _entries = new();
    private long _number;

    /// <summary>Notes the end of a fiber's wait.</summary>
    public void Add(long due, Fiber fiber) => _entries.Enqueue(new Entry(fiber, fiber.WaitNumber, null), (due, ++_number));

    /// <summary>Notes a call.</summary>
    public Call Add(long due, Action what)
    {
        Call call = new(what);
        _entries.Enqueue(new Entry(null, 0, call), (due, ++_number));
        return call;
    }

    /// <summary>Gets when the next entry is due that still counts, dropping those before it that do not.</summary>
    public bool TryPeek(out long due)
    {
        while (_entries.TryPeek(out Entry entry, out (long Due, long Number) key))
        {
            if (!entry.IsStale)
            {
                due = key.Due;
                return true;
            }

            _entries.Dequeue();
        }

        due = 0;
        return false;
    }

    /// <summary>Takes the entry that <see cref="TryPeek"/> has seen.</summary>
    public Entry Take() => _entries.Dequeue();

    /// <summary>An entry: either a fiber whose time is up, or a call.</summary>
    public readonly record struct Entry(Fiber? Fiber, long WaitNumber, Call? Call)
    {
        public bool IsStale => Fiber is null ? Call!.What is null : !Fiber.Waiting || Fiber.WaitNumber != WaitNumber;
    }

    /// <summary>A call that can be taken back.</summary>
    public sealed class Call(Action what) : IDisposable
    {
        public Action? What { get; private set; } = what;

        public void Dispose() => What = null;
    }
}

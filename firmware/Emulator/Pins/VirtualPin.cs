using System.Device.Gpio;

namespace JointWatch.Emulation.Pins;

/// <summary>A change of a pin's level.</summary>
/// <param name="At">The true time since the world began.</param>
public readonly record struct PinChange(TimeSpan At, bool High);

/// <summary>One pin: what drives it from outside, what the firmware drives, and its history.</summary>
public sealed class VirtualPin
{
    private const int ChangesKept = 4_096;
    private readonly Lock _gate = new();
    private readonly Queue<PinChange> _changes = new();
    private readonly VirtualBoard _board;
    private bool? _outside;
    private bool _driven;

    internal VirtualPin(VirtualBoard board, int number)
    {
        _board = board;
        Number = number;
    }

    public int Number { get; }

    /// <summary>Gets how the firmware has set the pin; null: not opened.</summary>
    public PinMode? Mode { get; internal set; }

    /// <summary>Gets whether the pin is high. What is driven from outside wins over a pull-up or pull-down; an open input floats low.</summary>
    public bool IsHigh => Mode switch
    {
        PinMode.Output => _driven,
        PinMode.InputPullUp => _outside ?? true,
        _ => _outside ?? false,
    };

    /// <summary>Gets the newest changes that the firmware made, oldest first: the life of a lamp.</summary>
    public IReadOnlyList<PinChange> Changes
    {
        get
        {
            lock (_gate)
            {
                return [.. _changes];
            }
        }
    }

    /// <summary>Gets how often the firmware changed the level in all.</summary>
    public long ChangeCount { get; private set; }

    /// <summary>Says for how long, of a time up to now, the pin was high.</summary>
    public TimeSpan HighWithin(TimeSpan window)
    {
        TimeSpan now = TimeSpan.FromTicks(_board.Scheduler.Now);
        TimeSpan begin = now - window;
        TimeSpan high = TimeSpan.Zero;
        bool level = false;
        TimeSpan since = begin;
        foreach (PinChange change in Changes)
        {
            if (change.At > begin)
            {
                high += level ? change.At - since : TimeSpan.Zero;
                since = change.At;
            }

            level = change.High;
        }

        return high + (level ? now - since : TimeSpan.Zero);
    }

    /// <summary>Drives an input from outside; null lets it go.</summary>
    public void Drive(bool? high)
    {
        bool before = IsHigh;
        _outside = high;
        if (IsHigh != before)
        {
            Changed?.Invoke(IsHigh);
        }
    }

    internal Action<bool>? Changed { get; set; }

    internal void ForgetListeners() => Changed = null;

    internal void Write(bool high)
    {
        lock (_gate)
        {
            if (_driven == high)
            {
                return;
            }

            _driven = high;
            ChangeCount++;
            _changes.Enqueue(new PinChange(TimeSpan.FromTicks(_board.Scheduler.Now), high));
            if (_changes.Count > ChangesKept)
            {
                _changes.Dequeue();
            }
        }
    }
}

using System.Device.Gpio;
using JointWatch.Emulation.Scheduling;

namespace JointWatch.Emulation.Pins;

/// <summary>The pin events of one run: they reach the firmware one after the other on the thread of nanoFramework's event sink.</summary>
internal sealed class GpioEvents
{
    private readonly CallQueue _calls;
    private readonly BoardRun _run;

    public GpioEvents(BoardRun run)
    {
        _run = run;
        _calls = new CallQueue(run, e => run.Unhandled("gpio events", e));
        Controller = new GpioController(run.Board.Pins);
    }

    public GpioController Controller { get; }

    /// <summary>
    /// Makes a handler that hands on to the firmware's. With a debounce time the level is read that long after an edge, and told if it is
    /// the other one than was told last, as nanoFramework's driver for the ESP32 does.
    /// </summary>
    /// <param name="debounceTicks">Asked at each edge.</param>
    public PinChangeEventHandler Debounced(VirtualPin pin, Func<long> debounceTicks, Action<PinValueChangedEventArgs> handler)
    {
        bool? told = null;
        bool waiting = false;
        return (_, e) =>
        {
            long debounce = debounceTicks();
            if (debounce == 0)
            {
                _calls.Add(() => handler(e));
                return;
            }

            if (waiting)
            {
                return;
            }

            waiting = true;
            bool before = told ?? e.ChangeType == PinEventTypes.Falling;
            _run.Board.Scheduler.At(_run.Board.Scheduler.Now + debounce, () =>
            {
                waiting = false;
                if (pin.IsHigh != before)
                {
                    told = pin.IsHigh;
                    PinValueChangedEventArgs change = new(pin.IsHigh ? PinEventTypes.Rising : PinEventTypes.Falling, pin.Number);
                    _calls.Add(() => handler(change));
                }
            });
        };
    }
}

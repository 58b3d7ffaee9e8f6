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

    /// <summary>Makes a handler that hands on to the firmware's. With a debounce time an edge is told once the level has held for it.</summary>
    /// <param name="debounceTicks">Asked at each edge.</param>
    public PinChangeEventHandler Debounced(Func<long> debounceTicks, Action<PinValueChangedEventArgs> handler)
    {
        int edges = 0;
        return (_, e) =>
        {
            int edge = ++edges;
            long debounce = debounceTicks();
            if (debounce == 0)
            {
                _calls.Add(() => handler(e));
                return;
            }

            _run.Board.Scheduler.At(_run.Board.Scheduler.Now + debounce, () =>
            {
                if (edge == edges)
                {
                    _calls.Add(() => handler(e));
                }
            });
        };
    }
}

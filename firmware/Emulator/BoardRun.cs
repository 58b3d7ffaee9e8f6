using JointWatch.Emulation.Mqtt;
using JointWatch.Emulation.Network;
using JointWatch.Emulation.Pins;
using JointWatch.Emulation.Scheduling;

namespace JointWatch.Emulation;

/// <summary>
/// One start of a board, from reset to the next: its threads, and all that nanoFramework keeps in statics. The nano types find it by
/// <see cref="Current"/>, so that boards in one process share nothing and a reboot begins anew.
/// </summary>
internal sealed class BoardRun
{
    /// <summary>After so many calls of a board that is off a thread is taken to be one that never gives up.</summary>
    private const int PatienceAfterEnd = 200;

    private readonly List<Signal> _awaited = [];
    private volatile bool _ended;
    private int _callsAfterEnd;

    public BoardRun(VirtualBoard board)
    {
        Board = board;
        Wifi = new WifiHelper(this);
        Gpio = new GpioEvents(this);
        Mqtt = new MqttSettingsModel();
        Sntp = new SntpClient(this);
    }

    /// <summary>Gets the run whose firmware calls.</summary>
    /// <exception cref="InvalidOperationException">No board's firmware runs on this thread.</exception>
    public static BoardRun Current => BoardThread.CurrentRun ?? throw new InvalidOperationException("a nano call from outside any board");

    public VirtualBoard Board { get; }

    public WifiHelper Wifi { get; }

    public GpioEvents Gpio { get; }

    public MqttSettingsModel Mqtt { get; }

    public SntpClient Sntp { get; }

    public bool HasEnded => _ended;

    /// <summary>Gets the run whose firmware calls, and makes the faults that the test wants of this call.</summary>
    /// <param name="call">The call's name: Type.Method.</param>
    public static BoardRun Enter(string call)
    {
        BoardRun run = Current;
        run.ThrowIfEnded();
        if (run.Board.Faults.Find(call) is { } fault)
        {
            fault(run);
            run.ThrowIfEnded();
        }

        return run;
    }

    public BoardThread Start(string name, Action body)
    {
        BoardThread thread = new(this, name, body);
        Board.Scheduler.Start(thread);
        return thread;
    }

    /// <summary>Waits, and does not come back to a board that is off.</summary>
    public bool Wait(Signal? signal, long ticks)
    {
        ThrowIfEnded();
        bool signalled = Board.Scheduler.Wait(signal, ticks);
        ThrowIfEnded();
        return signalled;
    }

    public void Unhandled(string thread, Exception e)
    {
        if (!_ended)
        {
            Board.Serial.Write($"    ++++ Exception {e.GetType().FullName} - {e.Message} (thread {thread}) ++++");
            Board.Unhandled = e;
            Board.Failed?.Invoke(e);
        }
    }

    public void End()
    {
        _ended = true;
        Board.Scheduler.EndThreads(this);
    }

    public void Waits(Signal signal)
    {
        lock (_awaited)
        {
            _awaited.Add(signal);
        }
    }

    public void WaitsNoMore(Signal signal)
    {
        lock (_awaited)
        {
            _awaited.Remove(signal);
        }
    }

    public Signal[] Awaited()
    {
        lock (_awaited)
        {
            return [.. _awaited];
        }
    }

    private void ThrowIfEnded()
    {
        if (_ended)
        {
            if (Interlocked.Increment(ref _callsAfterEnd) > PatienceAfterEnd)
            {
                Board.Scheduler.Abandon();
            }

            throw new PowerLostException();
        }
    }
}

namespace JointWatch.Emulation.Scheduling;

/// <summary>A thread of the firmware. An exception that nobody catches ends it, and no other, and is told on the serial console.</summary>
internal sealed class BoardThread(BoardRun run, string name, Action body)
{
    /// <summary>An ESP32's thread has some kilobytes; .NET's own frames need more, and a thousand boards have thousands of threads.</summary>
    public const int StackBytes = 256 * 1024;

    [ThreadStatic]
    private static BoardRun? _current;

    /// <summary>Gets or sets whose firmware the calling thread runs.</summary>
    public static BoardRun? CurrentRun
    {
        get => _current;
        set => _current = value;
    }

    public BoardRun Run => run;

    public string Name => name;

    /// <summary>Gets the signal that no one raises: for sleep, and for what hangs.</summary>
    public Signal Never { get; } = new(stays: true);

    public Signal Ended { get; } = new(stays: true);

    public bool IsAlive { get; set; } = true;

    /// <summary>Gets or sets what the thread waits for, in real time.</summary>
    public volatile Signal? WaitingOn;

    /// <summary>Runs the thread's code to its end.</summary>
    public void Go()
    {
        CurrentRun = run;
        try
        {
            body();
        }
        catch (PowerLostException)
        {
            // The board is off.
        }
        catch (Exception e)
        {
            run.Unhandled(name, e);
        }
        finally
        {
            IsAlive = false;
            CurrentRun = null;
        }
    }
}

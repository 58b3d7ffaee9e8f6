namespace JointWatch.Emulation.Scheduling;

/// <summary>Calls into the firmware that come one after the other: those of one MQTT client, those of the pins.</summary>
internal sealed class CallQueue(BoardRun run, Action<Exception> failed)
{
    private readonly Queue<Action> _calls = new();
    private bool _busy;

    /// <summary>Adds a call, and sees that it is made.</summary>
    public void Add(Action call)
    {
        lock (_calls)
        {
            _calls.Enqueue(call);
            if (_busy)
            {
                return;
            }

            _busy = true;
        }

        run.Board.Scheduler.Interrupt(this);
    }

    public BoardRun Run => run;

    /// <summary>Makes the calls that wait. Called by the scheduler alone, on a thread that may run firmware.</summary>
    public void Drain()
    {
        BoardRun? before = BoardThread.CurrentRun;
        BoardThread.CurrentRun = run;
        try
        {
            while (TryTake(out Action call))
            {
                try
                {
                    call();
                }
                catch (PowerLostException)
                {
                    // The board is off; what waits is forgotten by TryTake.
                }
                catch (Exception e)
                {
                    failed(e);
                }
            }
        }
        finally
        {
            BoardThread.CurrentRun = before;
        }
    }

    private bool TryTake(out Action call)
    {
        lock (_calls)
        {
            if (run.HasEnded)
            {
                _calls.Clear();
            }

            _busy = _calls.TryDequeue(out Action? next);
            call = next!;
            return _busy;
        }
    }
}

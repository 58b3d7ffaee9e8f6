namespace JointWatch.Emulation;

/// <summary>
/// A board's clock: ticks since reset that never go back, and UTC, which is 1970 after power-up until something sets it. Both go by the
/// board's own oscillator, which is not quite right.
/// </summary>
public sealed class BoardClock
{
    private readonly Lock _gate = new();
    private readonly VirtualBoard _board;
    private readonly bool _survivesReset;
    private double _ppm;
    private long _rateSince;
    private long _localAtRate;
    private long _localAtReset;
    private long _utcMinusLocal;

    internal BoardClock(VirtualBoard board, BoardOptions options)
    {
        _board = board;
        _ppm = options.DriftPpm;
        _survivesReset = options.ClockSurvivesReset;
        _rateSince = board.Scheduler.Now;
    }

    /// <summary>Gets or sets how much faster than true time the oscillator runs, parts per million.</summary>
    public double DriftPpm
    {
        get => _ppm;
        set
        {
            lock (_gate)
            {
                _localAtRate = Local;
                _rateSince = _board.Scheduler.Now;
                _ppm = value;
            }
        }
    }

    /// <summary>Gets the milliseconds since reset, by the board's oscillator.</summary>
    public long TickCount64
    {
        get
        {
            lock (_gate)
            {
                return (Local - _localAtReset) / TimeSpan.TicksPerMillisecond;
            }
        }
    }

    /// <summary>Gets UTC as the board has it.</summary>
    public DateTimeOffset Utc
    {
        get
        {
            lock (_gate)
            {
                return DateTimeOffset.UnixEpoch.AddTicks(Local + _utcMinusLocal);
            }
        }
    }

    /// <summary>Gets by how much the board's UTC is ahead of the true one.</summary>
    public TimeSpan Error => Utc - _board.Scheduler.UtcNow;

    /// <summary>Sets UTC at once, as SNTP does on a board: whoever measures time by it sees a step.</summary>
    public void Set(DateTimeOffset utc)
    {
        lock (_gate)
        {
            _utcMinusLocal = (utc - DateTimeOffset.UnixEpoch).Ticks - Local;
        }
    }

    /// <summary>Lets UTC step: forth, or back.</summary>
    public void Step(TimeSpan step) => Set(Utc + step);

    internal void Reset(bool powerWasOff)
    {
        lock (_gate)
        {
            _localAtReset = Local;
            if (powerWasOff || !_survivesReset)
            {
                _utcMinusLocal = -_localAtReset;
            }
        }
    }

    /// <summary>Says how long the board takes, in true time, for a time that it measures itself.</summary>
    internal long TrueTicks(long localTicks) => _ppm == 0 ? localTicks : (long)(localTicks / (1 + (_ppm * 1e-6)));

    private long Local
    {
        get
        {
            long since = _board.Scheduler.Now - _rateSince;
            return _localAtRate + since + (long)(since * _ppm * 1e-6);
        }
    }
}

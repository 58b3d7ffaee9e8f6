namespace JointWatch.Emulation.Network;

/// <summary>
/// lwIP's SNTP client as nanoFramework runs it on an ESP32: it starts by itself once there is an address, asks its servers in turn, sets the
/// clock at once (a step), asks again an hour later; without an answer after 15 s, then after twice as long, up to 150 s.
/// </summary>
internal sealed class SntpClient(BoardRun run)
{
    private const int FirstRetrySeconds = 15;
    private const int LongestRetrySeconds = 150;
    private const int AskAgainSeconds = 3_600;
    private readonly Lock _gate = new();
    private readonly string[] _servers = ["0.pool.ntp.org", "1.pool.ntp.org"];
    private IDisposable? _next;
    private int _turn;
    private int _retrySeconds;

    public bool IsStarted { get; private set; }

    /// <summary>Gets how often the clock was set.</summary>
    public int Updates { get; private set; }

    public string this[int index]
    {
        get => _servers[index];
        set => _servers[index] = value;
    }

    public void Start()
    {
        lock (_gate)
        {
            if (IsStarted)
            {
                return;
            }

            IsStarted = true;
            _turn = 0;
            _retrySeconds = FirstRetrySeconds;
            In(run.Board.Chance.NextDouble() * 0.5);
        }
    }

    public void Stop()
    {
        lock (_gate)
        {
            IsStarted = false;
            _next?.Dispose();
            _next = null;
        }
    }

    private void In(double seconds)
    {
        VirtualBoard board = run.Board;
        _next?.Dispose();
        _next = board.Scheduler.At(board.Scheduler.Now + (long)(seconds * TimeSpan.TicksPerSecond), Ask);
    }

    private void Ask()
    {
        VirtualBoard board = run.Board;
        lock (_gate)
        {
            if (run.HasEnded || !IsStarted)
            {
                return;
            }

            TimeServer server = board.World.Net.FindTime(_servers[_turn]);
            if (server.Answers && board.Radio.HasAddress)
            {
                double way = server.Delay.TotalSeconds * (1 + board.Chance.NextDouble());
                _next = board.Scheduler.At(board.Scheduler.Now + (long)(way * TimeSpan.TicksPerSecond), () => Answered(server));
            }
            else
            {
                _turn = 1 - _turn;
                In(_retrySeconds);
                _retrySeconds = Math.Min(LongestRetrySeconds, _retrySeconds * 2);
            }
        }
    }

    private void Answered(TimeServer server)
    {
        lock (_gate)
        {
            if (run.HasEnded || !IsStarted)
            {
                return;
            }

            // The client adds no half of the round trip, as lwIP's does not: the clock is late by the way back.
            VirtualBoard board = run.Board;
            board.Clock.Set(board.Scheduler.UtcNow + server.Error - (server.Delay * (0.5 + board.Chance.NextDouble())));
            Updates++;
            _retrySeconds = FirstRetrySeconds;
            In(AskAgainSeconds);
        }
    }
}

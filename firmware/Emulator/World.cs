using JointWatch.Emulation.Network;
using JointWatch.Emulation.Scheduling;

namespace JointWatch.Emulation;

/// <summary>
/// Boards, brokers and time servers that share a time: virtual, for tests, or real, for boards that talk to a broker of this world.
/// All chance comes from the seed.
/// </summary>
public sealed class World : IDisposable
{
    private readonly List<VirtualBoard> _boards = [];
    private readonly VirtualTime? _virtual;
    private readonly int _seed;

    private World(Scheduler scheduler, int seed)
    {
        Scheduler = scheduler;
        _virtual = scheduler as VirtualTime;
        _seed = seed;
        Net = new Internet(this);
    }

    /// <summary>Gets when a virtual world begins, unless it is told otherwise.</summary>
    public static DateTimeOffset UsualBeginning { get; } = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Gets the world's time and turns.</summary>
    public Scheduler Scheduler { get; }

    /// <summary>Gets what the boards can reach once their radio is up.</summary>
    public Internet Net { get; }

    /// <summary>Gets the true time since the world began.</summary>
    public TimeSpan Now => TimeSpan.FromTicks(Scheduler.Now);

    /// <summary>Gets how often virtual time switched from one thread of the operating system to another.</summary>
    public long Switches => _virtual?.Switches ?? 0;

    /// <summary>A world in virtual time.</summary>
    public static World Virtual(int seed = 1, DateTimeOffset? began = null) => new(new VirtualTime(began ?? UsualBeginning), seed);

    /// <summary>A world in real time.</summary>
    public static World Real(TimeProvider time, int seed = 1) => new(new RealTime(time), seed);

    /// <summary>Adds a board without power. <paramref name="main"/> is the firmware's entry point.</summary>
    public VirtualBoard AddBoard(Action main, BoardOptions? options = null)
    {
        lock (_boards)
        {
            VirtualBoard board = new(this, main, options ?? new BoardOptions(), unchecked((_seed * 7919) + _boards.Count));
            _boards.Add(board);
            return board;
        }
    }

    /// <summary>Lets virtual time pass.</summary>
    public void RunFor(TimeSpan time) => Virtually.Run(time.Ticks);

    /// <summary>Lets virtual time pass until a condition holds.</summary>
    /// <returns>Whether it came to hold in time.</returns>
    public bool RunUntil(Func<bool> condition, TimeSpan limit) => Virtually.Run(limit.Ticks, condition);

    /// <summary>Does something at a time from now.</summary>
    public void In(TimeSpan delay, Action what) => Scheduler.At(Scheduler.Now + delay.Ticks, what);

    /// <summary>Cuts all power, and lets the firmware's threads end.</summary>
    public void Dispose()
    {
        lock (_boards)
        {
            _boards.ForEach(b => b.CutPower());
        }

        _virtual?.Run(TimeSpan.TicksPerMillisecond);
    }

    private VirtualTime Virtually => _virtual ?? throw new InvalidOperationException("this world runs in real time, by itself");
}

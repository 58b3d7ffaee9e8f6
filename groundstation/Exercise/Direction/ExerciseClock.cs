using JointWatch.Contract.Messages;
using JointWatch.Tracking;

namespace JointWatch.Exercises;

/// <summary>
/// The clock of one exercise as a function of the wall clock: it starts at the wall's time, runs at a rate, can pause, and ends when the
/// exercise is over. A value: changing it gives a new one. A wall clock that is set back turns it back to its last change
/// at most; whoever cannot bear that hands it a wall clock that only goes forward.
/// </summary>
public sealed record ExerciseClock
{
    /// <summary>The slowest and the fastest that an exercise may run, exercise seconds a second.</summary>
    public const double SlowestRate = 0.001;

    /// <inheritdoc cref="SlowestRate"/>
    public const double FastestRate = 1_000;

    private readonly UtcMicroseconds _anchorWall;
    private readonly double _anchorElapsedSeconds;

    /// <summary>A clock that runs from <paramref name="start"/> on.</summary>
    public ExerciseClock(UtcMicroseconds start, double durationSeconds, double rate)
    {
        Start = start;
        DurationSeconds = durationSeconds;
        Rate = Checked(rate);
        _anchorWall = start;
    }

    /// <summary>Gets the exercise's time at its start: that of the wall.</summary>
    public UtcMicroseconds Start { get; }

    /// <summary>Gets how long the exercise lasts by its own clock.</summary>
    public double DurationSeconds { get; }

    /// <summary>Gets exercise seconds a second, kept while it pauses.</summary>
    public double Rate { get; private init; }

    /// <summary>Gets a value indicating whether it stands still until it is resumed.</summary>
    public bool IsPaused { get; private init; }

    /// <summary>Seconds of the exercise that have passed, at most its duration.</summary>
    public double ElapsedSeconds(UtcMicroseconds wall) =>
        Math.Min(DurationSeconds, _anchorElapsedSeconds + (IsPaused ? 0 : Rate * Math.Max(0, wall.SecondsSince(_anchorWall))));

    /// <summary>The exercise's time.</summary>
    public UtcMicroseconds TimeAt(UtcMicroseconds wall) => Start.AddSeconds(ElapsedSeconds(wall));

    /// <summary>What it is doing.</summary>
    public ExerciseState StateAt(UtcMicroseconds wall) =>
        ElapsedSeconds(wall) >= DurationSeconds ? ExerciseState.Ended : IsPaused ? ExerciseState.Paused : ExerciseState.Running;

    /// <summary>The clock, stopped; one that stands already stays as it is.</summary>
    public ExerciseClock Paused(UtcMicroseconds wall) => IsPaused ? this : new ExerciseClock(this, wall) { IsPaused = true };

    /// <summary>The clock, running on from where it stood.</summary>
    public ExerciseClock Resumed(UtcMicroseconds wall) => IsPaused ? new ExerciseClock(this, wall) { IsPaused = false } : this;

    /// <summary>The clock, running at another rate from now on.</summary>
    public ExerciseClock AtRate(UtcMicroseconds wall, double rate) => new(this, wall) { Rate = Checked(rate) };

    private ExerciseClock(ExerciseClock from, UtcMicroseconds wall)
        : this(from.Start, from.DurationSeconds, from.Rate)
    {
        IsPaused = from.IsPaused;
        _anchorElapsedSeconds = from.ElapsedSeconds(wall);
        _anchorWall = wall > from._anchorWall ? wall : from._anchorWall;
    }

    private static double Checked(double rate) => rate is >= SlowestRate and <= FastestRate
        ? rate
        : throw new ArgumentOutOfRangeException(nameof(rate), rate, $"exercise seconds a second, from {SlowestRate} to {FastestRate}");
}

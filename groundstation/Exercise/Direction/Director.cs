using JointWatch.Contract.Messages;
using JointWatch.Exercises.Paths;
using JointWatch.Tracking;

namespace JointWatch.Exercises;

/// <summary>An object and its true state at an instant.</summary>
public sealed record ObjectTruth(int Number, ExerciseObject Object, ObjectState State);

/// <summary>
/// Directs one run of a scenario: says what the boards must be told, and what is true when. It reads no clock; whoever asks says what
/// time it is. Safe for use by several threads: its clock is an immutable value that is exchanged whole.
/// </summary>
public sealed class Director
{
    private ExerciseClock _clock;

    /// <param name="run">Another number than any run before it had.</param>
    /// <param name="start">The wall's time at the start, which is the exercise's too.</param>
    /// <param name="rate">Exercise seconds a second.</param>
    public Director(Scenario scenario, uint run, UtcMicroseconds start, double rate = 1)
    {
        Scenario = scenario;
        Run = run;
        _clock = new ExerciseClock(start, scenario.DurationSeconds, rate);
        Messages = ScenarioMessages.For(scenario, run);
    }

    /// <summary>Gets what is directed.</summary>
    public Scenario Scenario { get; }

    /// <summary>Gets the run's number.</summary>
    public uint Run { get; }

    /// <summary>Gets what each object's topic must carry, in order of object. They do not change.</summary>
    public IReadOnlyList<ScenarioMessage> Messages { get; }

    /// <summary>Gets the clock as it stands.</summary>
    public ExerciseClock Clock => Volatile.Read(ref _clock);

    /// <summary>What the clock's topic must carry at an instant of the wall clock.</summary>
    public ClockMessage ClockAt(UtcMicroseconds wall)
    {
        ExerciseClock clock = Clock;
        return new ClockMessage
        {
            Run = Run,
            State = clock.StateAt(wall),
            UtcUs = (ulong)wall.Value,
            ExerciseUs = (ulong)clock.TimeAt(wall).Value,
            RateMilli = (uint)Math.Round(clock.Rate * 1000),
            StartUs = (ulong)clock.Start.Value,
            Objects = (uint)Scenario.Objects.Count,
        };
    }

    /// <summary>Stops the exercise until it is resumed.</summary>
    public void Pause(UtcMicroseconds wall) => Change(clock => clock.Paused(wall));

    /// <summary>Goes on where it was paused.</summary>
    public void Resume(UtcMicroseconds wall) => Change(clock => clock.Resumed(wall));

    /// <summary>Goes on at another rate, exercise seconds a second.</summary>
    public void SetRate(UtcMicroseconds wall, double rate) => Change(clock => clock.AtRate(wall, rate));

    /// <summary>The objects that exist at an instant of the exercise's own clock, and their true states.</summary>
    public IReadOnlyList<ObjectTruth> TruthAt(UtcMicroseconds exerciseTime)
    {
        double elapsed = exerciseTime.SecondsSince(Clock.Start);
        return
        [
            .. Scenario.Objects.Index()
                .Where(o => o.Item.ExistsAt(elapsed))
                .Select(o => new ObjectTruth(o.Index, o.Item, o.Item.Path.StateAt(elapsed))),
        ];
    }

    /// <summary>An instant of the scenario on the exercise's clock: when an object is launched, when it comes down.</summary>
    public UtcMicroseconds TimeOf(double secondsFromStart) => Clock.Start.AddSeconds(secondsFromStart);

    private void Change(Func<ExerciseClock, ExerciseClock> change)
    {
        ExerciseClock before;
        do
        {
            before = Clock;
        }
        while (Interlocked.CompareExchange(ref _clock, change(before), before) != before);
    }
}

using CsCheck;
using JointWatch.Contract.Messages;
using JointWatch.Exercises;
using JointWatch.Tracking;

namespace JointWatch.Exercise.Tests.Direction;

public class ExerciseClockTests
{
    private static readonly UtcMicroseconds Start = UtcMicroseconds.From(new DateTimeOffset(2026, 7, 4, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void It_starts_at_the_walls_time_and_runs_at_its_rate()
    {
        var clock = new ExerciseClock(Start, 600, 8);
        Assert.Equal(Start, clock.TimeAt(Start));
        Assert.Equal(Start.AddSeconds(80), clock.TimeAt(Start.AddSeconds(10)));
        Assert.Equal(ExerciseState.Running, clock.StateAt(Start.AddSeconds(10)));
    }

    [Fact]
    public void A_pause_costs_no_exercise_time()
    {
        ExerciseClock paused = new ExerciseClock(Start, 600, 2).Paused(Start.AddSeconds(10));
        Assert.Equal(20, paused.ElapsedSeconds(Start.AddSeconds(500)));
        Assert.Equal(ExerciseState.Paused, paused.StateAt(Start.AddSeconds(500)));
        Assert.Equal(2, paused.Rate);

        ExerciseClock resumed = paused.Resumed(Start.AddSeconds(500));
        Assert.Equal(22, resumed.ElapsedSeconds(Start.AddSeconds(501)));
        Assert.Equal(ExerciseState.Running, resumed.StateAt(Start.AddSeconds(501)));
    }

    [Fact]
    public void A_change_of_rate_leaves_what_has_passed_as_it_is()
    {
        ExerciseClock clock = new ExerciseClock(Start, 600, 1).AtRate(Start.AddSeconds(100), 10);
        Assert.Equal(100, clock.ElapsedSeconds(Start.AddSeconds(100)));
        Assert.Equal(150, clock.ElapsedSeconds(Start.AddSeconds(105)));
    }

    [Fact]
    public void It_ends_at_its_duration_and_stays_there()
    {
        var clock = new ExerciseClock(Start, 600, 10);
        Assert.Equal(ExerciseState.Running, clock.StateAt(Start.AddSeconds(59.9)));
        Assert.Equal(ExerciseState.Ended, clock.StateAt(Start.AddSeconds(60)));
        Assert.Equal(Start.AddSeconds(600), clock.TimeAt(Start.AddSeconds(3_600)));
        Assert.Equal(ExerciseState.Ended, clock.Paused(Start.AddSeconds(70)).StateAt(Start.AddSeconds(71)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(1_001)]
    public void A_rate_out_of_bounds_is_refused(double rate)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExerciseClock(Start, 600, rate));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExerciseClock(Start, 600, 1).AtRate(Start, rate));
    }

    [Fact]
    public void Whatever_is_done_to_it_it_does_not_run_backwards_or_past_its_end()
    {
        Gen.Select(Gen.Int[0, 3], Gen.Double[0, 60], Gen.Double[0.5, 20]).Array[1, 40].Sample(steps =>
        {
            var clock = new ExerciseClock(Start, 600, 1);
            UtcMicroseconds wall = Start;
            foreach ((int action, double seconds, double rate) in steps)
            {
                double before = clock.ElapsedSeconds(wall);
                wall = wall.AddSeconds(seconds);
                clock = action switch
                {
                    0 => clock.Paused(wall),
                    1 => clock.Resumed(wall),
                    2 => clock.AtRate(wall, rate),
                    _ => clock,
                };
                Assert.InRange(clock.ElapsedSeconds(wall), before, 600);
            }
        });
    }

    [Fact]
    public void A_wall_clock_set_back_does_not_turn_it_back_past_its_last_change()
    {
        ExerciseClock clock = new ExerciseClock(Start, 600, 1).AtRate(Start.AddSeconds(100), 2);
        Assert.Equal(100, clock.ElapsedSeconds(Start.AddSeconds(-50)));
        Assert.Equal(100, clock.Paused(Start.AddSeconds(40)).ElapsedSeconds(Start.AddSeconds(200)));
        Assert.Equal(0, new ExerciseClock(Start, 600, 1).ElapsedSeconds(Start.AddSeconds(-1)));
    }
}

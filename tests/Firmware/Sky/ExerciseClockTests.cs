using JointWatch.Contract.Messages;
using JointWatch.Firmware.Sky;

namespace JointWatch.Firmware.Tests.Sky;

public sealed class ExerciseClockTests
{
    private static ClockMessage Message(uint run, ExerciseState state, uint rateMilli) =>
        new() { Run = run, State = state, UtcUs = 5_000_000, ExerciseUs = 900_000_000, StartUs = 800_000_000, RateMilli = rateMilli };

    [Theory]
    [InlineData(1_000, 902_500_000)]
    [InlineData(60_000, 1_050_000_000)]
    [InlineData(500, 901_250_000)]
    [InlineData(1_000_000, 3_400_000_000)]
    public void A_running_clock_goes_on_at_its_rate(uint rateMilli, long expected)
    {
        ExerciseClock clock = new();
        clock.Set(Message(1, ExerciseState.Running, rateMilli));

        Assert.Equal(expected, clock.At(7_500_000));
    }

    [Fact]
    public void A_paused_clock_stands()
    {
        ExerciseClock clock = new();
        clock.Set(Message(1, ExerciseState.Paused, 1000));

        Assert.True(clock.Active);
        Assert.Equal(900_000_000, clock.At(50_000_000));
    }

    [Fact]
    public void Only_a_run_that_was_not_there_before_is_new()
    {
        ExerciseClock clock = new();

        Assert.True(clock.Set(Message(1, ExerciseState.Running, 1000)));
        Assert.False(clock.Set(Message(1, ExerciseState.Paused, 1000)));
        Assert.False(clock.Set(Message(1, ExerciseState.Ended, 1000)));
        Assert.False(clock.Active);
        Assert.True(clock.Set(Message(2, ExerciseState.Running, 1000)));
        Assert.True(clock.Set(Message(3, ExerciseState.Running, 1000)));
    }

    [Fact]
    public void A_year_at_the_highest_rate_does_not_overflow()
    {
        ExerciseClock clock = new();
        clock.Set(Message(1, ExerciseState.Running, 1_000_000));

        const long Year = 365L * 86_400 * 1_000_000;
        Assert.Equal(900_000_000 + (Year * 1000), clock.At(5_000_000 + Year));
    }
}

using JointWatch.Contract.Messages;
using JointWatch.Exercises;
using JointWatch.Tracking;

namespace JointWatch.Exercise.Tests.Direction;

public class DirectorTests
{
    private static readonly UtcMicroseconds Start = UtcMicroseconds.From(new DateTimeOffset(2026, 7, 4, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void The_clock_message_says_run_rate_start_and_both_times()
    {
        var director = new Director(Scenario.BuiltIn(), run: 7, Start, rate: 2.5);
        ClockMessage clock = director.ClockAt(Start.AddSeconds(4));
        Assert.Equal(7u, clock.Run);
        Assert.Equal(ExerciseState.Running, clock.State);
        Assert.Equal(2_500u, clock.RateMilli);
        Assert.Equal((ulong)Start.Value, clock.StartUs);
        Assert.Equal((ulong)Start.AddSeconds(4).Value, clock.UtcUs);
        Assert.Equal((ulong)Start.AddSeconds(10).Value, clock.ExerciseUs);
        Assert.Equal((uint)Scenario.BuiltIn().Objects.Count, clock.Objects);
    }

    [Fact]
    public void A_director_pauses_resumes_and_changes_the_rate()
    {
        var director = new Director(Scenario.BuiltIn(), 1, Start);
        director.Pause(Start.AddSeconds(3));
        Assert.Equal(ExerciseState.Paused, director.ClockAt(Start.AddSeconds(9)).State);
        Assert.Equal((ulong)Start.AddSeconds(3).Value, director.ClockAt(Start.AddSeconds(9)).ExerciseUs);
        director.Resume(Start.AddSeconds(10));
        director.SetRate(Start.AddSeconds(11), 20);
        Assert.Equal((ulong)Start.AddSeconds(24).Value, director.ClockAt(Start.AddSeconds(12)).ExerciseUs);
    }

    [Fact]
    public void The_truth_holds_the_objects_that_exist_at_that_time()
    {
        var director = new Director(Scenario.BuiltIn(), 1, Start);
        IReadOnlyList<ObjectTruth> atStart = director.TruthAt(Start);
        Assert.NotEmpty(atStart);
        Assert.All(atStart, t => Assert.Equal(ObjectKind.Aircraft, t.Object.Kind));

        ExerciseObject missile = Scenario.BuiltIn().Objects.First(o => o.Kind == ObjectKind.Ballistic);
        UtcMicroseconds justBeforeImpact = director.TimeOf(missile.Impact!.Seconds - 0.001);
        Assert.Contains(director.TruthAt(justBeforeImpact), t => t.Object == missile);
        Assert.DoesNotContain(director.TruthAt(director.TimeOf(missile.Impact.Seconds + 0.001)), t => t.Object == missile);
    }

    [Fact]
    public void Every_object_has_a_message_under_its_number()
    {
        var director = new Director(Scenario.BuiltIn(), 9, Start);
        Assert.Equal(Scenario.BuiltIn().Objects.Select(o => o.Name), director.Messages.Select(m => m.Name), StringComparer.Ordinal);
        Assert.Equal(Enumerable.Range(0, director.Messages.Count), director.Messages.Select(m => (int)m.Object));
        Assert.All(director.Messages, m => Assert.Equal(9u, m.Run));
    }
}

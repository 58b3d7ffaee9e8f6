using JointWatch.Metrics.Delay;
using JointWatch.Metrics.Sets;
using JointWatch.Metrics.Tests.Trajectories;
using JointWatch.Tracking;

namespace JointWatch.Metrics.Tests.Delay;

/// <summary>Expected values follow by hand from the definition; times are a second apart.</summary>
public sealed class LatencyTests
{
    private static readonly Dictionary<string, UtcMicroseconds> Detected = new(StringComparer.Ordinal)
    {
        ["a"] = new UtcMicroseconds(1_500_000),
        ["c"] = new UtcMicroseconds(2_000_000),
    };

    [Fact]
    public void An_object_waits_from_its_first_time_and_from_its_first_detection()
    {
        Latency latency = Latency.Of(
            Wanderers.Compare([Way("a", 1, 9, 0), Way("b", 0, 9, 500), Way("c", 2, 9, 900)], [Way("1", 4, 9, 3), Way("2", 1, 9, 505)]),
            new SetMetric(10, 2),
            Detected);

        Assert.Equal(
            [new TargetLatency("a", 3, 2.5), new TargetLatency("b", 1, null), new TargetLatency("c", null, null)], latency.Targets);
        Assert.Equal((2, 3, 2.5), (latency.MeanFromTruthSeconds, latency.LongestFromTruthSeconds, latency.MeanFromDetectionSeconds));
        Assert.Equal(1 / 3.0, latency.NeverHeld, 1e-12);
    }

    [Fact]
    public void One_track_holds_one_of_two_objects()
    {
        Latency latency = Latency.Of(
            Wanderers.Compare([Way("a", 0, 9, 0), Way("b", 0, 9, 4)], [Way("1", 2, 9, 3)]), new SetMetric(10, 2), Detected);

        Assert.Equal([null, 2], latency.Targets.Select(t => t.FromTruthSeconds));
    }

    [Fact]
    public void An_object_that_is_never_there_does_not_wait()
    {
        Latency latency = Latency.Of(Wanderers.Compare([Way("a", 20, 30, 0)], [Way("1", 2, 9, 3)]), new SetMetric(10, 2), Detected);

        Assert.Empty(latency.Targets);
        Assert.Equal((double.NaN, double.NaN), (latency.NeverHeld, latency.MeanFromTruthSeconds));
    }

    private static Trajectory Way(string name, int first, int last, double x) =>
        new(name, [.. Enumerable.Range(0, 10).Select(k => k >= first && k <= last ? Wanderers.At(x, 0) : (Place?)null)]);
}

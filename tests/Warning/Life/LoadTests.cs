using JointWatch.Tracking;
using JointWatch.Warning.Tests.Simulation;
using JointWatch.Warnings;

namespace JointWatch.Warning.Tests.Life;

public sealed class LoadTests
{
    /// <summary>Counts bytes, not time: an airliner's estimate must cost no allocation at all.</summary>
    [Fact]
    public void Two_thousand_airliners_cost_no_allocation()
    {
        TrackEstimate airliner = new TrackSimulator(JetFlight.Fly(1, 0.01), 1, new TrackQuality { HorizonMeters = 0 }).At(0)!;
        TrackEstimate[] tracks = [.. Enumerable.Range(1, 2_000).Select(i => airliner with { Id = new TrackId(i) })];
        var stage = new LaunchWarningStage();
        Assert.Empty(stage.Update(tracks, [], airliner.Time));

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            _ = stage.Update(tracks, [], airliner.Time);
        }

        // The smallest object has 24 bytes: one for each estimate would be 4.8 MB. What the runtime itself allocates now and then is far less.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);
    }

    [Fact]
    public void A_raid_larger_than_the_limit_of_predictions_is_warned_of_all_the_same()
    {
        TrackSimulator[] raid =
        [
            .. Enumerable.Range(0, 8).Select(i => new TrackSimulator(Truth.Missile(420, 50 + (3 * i)), i, new TrackQuality(), i + 1)),
        ];
        Watchstander watch = new Watchstander(raid) { Stage = new LaunchWarningStage(new WarningOptions { MostImpactsPerUpdate = 2 }) }.RunTo(60);

        Assert.Equal(8, watch.Stage.Warnings.Count);
        Assert.All(watch.Stage.Warnings, w => Assert.Equal(WarningState.Confirmed, w.State));
        Assert.All(watch.Stage.Warnings, w => Assert.NotNull(w.Impact));
        Assert.Equal(Enumerable.Range(1, 8), watch.Stage.Warnings.Select(w => w.Id));
    }
}

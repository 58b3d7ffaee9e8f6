using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Tests.Scenarios;

public sealed class AllocationTests
{
    /// <summary>
    /// In steady state: all aircraft have tracks, false detections come and go, and the lists have their size. Then a scan allocates nothing.
    /// </summary>
    [Theory]
    [InlineData(AssociationMethod.BeliefPropagation)]
    [InlineData(AssociationMethod.NearestNeighbour)]
    public void A_scan_allocates_nothing(AssociationMethod method)
    {
        // Crowded at first, so that the pools have the size of the worst; then as it goes on.
        List<Scan> crowded = Scans(falseDetections: 30, from: 0, to: 60);
        List<Scan> calmer = Scans(falseDetections: 10, from: 60, to: 160);
        int warm = calmer.Count / 2;
        MultiTargetTracker tracker = new(new TrackerOptions { Association = method });
        foreach (Scan scan in crowded.Concat(calmer.Take(warm)))
        {
            tracker.Process(scan);
        }

        Assert.True(tracker.Tracks.Count(track => track.State == TrackState.Confirmed) >= 12);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = warm; i < calmer.Count; i++)
        {
            tracker.Process(calmer[i]);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static List<Scan> Scans(double falseDetections, double from, double to)
    {
        Sensor radar = Some.Radar("R1", LocalFrame.Flat(Vector3.Zero)) with { FalseDetectionsPerScan = falseDetections };
        Sky sky = new(5) { Sensors = { (radar, 0), (radar with { Id = new SensorId("R2"), Frame = LocalFrame.Flat(new Vector3(20_000, 0, 0)) }, 0.4) } };
        for (int i = 0; i < 12; i++)
        {
            sky.Objects.Add(Sky.Straight(new Vector3(-15_000 + (2_500 * i), 20_000 + (1_500 * i), 6_000 + (200 * i)), new Vector3(120, (20 * i) - 100, 0)));
        }

        return [.. sky.Scans(to).Where(scan => scan.Time >= Sky.At(from))];
    }
}

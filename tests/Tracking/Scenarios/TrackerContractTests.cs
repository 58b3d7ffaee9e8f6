using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Lifecycle;
using JointWatch.Tracking.Motion;

namespace JointWatch.Tracking.Tests.Scenarios;

/// <summary>What <see cref="ITracker"/> promises, whatever is in the sky.</summary>
public sealed class TrackerContractTests
{
    private static readonly Sensor Radar = Some.Radar("R1", LocalFrame.Flat(Vector3.Zero));

    [Fact]
    public void The_same_scans_give_the_same_tracks_bit_for_bit()
    {
        Assert.Equal(Digest(Crowd(21).Scans(40)), Digest(Crowd(21).Scans(40)));
    }

    [Fact]
    public void Scans_that_come_a_little_late_give_nearly_the_same_tracks()
    {
        List<Scan> inOrder = Crowd(22).Scans(60);
        Random random = new(23);
        List<Scan> shuffled = [.. inOrder.OrderBy(scan => scan.Time.AddSeconds(0.9 * random.NextDouble()))];
        MultiTargetTracker expected = Run(inOrder);
        MultiTargetTracker actual = Run(shuffled);

        Assert.NotEqual(inOrder, shuffled);
        Assert.Equal(0, actual.ScansTooLate);
        Assert.Equal(6, Confirmed(actual).Count);
        foreach (TrackEstimate track in Confirmed(expected))
        {
            double apart = Confirmed(actual).Min(other => (other.Position - track.Position).Length);
            Assert.True(apart < 60, $"{track.Id} is {apart} m away from the nearest");
        }
    }

    [Fact]
    public void A_scan_that_comes_much_too_late_is_counted_and_left_out()
    {
        List<Scan> scans = Crowd(24).Scans(20);
        MultiTargetTracker tracker = Run(scans);
        double[] before = [.. Confirmed(tracker).Select(track => track.Position.X)];

        IReadOnlyList<TrackId?> taken = tracker.Process(scans[0]);

        Assert.Equal(1, tracker.ScansTooLate);
        Assert.Equal(scans[0].Detections.Count, taken.Count);
        Assert.All(taken, id => Assert.Null(id));
        Assert.Equal(before, Confirmed(tracker).Select(track => track.Position.X));
    }

    [Fact]
    public void Each_detection_is_answered_by_the_track_that_took_it()
    {
        Sky sky = new(25) { Sensors = { (Radar with { FalseDetectionsPerScan = 0.5, DetectionProbability = 1 }, 0) }, Objects = { Sky.Straight(new Vector3(20_000, 30_000, 9_000), new Vector3(-220, 60, 0)) } };
        List<Scan> scans = sky.Scans(30);
        MultiTargetTracker tracker = Run(scans.SkipLast(1));
        TrackId id = Assert.Single(Confirmed(tracker)).Id;

        IReadOnlyList<TrackId?> taken = tracker.Process(scans[^1]);

        Assert.Equal(scans[^1].Detections.Count, taken.Count);
        Assert.Single(taken, t => t == id);
    }

    [Fact]
    public void Estimates_are_for_the_newest_time_and_have_positive_variances()
    {
        MultiTargetTracker tracker = Run(Crowd(26).Scans(30));
        tracker.AdvanceTo(Sky.At(31));

        Assert.NotEmpty(tracker.Tracks);
        foreach (TrackEstimate track in tracker.Tracks)
        {
            Assert.Equal(Sky.At(31), track.Time);
            Assert.Equal(36, track.Covariance.Count);
            Assert.All(Enumerable.Range(0, 6), i => Assert.True(track.Covariance[7 * i] > 0));
        }

        Assert.Equal(tracker.Tracks.OrderBy(track => track.Id.Value), tracker.Tracks);
    }

    [Fact]
    public void Empty_scans_and_no_scans_are_fine()
    {
        MultiTargetTracker tracker = new();

        tracker.AdvanceTo(Sky.At(0));
        Assert.Empty(tracker.Process(new Scan(Radar, Sky.At(1), [])));
        Assert.Empty(tracker.Tracks);
        Assert.Empty(tracker.TakeEnded());
    }

    [Fact]
    public void Options_outside_their_range_are_refused_by_name()
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(
            () => new MultiTargetTracker(new TrackerOptions { Motion = new MotionOptions { ManoeuvreSeconds = 0 } }));
        Assert.Equal("ManoeuvreSeconds", error.ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new MultiTargetTracker(new TrackerOptions { Deletion = new DeletionOptions { ConfirmedSeconds = double.NaN } }));
    }

    /// <summary>Six aircraft, two radars and an infra-red sensor.</summary>
    private static Sky Crowd(int seed)
    {
        Sky sky = new(seed);
        sky.Sensors.Add((Radar, 0));
        sky.Sensors.Add((Radar with { Id = new SensorId("R2"), Frame = LocalFrame.Flat(new Vector3(40_000, 0, 0)) }, 0.4));
        sky.Sensors.Add((Some.Infrared("I1", LocalFrame.Flat(new Vector3(0, 50_000, 0))), 0.2));
        for (int i = 0; i < 6; i++)
        {
            (double sin, double cos) = Math.SinCos(i);
            sky.Objects.Add(Sky.Straight(new Vector3(20_000 + (9_000 * cos), 30_000 + (9_000 * sin), 7_000 + (500 * i)), new Vector3(-200 * sin, 200 * cos, 0)));
        }

        return sky;
    }

    private static string Digest(List<Scan> scans)
    {
        MultiTargetTracker tracker = new();
        System.Text.StringBuilder digest = new();
        foreach (Scan scan in scans)
        {
            digest.AppendJoin(',', tracker.Process(scan));
            foreach (TrackEstimate track in tracker.Tracks)
            {
                digest.Append(track.Id).Append(track.State).Append(BitConverter.DoubleToInt64Bits(track.Position.X));
                digest.AppendJoin(',', track.Covariance.Select(BitConverter.DoubleToInt64Bits));
            }
        }

        return digest.ToString();
    }

    private static MultiTargetTracker Run(IEnumerable<Scan> scans)
    {
        MultiTargetTracker tracker = new();
        foreach (Scan scan in scans)
        {
            tracker.Process(scan);
        }

        return tracker;
    }

    private static List<TrackEstimate> Confirmed(MultiTargetTracker tracker) => [.. tracker.Tracks.Where(track => track.State == TrackState.Confirmed)];
}

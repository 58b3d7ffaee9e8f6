using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Tests.Scenarios;

public sealed class DeterminismTests
{
    private static readonly Lazy<List<Scan>> Crowd = new(() => Aircraft(300).Scans(12));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void Any_number_of_threads_gives_the_same_tracks_bit_for_bit(int threads)
    {
        Assert.Equal(Digest(new TrackerOptions()), Digest(new TrackerOptions { Threads = threads }));
    }

    [Fact]
    public void Scans_up_to_ten_seconds_late_in_any_order_give_the_tracks_of_the_ordered_run()
    {
        Sky sky = Aircraft(12);
        List<Scan> scans = sky.Scans(45);
        Random random = new(7);
        List<Scan> late = [.. scans
            .Select(scan => (Scan: scan, Arrives: scan.Time.SecondsSince(Sky.At(0)) + (random.NextDouble() * 9.9)))
            .OrderBy(arrival => arrival.Arrives)
            .Select(arrival => arrival.Scan)];
        MultiTargetTracker ordered = new();
        MultiTargetTracker shuffled = new();
        scans.ForEach(scan => ordered.Process(scan));
        late.ForEach(scan => shuffled.Process(scan));

        Assert.Equal(0, shuffled.ScansTooLate);
        Assert.True(shuffled.Rollbacks > 10);
        List<TrackEstimate> expected = [.. ordered.Tracks.Where(track => track.State == TrackState.Confirmed).OrderBy(track => track.Position.X)];
        List<TrackEstimate> actual = [.. shuffled.Tracks.Where(track => track.State == TrackState.Confirmed).OrderBy(track => track.Position.X)];
        Assert.Equal(expected.Count, actual.Count);
        for (int i = 0; i < expected.Count; i++)
        {
            Assert.True((expected[i].Position - actual[i].Position).Length < 1e-6, $"{expected[i].Position} {actual[i].Position}");
            Assert.Equal(expected[i].Existence, actual[i].Existence, 1e-9);
        }
    }

    /// <summary>
    /// On another processor sines and square roots may differ in the last bit. Here each number of each detection is moved by one or two units in its last
    /// place, which is no less: the same tracks, with the same numbers, to a millimetre.
    /// </summary>
    [Fact]
    public void A_maths_library_that_differs_in_the_last_bit_moves_tracks_by_less_than_a_millimetre()
    {
        MultiTargetTracker here = new();
        MultiTargetTracker there = new();
        Random random = new(5);
        double farthest = 0;
        foreach (Scan scan in Aircraft(60).Scans(60))
        {
            here.Process(scan);
            there.Process(scan with { Detections = [.. scan.Detections.Select(d => InLastPlace(d, random))] });
            Assert.Equal(here.Tracks.Select(track => (track.Id, track.State)), there.Tracks.Select(track => (track.Id, track.State)));
            foreach ((TrackEstimate a, TrackEstimate b) in here.Tracks.Zip(there.Tracks))
            {
                farthest = Math.Max(farthest, (a.Position - b.Position).Length);
            }
        }

        Assert.InRange(farthest, double.Epsilon, 0.001);
    }

    private static Detection InLastPlace(Detection detection, Random random) => detection with
    {
        RangeMeters = Moved(detection.RangeMeters, random),
        AzimuthRadians = Moved(detection.AzimuthRadians, random),
        ElevationRadians = Moved(detection.ElevationRadians, random),
        RangeRateMetersPerSecond = Moved(detection.RangeRateMetersPerSecond, random),
    };

    private static double Moved(double value, Random random) => value + ((random.Next(5) - 2) * (Math.BitIncrement(value) - value));

    private static Sky Aircraft(int count)
    {
        Sensor radar = Some.Radar("R1", LocalFrame.Flat(Vector3.Zero)) with { FalseDetectionsPerScan = 20 };
        Sky sky = new(11) { Sensors = { (radar, 0), (radar with { Id = new SensorId("R2"), Frame = LocalFrame.Flat(new Vector3(20_000, 0, 0)) }, 0.4) } };
        Random random = new(12);
        for (int i = 0; i < count; i++)
        {
            Vector3 start = new(random.Next(-20_000, 20_000), random.Next(10_000, 40_000), random.Next(3_000, 9_000));
            sky.Objects.Add(Sky.Straight(start, new Vector3(random.Next(-250, 250), random.Next(-250, 250), 0)));
        }

        return sky;
    }

    private static string Digest(TrackerOptions options)
    {
        MultiTargetTracker tracker = new(options);
        System.Text.StringBuilder text = new();
        foreach (Scan scan in Crowd.Value)
        {
            text.AppendJoin(' ', tracker.Process(scan));
            foreach (TrackEstimate track in tracker.Tracks)
            {
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{track.Id} {track.State} {track.Existence:R} {track.Position} {track.Velocity} {track.Acceleration} ");
                text.AppendJoin(' ', track.Covariance.Select(BitConverter.DoubleToInt64Bits));
            }
        }

        return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text.ToString())));
    }
}

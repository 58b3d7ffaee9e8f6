using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Tests.Scenarios;

public sealed class TrackerScenarioTests
{
    private static readonly Sensor Radar = Some.Radar("R1", LocalFrame.Flat(Vector3.Zero));

    [Fact]
    public void An_aircraft_becomes_one_confirmed_track_where_it_is()
    {
        Flight aircraft = Sky.Straight(new Vector3(20_000, 30_000, 9_000), new Vector3(-220, 60, 0));
        Sky sky = new(1) { Sensors = { (Radar, 0) }, Objects = { aircraft } };

        TrackEstimate track = Assert.Single(Confirmed(Run(sky.Scans(40))));

        Assert.True((track.Position - aircraft(39)!.Value.Position).Length < 150, $"{track.Position}");
        Assert.True((track.Velocity - aircraft(39)!.Value.Velocity).Length < 30, $"{track.Velocity}");
        Assert.Equal([Radar.Id], track.Sensors);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(60)]
    public void False_detections_alone_hardly_ever_confirm_a_track(double falseDetections)
    {
        Sensor radar = Radar with { FalseDetectionsPerScan = falseDetections, FieldOfView = new FieldOfView(0, Math.Tau, 0, 0.5, 1_000, 120_000) };
        HashSet<(int Seed, TrackId Track)> atStart = [];
        HashSet<(int Seed, TrackId Track)> later = [];
        for (int seed = 0; seed < 100; seed++)
        {
            Sky sky = new(seed) { Sensors = { (radar, 0), (radar with { Id = new SensorId("R2") }, 0.5) } };
            MultiTargetTracker tracker = new();
            foreach (Scan scan in sky.Scans(30))
            {
                tracker.Process(scan);
                (scan.Time < Sky.At(5) ? atStart : later).UnionWith(Confirmed(tracker).Select(track => (seed, track.Id)));
            }
        }

        Assert.True(atStart.Count <= 3, $"{atStart.Count} false tracks in 100 starts");
        Assert.True(later.Count <= 3, $"{later.Count} false tracks in 2,500 s");
    }

    [Fact]
    public void Aircraft_that_cross_keep_their_tracks()
    {
        Flight first = Sky.Straight(new Vector3(-9_000, 30_000, 8_000), new Vector3(250, 0, 0));
        Flight second = Sky.Straight(new Vector3(0, 21_000, 8_100), new Vector3(0, 250, 0));
        Flight third = Sky.Straight(new Vector3(7_000, 37_000, 7_900), new Vector3(-200, -200, 0));
        Sky sky = new(4) { Sensors = { (Radar, 0), (Radar with { Id = new SensorId("R2"), Frame = LocalFrame.Flat(new Vector3(30_000, 0, 0)) }, 0.5) }, Objects = { first, second, third } };
        List<Scan> scans = sky.Scans(72);
        MultiTargetTracker tracker = new();
        foreach (Scan scan in scans.Where(scan => scan.Time < Sky.At(20)))
        {
            tracker.Process(scan);
        }

        TrackId[] before = [.. sky.Objects.Select(flight => Nearest(tracker, flight(19.5)!.Value.Position))];
        foreach (Scan scan in scans.Where(scan => scan.Time >= Sky.At(20)))
        {
            tracker.Process(scan);
        }

        Assert.Equal(3, before.Distinct().Count());
        Assert.Equal(before, sky.Objects.Select(flight => Nearest(tracker, flight(71.5)!.Value.Position)));
        Assert.Equal(3, Confirmed(tracker).Count());
    }

    [Fact]
    public void A_track_without_detections_ends()
    {
        Flight aircraft = Sky.Straight(new Vector3(20_000, 30_000, 9_000), new Vector3(-220, 60, 0));
        Sky sky = new(5) { Sensors = { (Radar with { FalseDetectionsPerScan = 0.5 }, 0) }, Objects = { t => t < 30 ? aircraft(t) : null } };

        MultiTargetTracker tracker = Run(sky.Scans(60));

        Assert.Empty(Confirmed(tracker));
        var all = tracker.TakeEnded(); Assert.True(all.Count == 1, string.Join("\n", all)); TrackEstimate ended = all[0];
        Assert.Equal(TrackState.Ended, ended.State);
        Assert.InRange(ended.Time.SecondsSince(Sky.At(30)), 3, 16);
        Assert.Empty(tracker.TakeEnded());
    }

    [Fact]
    public void A_track_ends_when_time_passes_without_any_scan()
    {
        Sky sky = new(6) { Sensors = { (Radar, 0) }, Objects = { Sky.Straight(new Vector3(20_000, 30_000, 9_000), new Vector3(-220, 60, 0)) } };
        MultiTargetTracker tracker = Run(sky.Scans(30));

        tracker.AdvanceTo(Sky.At(40));
        Assert.Single(Confirmed(tracker));
        tracker.AdvanceTo(Sky.At(50));

        Assert.Empty(tracker.Tracks);
        Assert.Single(tracker.TakeEnded());
    }

    [Fact]
    public void A_rocket_seen_by_two_radars_and_infra_red_is_one_track_through_boost_and_coast()
    {
        (Sky sky, Rocket rocket) = Launch(7, radars: true);
        HashSet<TrackId> confirmed = [];
        double worst = 0;
        MultiTargetTracker tracker = new();
        foreach (Scan scan in sky.Scans(240))
        {
            tracker.Process(scan);
            foreach (TrackEstimate track in Confirmed(tracker))
            {
                confirmed.Add(track.Id);
                worst = Math.Max(worst, (track.Position - rocket.At(scan.Time.SecondsSince(Sky.At(0)))!.Value.Position).Length);
            }
        }

        TrackEstimate last = Assert.Single(Confirmed(tracker));
        Assert.Single(confirmed);
        Assert.True(worst < 1_500, $"worst error {worst} m");
        Assert.Equal(4, last.Sensors.Count);
        Assert.True(last.Velocity.Length > 1_500, $"speed {last.Velocity.Length} m/s");
    }

    [Fact]
    public void A_rocket_outside_all_cover_for_ten_seconds_keeps_its_track()
    {
        (Sky sky, Rocket rocket) = Launch(8, radars: true);
        MultiTargetTracker tracker = Run(sky.Scans(200).Where(scan => scan.Time < Sky.At(170) || scan.Time > Sky.At(180)));

        TrackEstimate track = Assert.Single(Confirmed(tracker));

        Assert.True(track.FirstDetection < Sky.At(60));
        Assert.True((track.Position - rocket.At(199.5)!.Value.Position).Length < 1_500);
    }

    [Fact]
    public void Two_infra_red_sensors_alone_begin_and_hold_a_track()
    {
        (Sky sky, Rocket rocket) = Launch(9, radars: false);

        TrackEstimate track = Assert.Single(Confirmed(Run(sky.Scans(90))));

        Assert.Equal(2, track.Sensors.Count);
        Assert.True((track.Position - rocket.At(89.5)!.Value.Position).Length < 1_000);
    }

    [Fact]
    public void An_object_at_seven_kilometres_a_second_is_tracked()
    {
        Flight warhead = Sky.Straight(new Vector3(300_000, 100_000, 120_000), new Vector3(-6_600, -1_000, -2_300));
        Sky sky = new(10) { Sensors = { (Radar, 0) }, Objects = { warhead } };

        TrackEstimate track = Assert.Single(Confirmed(Run(sky.Scans(25))));

        Assert.True((track.Velocity - warhead(24)!.Value.Velocity).Length < 200, $"{track.Velocity}");
    }

    [Fact]
    public void An_object_that_passes_north_of_the_radar_keeps_its_track()
    {
        Sky sky = new(11) { Sensors = { (Radar, 0) }, Objects = { Sky.Straight(new Vector3(-8_000, 60_000, 9_000), new Vector3(250, 0, 0)) } };

        TrackEstimate track = Assert.Single(Confirmed(Run(sky.Scans(70))));

        Assert.True(track.FirstDetection < Sky.At(10));
        Assert.True(track.Position.X > 8_000);
    }

    [Fact]
    public void An_object_that_passes_overhead_keeps_its_track()
    {
        Sensor radar = Radar with { FieldOfView = Radar.FieldOfView with { ElevationMaxRadians = Math.PI / 2 } };
        Sky sky = new(12) { Sensors = { (radar, 0) }, Objects = { Sky.Straight(new Vector3(-9_000, 20, 10_000), new Vector3(250, 0, 0)) } };

        TrackEstimate track = Assert.Single(Confirmed(Run(sky.Scans(72))));

        Assert.True(track.FirstDetection < Sky.At(10));
        Assert.True(track.Position.X > 8_000);
    }

    [Fact]
    public void Range_rate_sharpens_the_velocity()
    {
        Flight aircraft = Sky.Straight(new Vector3(5_000, 60_000, 9_000), new Vector3(0, -240, 0));
        Sensor doppler = Radar with { Noise = Radar.Noise with { RangeRateSigmaMetersPerSecond = 1 } };
        TrackEstimate without = Assert.Single(Confirmed(Run(new Sky(13) { Sensors = { (Radar, 0) }, Objects = { aircraft } }.Scans(15))));
        TrackEstimate with = Assert.Single(Confirmed(Run(new Sky(13) { Sensors = { (doppler, 0) }, Objects = { aircraft } }.Scans(15))));

        // Row and column 4 of the covariance: the velocity north, along the line of sight.
        Assert.True(with.Covariance[28] < 0.3 * without.Covariance[28]);
        Assert.Equal(-240, with.Velocity.Y, 5.0);
    }

    [Fact]
    public void Detections_whose_range_rate_contradicts_their_movement_begin_no_track()
    {
        Sensor doppler = Radar with { Noise = Radar.Noise with { RangeRateSigmaMetersPerSecond = 1 }, FalseDetectionsPerScan = 0.5 };
        Random random = new(14);
        MultiTargetTracker tracker = new();
        for (int t = 0; t < 30; t++)
        {
            Detection honest = Some.Measured(doppler, new Vector3(0, 60_000 - (240 * t), 9_000), new Vector3(0, -240, 0), random);
            tracker.Process(new Scan(doppler, Sky.At(t), [honest with { RangeRateMetersPerSecond = 900 }]));
        }

        Assert.Empty(tracker.Tracks);
    }

    [Fact]
    public void Two_radars_one_object_one_track()
    {
        Sensor second = Radar with { Id = new SensorId("R2"), Frame = LocalFrame.Flat(new Vector3(40_000, 0, 0)) };
        Sky sky = new(15) { Sensors = { (Radar, 0), (second, 0) }, Objects = { Sky.Straight(new Vector3(20_000, 30_000, 9_000), new Vector3(-220, 60, 0)) } };
        MultiTargetTracker tracker = new();
        foreach (Scan scan in sky.Scans(60))
        {
            tracker.Process(scan);
            Assert.True(Confirmed(tracker).Count() <= 1);
        }

        Assert.Equal(2, Assert.Single(Confirmed(tracker)).Sensors.Count);
    }

    private static (Sky Sky, Rocket Rocket) Launch(int seed, bool radars)
    {
        Rocket rocket = new(Geodetic.FromDegrees(28.6, -80.6, 3), double.DegreesToRadians(45), 120, 260);
        Sky sky = new(seed) { Objects = { rocket.At }, Hot = static t => t < 120 };
        sky.Sensors.Add((Some.Infrared("I1", LocalFrame.At(Geodetic.FromDegrees(28.95, -80.9, 8))), 0.1));
        sky.Sensors.Add((Some.Infrared("I2", LocalFrame.At(Geodetic.FromDegrees(28.05, -80.6, 6))), 0.3));
        if (radars)
        {
            sky.Sensors.Add((Some.Radar("R1", LocalFrame.At(Geodetic.FromDegrees(28.3, -80.62, 10))), 0));
            sky.Sensors.Add((Some.Radar("R2", LocalFrame.At(Geodetic.FromDegrees(29.2, -81.0, 12))), 0.4));
        }

        return (sky, rocket);
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

    private static IEnumerable<TrackEstimate> Confirmed(MultiTargetTracker tracker) =>
        tracker.Tracks.Where(track => track.State == TrackState.Confirmed);

    private static TrackId Nearest(MultiTargetTracker tracker, Vector3 position) =>
        Confirmed(tracker).MinBy(track => (track.Position - position).Length)!.Id;
}

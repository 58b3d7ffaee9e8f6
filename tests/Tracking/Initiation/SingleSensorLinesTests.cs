using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Initiation;
using JointWatch.Tracking.Initiation.SingleSensor;
using JointWatch.Tracking.Numerics;
using JointWatch.Tracking.Tests.Scenarios;

namespace JointWatch.Tracking.Tests.Initiation;

/// <summary>What is expected is the truth of a seeded simulation, within the bounds that a seed states of itself.</summary>
public sealed class SingleSensorLinesTests
{
    private static readonly SingleSensorOptions _options = new();

    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    public void One_infra_red_sensor_alone_founds_no_track(double ownSpeed)
    {
        Sky sky = new(1);
        AddObjects(sky, 10);
        Sensor infrared = Some.Infrared("i1", LocalFrame.Flat(Vector3.Zero));
        SingleSensorLines lines = new(_options);
        List<TrackSeed> seeds = [];
        int held = 0;
        sky.Sensors.Add((infrared, 0));
        foreach (Scan scan in sky.Scans(150))
        {
            double t = scan.Time.SecondsSince(Sky.At(0));
            Scan moved = ownSpeed == 0 ? scan : Look(sky, infrared with { Frame = LocalFrame.Flat(new Vector3(0, ownSpeed * t, 3_000)) }, t);
            Take(lines, moved, seeds);
            held = Math.Max(held, lines.Hypotheses.Count);
        }

        Assert.Empty(seeds);
        Assert.InRange(held, 8, 14);
    }

    [Fact]
    public void A_line_prefers_no_range_until_something_tells()
    {
        Sky sky = new(2);
        sky.Objects.Add(Sky.Straight(new Vector3(20_000, 30_000, 5_000), new Vector3(-150, 50, 0)));
        sky.Sensors.Add((Some.Infrared("i1", LocalFrame.Flat(Vector3.Zero)) with { FalseDetectionsPerScan = 0 }, 0));
        SingleSensorLines lines = new(_options);
        foreach (Scan scan in sky.Scans(30))
        {
            Take(lines, scan, []);
        }

        LineHypothesis line = Assert.Single(lines.Hypotheses);
        Assert.Equal(_options.Bins, line.Ranges.Count);
        Assert.Equal(1, line.Ranges.Sum(r => r.Weight), 1e-9);
        Assert.All(line.Ranges, r => Assert.InRange(r.Weight, 0, 0.4));
        Assert.InRange(line.Ranges.Count(r => r.Weight > 0.1), 4, 8);
        Assert.Equal(500, line.Ranges[0].FromMeters, 1e-6);
        Assert.Equal(500_000, line.Ranges[^1].ToMeters, 1e-3);
        Enu truth = new(20_000 - (150 * 29.5), 30_000 + (50 * 29.5), 5_000);
        Assert.Equal(truth.AzimuthRadians, line.AzimuthRadians, 0.002);
        Assert.Equal(truth.ElevationRadians, line.ElevationRadians, 0.002);
    }

    [Fact]
    public void A_radar_detection_on_a_line_gives_the_track_at_the_right_range()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            Sky sky = new(100 + seed);
            Flight flight = Sky.Straight(new Vector3(30_000, 40_000, 6_000), new Vector3(-180, 60, 0));
            sky.Objects.Add(flight);
            sky.Sensors.Add((Some.Infrared("i1", LocalFrame.Flat(Vector3.Zero)), 0));
            List<Scan> scans = sky.Scans(6);
            Sky later = new(200 + seed);
            later.Objects.Add(flight);
            later.Sensors.Add((Some.Radar("r1", LocalFrame.Flat(new Vector3(5_000, -8_000, 0))) with { DetectionProbability = 1 }, 6));
            scans.AddRange(later.Scans(6.5));
            SingleSensorLines lines = new(_options);
            List<TrackSeed> seeds = [];
            foreach (Scan scan in scans)
            {
                Take(lines, scan, seeds);
            }

            TrackSeed found = Assert.Single(seeds);
            Assert.InRange(Nees(found, flight(6)!.Value), 0, ChiSquareOf6At9999);
            Assert.InRange(found.Existence, 0.9, 1);
            Assert.Equal("i1", found.Earlier.Sensor.Id.Value);
            Assert.Equal("r1", found.Later.Sensor.Id.Value);
            Assert.DoesNotContain(lines.Hypotheses, h => h.Detections > 8);
        }
    }

    [Fact]
    public void False_radar_detections_hardly_ever_pass_for_the_range_of_a_line()
    {
        // 10 lines, 100 looks of 20 false detections: by the density that it is told, one coincidence in some 20 such runs.
        Sky sky = new(3);
        AddObjects(sky, 10);
        sky.Sensors.Add((Some.Infrared("i1", LocalFrame.Flat(Vector3.Zero)), 0));
        Sky empty = new(4);
        empty.Sensors.Add((Some.Radar("r1", LocalFrame.Flat(new Vector3(5_000, 0, 0))) with { FalseDetectionsPerScan = 20 }, 0.25));
        SingleSensorLines lines = new(_options);
        List<TrackSeed> seeds = [];
        foreach (Scan scan in sky.Scans(100).Concat(empty.Scans(100)).OrderBy(s => s.Time))
        {
            Take(lines, scan, seeds);
        }

        Assert.InRange(seeds.Count, 0, 2);
    }

    [Fact]
    public void Lines_of_two_infra_red_sensors_that_cross_give_tracks_where_the_objects_are()
    {
        int found = 0;
        List<double> errors = [];
        for (int seed = 0; seed < 20; seed++)
        {
            Sky sky = new(300 + seed);
            AddObjects(sky, 5, seed);
            sky.Sensors.Add((Some.Infrared("i1", LocalFrame.Flat(new Vector3(-10_000, 0, 0))), 0));
            sky.Sensors.Add((Some.Infrared("i2", LocalFrame.Flat(new Vector3(10_000, 0, 0))), 0.2));
            SingleSensorLines lines = new(_options);
            List<TrackSeed> seeds = [];
            HashSet<int> of = [];
            foreach (Scan scan in sky.Scans(8))
            {
                int before = seeds.Count;
                Take(lines, scan, seeds);
                foreach (TrackSeed s in seeds.Skip(before))
                {
                    (double error, int nearest) = sky.Objects.Select((o, i) => (Nees(s, o(scan.Time.SecondsSince(Sky.At(0)))!.Value), i)).Min();
                    errors.Add(error);
                    of.Add(nearest);
                }
            }

            found += of.Count;
        }

        Assert.InRange(found, 95, 100);
        Assert.All(errors, e => Assert.InRange(e, 0, ChiSquareOf6At9999));
    }

    [Fact]
    public void A_copy_goes_on_as_the_one_it_was_copied_from()
    {
        Sky sky = new(6);
        AddObjects(sky, 8);
        sky.Sensors.Add((Some.Infrared("i1", LocalFrame.Flat(new Vector3(-10_000, 0, 0))), 0));
        sky.Sensors.Add((Some.Infrared("i2", LocalFrame.Flat(new Vector3(10_000, 0, 0))), 0.2));
        SingleSensorLines lines = new(_options);
        SingleSensorLines copy = new(_options);
        List<TrackSeed> first = [];
        List<TrackSeed> second = [];
        foreach (Scan scan in sky.Scans(20))
        {
            if (scan.Time < Sky.At(2.5))
            {
                Take(lines, scan, first);
                second = [.. first];
                copy.CopyFrom(lines);
                continue;
            }

            Take(lines, scan, first);
            Take(copy, scan, second);
        }

        Assert.True(first.Count > 3);
        Assert.Equal(first.Select(s => (s.State[0], s.Existence, s.Detection)), second.Select(s => (s.State[0], s.Existence, s.Detection)));
    }

    [Fact]
    public void Numbers_stay_bounded_and_nothing_is_allocated()
    {
        Sky sky = new(7);
        AddObjects(sky, 40);
        sky.Sensors.Add((Some.Infrared("i1", LocalFrame.Flat(new Vector3(-10_000, 0, 0))) with { FalseDetectionsPerScan = 30 }, 0));
        sky.Sensors.Add((Some.Infrared("i2", LocalFrame.Flat(new Vector3(10_000, 0, 0))) with { FalseDetectionsPerScan = 30 }, 0.2));
        SingleSensorLines lines = new(_options with { MaxLines = 32, MaxCrossings = 16 });
        List<TrackSeed> seeds = new(10_000);
        List<(Scan Scan, double[] Free, double[] Density)> scans = [.. sky.Scans(60).Select(s => (s, Ones(s), Densities(s)))];
        long allocated = 0;
        for (int i = 0; i < scans.Count; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            lines.Take(scans[i].Scan, scans[i].Free, scans[i].Density, seeds);
            allocated += i > scans.Count / 2 ? GC.GetAllocatedBytesForCurrentThread() - before : 0;
            Assert.InRange(lines.Hypotheses.Count, 0, 32);
        }

        Assert.InRange(allocated, 0, 4_096);
    }

    [Fact]
    public void Options_outside_their_ranges_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SingleSensorOptions { Bins = 1 }.Validate());

    /// <summary>The value that a chi-square number of 6 degrees of freedom exceeds once in 10,000 (M. Abramowitz and I. Stegun, 1964, table 26.8).</summary>
    private const double ChiSquareOf6At9999 = 27.86;

    private static void AddObjects(Sky sky, int count, int seed = 0)
    {
        Random random = new(1_000 + seed);
        for (int i = 0; i < count; i++)
        {
            double place = Math.PI * random.NextDouble();
            double heading = Math.Tau * random.NextDouble();
            double range = 15_000 + (40_000 * random.NextDouble());
            sky.Objects.Add(Sky.Straight(
                new Vector3(range * Math.Cos(place), 8_000 + (range * Math.Sin(place)), 3_000 + (7_000 * random.NextDouble())),
                new Vector3(200 * Math.Cos(heading), 200 * Math.Sin(heading), 0)));
        }
    }

    /// <summary>One look of a sensor where it stands now.</summary>
    private static Scan Look(Sky sky, Sensor sensor, double t)
    {
        Sky one = new((int)(t * 1_000));
        one.Objects.AddRange(sky.Objects);
        one.Sensors.Add((sensor with { ScanPeriodSeconds = 1_000 }, t));
        return Assert.Single(one.Scans(t + 0.1)) with { Sensor = sensor };
    }

    private static void Take(SingleSensorLines lines, Scan scan, List<TrackSeed> seeds) => lines.Take(scan, Ones(scan), Densities(scan), seeds);

    private static double[] Ones(Scan scan) => [.. scan.Detections.Select(_ => 1.0)];

    /// <summary>False detections uniform in range, azimuth and elevation, in a metre and two radians across the line of sight.</summary>
    private static double[] Densities(Scan scan)
    {
        FieldOfView field = scan.Sensor.FieldOfView;
        double ranges = scan.Sensor.Kind == SensorKind.Radar ? field.RangeMaxMeters - field.RangeMinMeters : 1;
        double volume = ranges * field.AzimuthWidthRadians * (field.ElevationMaxRadians - field.ElevationMinRadians);
        return [.. scan.Detections.Select(d => Math.Log(scan.Sensor.FalseDetectionsPerScan / volume / Math.Cos(d.ElevationRadians)))];
    }

    private static double Nees(TrackSeed seed, (Vector3 Position, Vector3 Velocity) truth)
    {
        double[] error =
        [
            seed.State[0] - truth.Position.X, seed.State[1] - truth.Position.Y, seed.State[2] - truth.Position.Z,
            seed.State[3] - truth.Velocity.X, seed.State[4] - truth.Velocity.Y, seed.State[5] - truth.Velocity.Z,
        ];
        double[] factor = [.. ((ReadOnlySpan<double>)seed.Covariance).ToArray()];
        Assert.True(SpdMatrix.TryFactor(factor, 6));
        SpdMatrix.SolveLower(factor, 6, error);
        return error.Sum(e => e * e);
    }
}

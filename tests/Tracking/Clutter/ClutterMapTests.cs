using JointWatch.Tracking.Clutter;
using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Tests.Scenarios;

namespace JointWatch.Tracking.Tests.Clutter;

/// <summary>
/// What is expected is the truth of a seeded Poisson process; the bounds are those of its counts: faded over a memory of M scans, N a scan are known to
/// sqrt(N / 2M).
/// </summary>
public sealed class ClutterMapTests
{
    private static readonly ClutterOptions _options = new();

    public static TheoryData<string> Forms => ["radar", "level radar", "infra-red", "bearing", "place", "radar in a box", "place in a box"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_sensor_that_says_none_and_has_twenty_is_found_out_within_forty_scans(string form)
    {
        Sensor sensor = Of(form) with { FalseDetectionsPerScan = 0 };
        ClutterMap map = Learned(sensor, perScan: 20, scans: 44, seed: 1);

        // Forty scans of twenty against ten of none: 16, and four sigma of forty Poisson counts.
        double expected = Expected(20, said: 0.05, scans: 40);
        Assert.InRange(map.PerScan, expected - (4 * map.PerScanSigma), expected + (4 * map.PerScanSigma));
        Assert.InRange(map.PerScan, 14, 18);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_sensor_that_says_sixty_and_means_it_stays_there(string form)
    {
        Sensor sensor = Of(form) with { FalseDetectionsPerScan = 60 };
        ClutterMap map = Learned(sensor, perScan: 60, scans: 400, seed: 2);

        Assert.InRange(map.PerScan, 60 - 3, 60 + 3);
        double mean = 0;
        double square = 0;
        Random random = new(3);
        for (int i = 0; i < 1_000; i++)
        {
            double log = map.LogFactor(False(sensor, random));
            mean += log / 1_000;
            square += log * log / 1_000;
        }

        Assert.InRange(mean, -0.1, 0.1);
        Assert.InRange(Math.Sqrt(square), 0, 0.15);
    }

    [Fact]
    public void A_hot_spot_is_learned_where_it_is_and_nowhere_else()
    {
        Sensor sensor = Of("radar") with { FalseDetectionsPerScan = 10 };
        ClutterMap map = new(_options);
        Random random = new(4);
        Detection spot = new(60_000, 1, 0.2, double.NaN, double.NaN);
        for (int scan = 0; scan < 150; scan++)
        {
            List<Detection> detections = Scan(sensor, 10, random);
            for (int i = Poisson(5, random); i > 0; i--)
            {
                detections.Add(spot with { AzimuthRadians = 1 + (0.05 * random.NextDouble()) });
            }

            map.Update(sensor, detections, Ones(detections.Count));
        }

        // 5 a scan in a cell of a 256th of the field, where 10 / 256 are said: 129 times as thick. The bound of the contrast is 50 times the mean of 1.5.
        Assert.InRange(map.LogFactor(spot), Math.Log(30), Math.Log(140));
        Assert.InRange(map.LogFactor(spot with { AzimuthRadians = 4 }), -0.7, 0.7);
        Assert.InRange(map.LogFactor(spot with { RangeMeters = 400_000 }), -0.7, 0.7);
        Assert.InRange(map.PerScan, 13, 17);
    }

    [Fact]
    public void Objects_that_have_no_track_yet_at_the_first_looks_do_not_count()
    {
        Sensor sensor = Of("radar") with { FalseDetectionsPerScan = 10 };
        ClutterMap map = new(_options);
        Random random = new(5);
        for (int scan = 0; scan < 4; scan++)
        {
            List<Detection> detections = Scan(sensor, 60, random);
            map.Update(sensor, detections, Ones(detections.Count));
        }

        Assert.Equal(10, map.PerScan);
        Assert.Equal(0, map.LogFactor(False(sensor, random)));
    }

    [Fact]
    public void One_object_that_never_gets_a_track_does_not_hide_itself()
    {
        Sensor sensor = Of("radar") with { FalseDetectionsPerScan = 1 };
        ClutterMap map = new(_options);
        Random random = new(6);
        Detection lost = new(60_000, 1, 0.2, double.NaN, double.NaN);
        for (int scan = 0; scan < 300; scan++)
        {
            List<Detection> detections = [.. Scan(sensor, 1, random), lost];
            map.Update(sensor, detections, Ones(detections.Count));
        }

        // A cell of a 256th of the field holds it: one false detection in it is at most 256 times what one in all of the field makes.
        double inCell = Math.Exp(map.LogFactor(lost)) * map.Stated(sensor) / 256;
        Assert.InRange(inCell, 0, 1.1);
    }

    [Fact]
    public void Detections_of_tracks_do_not_count()
    {
        Sensor sensor = Of("infra-red") with { FalseDetectionsPerScan = 5 };
        ClutterMap map = new(_options);
        Random random = new(7);
        for (int scan = 0; scan < 300; scan++)
        {
            List<Detection> detections = Scan(sensor, 5, random);
            int falseOnes = detections.Count;
            detections.AddRange(Scan(sensor, 30, random));
            double[] p = new double[detections.Count];
            Array.Fill(p, 1, 0, falseOnes);
            map.Update(sensor, detections, p);
        }

        Assert.InRange(map.PerScan, 4, 6);
    }

    [Fact]
    public void What_the_sensor_says_is_never_undercut_by_much()
    {
        Sensor sensor = Of("radar") with { FalseDetectionsPerScan = 60 };
        ClutterMap map = Learned(sensor, perScan: 0, scans: 2_000, seed: 8);

        Assert.Equal(_options.LeastFactor * 60, map.PerScan, 1e-9);
    }

    [Fact]
    public void A_copy_goes_on_as_the_map_it_was_copied_from()
    {
        Sensor sensor = Of("radar in a box");
        ClutterMap map = Learned(sensor, perScan: 15, scans: 30, seed: 9);
        ClutterMap copy = new(_options);
        copy.CopyFrom(map);
        List<Detection> next = Scan(sensor, 15, new Random(10));
        map.Update(sensor, next, Ones(next.Count));
        copy.Update(sensor, next, Ones(next.Count));

        Assert.Equal(map.PerScan, copy.PerScan);
        Assert.All(next, d => Assert.Equal(map.LogFactor(d), copy.LogFactor(d)));
    }

    [Fact]
    public void A_scan_allocates_nothing()
    {
        Sensor sensor = Of("radar");
        ClutterMap map = Learned(sensor, perScan: 15, scans: 30, seed: 11);
        ClutterMap copy = new(_options);
        copy.CopyFrom(map);
        List<Detection> next = Scan(sensor, 15, new Random(12));
        double[] p = Ones(next.Count);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            map.Update(sensor, next, p);
            copy.CopyFrom(map);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void A_sensor_on_a_ship_keeps_what_it_has_learned_as_it_moves()
    {
        Sensor sensor = Of("place in a box") with { FalseDetectionsPerScan = 0 };
        ClutterMap map = new(_options);
        Random random = new(13);
        for (int scan = 0; scan < 100; scan++)
        {
            Vector3 at = new(20 * scan, 0, 0);
            Sensor moved = sensor with { Frame = LocalFrame.Flat(at), FalseBox = new FalseDetectionBox(at - new Vector3(500, 500, 1), at + new Vector3(500, 500, 1)) };
            List<Detection> detections = Scan(moved, 8, random);
            map.Update(moved, detections, Ones(detections.Count));
        }

        double expected = Expected(8, said: 0.05, scans: 96);
        Assert.InRange(map.PerScan, expected - (4 * map.PerScanSigma), expected + (4 * map.PerScanSigma));
    }

    [Fact]
    public void Options_outside_their_ranges_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClutterOptions { MemoryScans = 1 }.Validate());

    /// <summary>The gamma-Poisson mean with a memory of 100 scans and a statement that counts for 10.</summary>
    private static double Expected(double truth, double said, int scans)
    {
        double weight = (1 - Math.Exp(-scans / 100.0)) / (1 - Math.Exp(-1 / 100.0));
        return ((10 * said) + (weight * truth)) / (10 + weight);
    }

    private static ClutterMap Learned(Sensor sensor, double perScan, int scans, int seed)
    {
        ClutterMap map = new(_options);
        Random random = new(seed);
        for (int scan = 0; scan < scans; scan++)
        {
            List<Detection> detections = Scan(sensor, perScan, random);
            map.Update(sensor, detections, Ones(detections.Count));
        }

        return map;
    }

    private static Sensor Of(string form)
    {
        LocalFrame frame = LocalFrame.Flat(new Vector3(100, 200, 0));
        FalseDetectionBox box = new(new Vector3(-20_000, -20_000, 0), new Vector3(20_000, 20_000, 12_000));
        Sensor place = Some.Radar("p", frame) with { Kind = SensorKind.Place, FieldOfView = new FieldOfView(0, Math.Tau, -1.5, 1.5, 0, 5_000), ScanPeriodSeconds = 2 };
        return form switch
        {
            "radar" => Some.Radar("r", frame),
            "level radar" => Some.Radar("level", frame),
            "radar in a box" => Some.Radar("r", frame) with { FalseBox = box },
            "infra-red" => Some.Infrared("i", frame),
            "bearing" => Some.Infrared("level", frame),
            "place" => place,
            _ => place with { FalseBox = new FalseDetectionBox(new Vector3(0, 0, 0), new Vector3(300, 300, 1)) },
        };
    }

    private static List<Detection> Scan(Sensor sensor, double perScan, Random random)
    {
        List<Detection> detections = [];
        for (int i = Poisson(perScan, random); i > 0; i--)
        {
            detections.Add(False(sensor, random));
        }

        return detections;
    }

    private static Detection False(Sensor sensor, Random random)
    {
        if (sensor.FalseBox is { } box)
        {
            Vector3 size = box.Greatest - box.Least;
            Vector3 at = box.Least + new Vector3(random.NextDouble() * size.X, random.NextDouble() * size.Y, random.NextDouble() * size.Z);
            Enu local = sensor.Frame.ToLocal(at);
            return sensor.Kind == SensorKind.Place
                ? Detection.AtPlace(local.EastMeters, local.NorthMeters)
                : new Detection(local.RangeMeters, local.AzimuthRadians, local.ElevationRadians, double.NaN, double.NaN);
        }

        if (sensor.Kind == SensorKind.Place)
        {
            double range = sensor.FieldOfView.RangeMaxMeters * Math.Sqrt(random.NextDouble());
            double bearing = Math.Tau * random.NextDouble();
            return Detection.AtPlace(range * Math.Sin(bearing), range * Math.Cos(bearing));
        }

        Detection detection = Some.False(sensor, random);
        return sensor.Id.Value == "level" ? detection with { ElevationRadians = double.NaN } : detection;
    }

    /// <summary>A Poisson number (D. Knuth, "The Art of Computer Programming", vol. 2, section 3.4.1).</summary>
    private static int Poisson(double mean, Random random)
    {
        int count = 0;
        for (double sum = -Math.Log(1 - random.NextDouble()); sum < mean; sum -= Math.Log(1 - random.NextDouble()))
        {
            count++;
        }

        return count;
    }

    private static double[] Ones(int count)
    {
        double[] ones = new double[count];
        Array.Fill(ones, 1);
        return ones;
    }
}

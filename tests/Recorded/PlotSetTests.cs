using JointWatch.Exercises;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Recorded.Tests;

public sealed class PlotSetTests : IDisposable
{
    private const string Measurements = """
        mc,k,zx,zy
        1,1,142.375063,136.648472
        1,1,141.878931,135.134355
        1,3,152.648000,175.8342
        2,1,10.5,20.5
        2,2,11.5,21.5
        """;

    private readonly TextFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_run_is_chosen_and_every_step_is_a_look()
    {
        _folder.Write("measurements.csv", Measurements);

        RecordedSet first = RecordedSet.Read(_folder.Path);
        RecordedSet second = RecordedSet.Read(_folder.Path, run: 2);

        Assert.Equal([1.0, 2, 3], first.Scans.Select(scan => scan.Time.Value * 1e-6));
        Assert.Equal([2, 0, 1], first.Scans.Select(scan => scan.Detections.Count));
        Assert.Equal(Detection.AtPlace(142.375063, 136.648472), first.Scans[0].Detections[0]);
        Assert.Equal([1, 1, 0], second.Scans.Select(scan => scan.Detections.Count));
        Assert.Equal([1.0, 2, 3], second.ReportTimes.Select(time => time.Value * 1e-6));
    }

    [Fact]
    public void Without_a_description_the_sensor_and_the_births_are_the_published_ones()
    {
        _folder.Write("measurements.csv", Measurements);

        RecordedSet set = RecordedSet.Read(_folder.Path);

        // Williams 2015 in García-Fernández's form, as the set's own description gives it.
        Sensor sensor = set.Scans[0].Sensor;
        Assert.Equal(SensorKind.Place, sensor.Kind);
        Assert.Equal(1, sensor.Noise.PlaceSigmaMeters);
        Assert.Equal(0.9, sensor.DetectionProbability);
        Assert.Equal(10, sensor.FalseDetectionsPerScan);
        Assert.Equal((0.0, 0.0, 300.0, 300.0), (sensor.FalseBox!.Least.X, sensor.FalseBox.Least.Y, sensor.FalseBox.Greatest.X, sensor.FalseBox.Greatest.Y));
        Assert.Equal(
            new BirthModel(0.005, 3, new Vector3(100, 100, 0), Vector3.Zero, new Vector3(150, 150, 0), new Vector3(1, 1, 0)),
            set.Birth);
    }

    [Fact]
    public void A_description_beside_the_data_prevails()
    {
        _folder.Write("measurements.csv", Measurements);
        _folder.Write("sensors.json", """
            { "sigma_m": 2.5, "pd": 0.7, "clutter_mean_per_scan": 4, "clutter_box_m": { "x": [-10, 90], "y": [0, 50] }, "scan_period_s": 0.5,
              "birth": { "weight_per_step": 0.1, "expected_at_start": 1, "mean": [1, 2, 3, 4], "sigma": [5, 6, 7, 8] } }
            """);

        RecordedSet set = RecordedSet.Read(_folder.Path);

        Sensor sensor = set.Scans[0].Sensor;
        Assert.Equal((2.5, 0.7, 4.0, 0.5), (sensor.Noise.PlaceSigmaMeters, sensor.DetectionProbability, sensor.FalseDetectionsPerScan, sensor.ScanPeriodSeconds));
        Assert.Equal((-10.0, 90.0, 50.0), (sensor.FalseBox!.Least.X, sensor.FalseBox.Greatest.X, sensor.FalseBox.Greatest.Y));
        Assert.Equal([0.5, 1, 1.5], set.ReportTimes.Select(time => time.Value * 1e-6));
        Assert.Equal(new BirthModel(0.1, 1, new Vector3(1, 3, 0), new Vector3(2, 4, 0), new Vector3(5, 7, 0), new Vector3(6, 8, 0)), set.Birth);
    }

    [Theory]
    [InlineData("142.375063", "far", "measurements.csv(2): zx is 'far'; expected a number from")]
    [InlineData("1,3,", "1,3.5,", "measurements.csv(4): k is '3.5'; expected a whole number from 1 to 1000000")]
    [InlineData("2,1,", "0,1,", "measurements.csv(5): mc is '0'; expected a whole number from 1 to 1000000")]
    [InlineData("20.5", "20.5,7", "measurements.csv(5): row is '5'; expected 4 cells, as in the header")]
    public void A_wrong_cell_is_refused_by_file_line_field_and_value(string right, string wrong, string message)
    {
        _folder.Write("measurements.csv", Measurements.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Contains(message, Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "sigma_m": 0 }""", "sensors.json: sensor.sigma_m is '0'; expected a number from")]
    [InlineData("""{ "birth": 3 }""", "sensors.json: sensor.birth is '3'; expected an object")]
    [InlineData("""{ "birth": { "mean": [1, 2] } }""", "sensors.json: sensor.birth.mean is '[1, 2]'; expected a list of 4 numbers")]
    [InlineData("""{ "clutter_box_m": { "x": [3, 1] } }""", "sensors.json: sensor.clutter_box_m.x is '[3, 1]'; expected the smaller number first")]
    [InlineData("[]", "sensors.json: found 'Array'; expected a JSON object")]
    public void A_wrong_description_is_refused_by_key(string json, string message)
    {
        _folder.Write("measurements.csv", Measurements);
        _folder.Write("sensors.json", json);

        Assert.Contains(message, Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_is_not_there_is_refused()
    {
        _folder.Write("measurements.csv", Measurements);

        Assert.Contains("run is '3'; expected a Monte-Carlo run from 1 to 2", Refusal(run: 3), StringComparison.Ordinal);
        Assert.Contains("use is 'ir'", Refusal(RecordedUse.Infrared), StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_done_to_the_file_it_is_read_or_refused() => ReadOrRefused.Sample(_folder, "measurements.csv", Measurements);

    private string Refusal(RecordedUse use = RecordedUse.All, int run = 1) =>
        Assert.Throws<InvalidInputException>(() => RecordedSet.Read(_folder.Path, use, run)).Message;
}

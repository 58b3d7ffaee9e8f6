using JointWatch.Exercises;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Recorded.Tests;

public sealed class HarbourSetTests : IDisposable
{
    /// <summary>The forms that occur in the published data, the third look late.</summary>
    private const string Detections = """
        [{"sensorID":2,"measurements":[],"ownshipPosition":[-100.5,-419.25],"time":1.62011538146E+9,"measurement":[[156.5,296.5,438.5],[64.25,-19.5,180.75]]},
        {"sensorID":3,"measurements":[],"ownshipPosition":[-100.0,-419.0],"time":1.6201153818E+9,"measurement":0.46728252693646897},
        {"sensorID":4,"measurements":[],"ownshipPosition":[-100.25,-419.0],"time":1.6201153816E+9,"measurement":[0.42121200533586833,-2.1709064241401057]},
        {"sensorID":1,"measurements":[],"ownshipPosition":[-100.0,-419.5],"time":1.6201153819E+9,"measurement":[12.5,-7.25]},
        {"sensorID":1,"measurements":[],"ownshipPosition":[-100.0,-419.5],"time":1.620115382E+9,"measurement":[]},
        {"sensorID":2,"measurements":[],"ownshipPosition":[-100.0,-419.5],"time":1.6201153835E+9,"measurement":[]}]
        """;

    private readonly TextFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Places_are_east_and_north_of_own_ship_and_bearings_are_clockwise_from_north()
    {
        _folder.Write("scenario2_detections.json", Detections);

        RecordedSet set = RecordedSet.Read(_folder.Path);

        Scan radar = set.Scans[0];
        Assert.Equal((SensorKind.Place, "radar"), (radar.Sensor.Kind, radar.Sensor.Id.Value));
        Assert.Equal(new Vector3(-419.25, -100.5, 0), radar.Sensor.Frame.Origin);
        Assert.Equal([Detection.AtPlace(64.25, 156.5), Detection.AtPlace(-19.5, 296.5), Detection.AtPlace(180.75, 438.5)], radar.Detections);
        Assert.Equal((-919.25, 80.75), (radar.Sensor.FalseBox!.Least.X, radar.Sensor.FalseBox.Greatest.X));
        Detection bearing = Assert.Single(set.Scans[1].Detections);
        Assert.Equal(SensorKind.Infrared, set.Scans[1].Sensor.Kind);
        Assert.Equal(0.46728252693646897, bearing.AzimuthRadians);
        Assert.True(double.IsNaN(bearing.ElevationRadians) && double.IsNaN(bearing.RangeMeters));
        Assert.Equal([0.42121200533586833, Math.Tau - 2.1709064241401057], set.Scans[2].Detections.Select(d => d.AzimuthRadians), Near);
        Assert.Equal([Detection.AtPlace(-7.25, 12.5)], set.Scans[3].Detections);
        Assert.Empty(set.Scans[4].Detections);
    }

    [Fact]
    public void Looks_come_in_the_order_of_the_file_and_reports_go_at_the_radars_looks()
    {
        _folder.Write("scenario2_detections.json", Detections);

        RecordedSet set = RecordedSet.Read(_folder.Path);

        Assert.False(set.IsInOrder);
        Assert.Equal([381_460_000, 381_800_000, 381_600_000, 381_900_000, 382_000_000, 383_500_000], set.Scans.Select(s => s.Time.Value - 1_620_115_000_000_000));
        Assert.Equal([381_460_000, 383_500_000], set.ReportTimes.Select(t => t.Value - 1_620_115_000_000_000));
    }

    [Theory]
    [InlineData(RecordedUse.Radar, "radar lidar lidar radar")]
    [InlineData(RecordedUse.Infrared, "ir eo")]
    public void Sensors_are_chosen_by_what_they_measure(RecordedUse use, string expected)
    {
        _folder.Write("scenario2_detections.json", Detections);

        RecordedSet set = RecordedSet.Read(_folder.Path, use);

        Assert.Equal(expected, string.Join(' ', set.Scans.Select(s => s.Sensor.Id.Value)));
        Assert.Equal(2, set.ReportTimes.Count);
    }

    [Fact]
    public void A_description_beside_the_data_prevails()
    {
        _folder.Write("scenario2_detections.json", Detections);
        _folder.Write("sensors.json", """{ "radar": { "sigma_m": 9, "pd": 0.8, "clutter_mean_per_scan": 7, "reach_m": 100, "sure_reach_m": 70 }, "ir": { "sigma_az_rad": 0.04, "correlation_s": 1.5 } }""");

        RecordedSet set = RecordedSet.Read(_folder.Path);

        Sensor radar = set.Scans[0].Sensor;
        Assert.Equal((9.0, 0.8, 7.0), (radar.Noise.PlaceSigmaMeters, radar.DetectionProbability, radar.FalseDetectionsPerScan));
        Assert.Equal(-519.25, radar.FalseBox!.Least.X);
        Assert.Equal(70, radar.SureRangeMeters);
        MeasurementNoise infrared = set.Scans[1].Sensor.Noise;
        Assert.Equal((0.04, 1.5), (infrared.AzimuthSigmaRadians, infrared.AngleCorrelationSeconds));
    }

    [Theory]
    [InlineData("\"sensorID\":3", "\"sensorID\":5", "[1].sensorID is '5'; expected a number from 1 to 4")]
    [InlineData("\"sensorID\":3", "\"sensorID\":2.5", "[1].sensorID is '2.5'; expected 1 (lidar), 2 (radar), 3 (infra-red) or 4 (electro-optical)")]
    [InlineData("[64.25,-19.5,180.75]", "[64.25,-19.5]", "[0].measurement is '[[156.5,296.5,438.5],[64.25,-19.5]]'; expected [], [north, east], or [[norths], [easts]]")]
    [InlineData("[12.5,-7.25]", "[12.5,-7.25,1]", "[3].measurement is '[12.5,-7.25,1]'; expected [], [north, east]")]
    [InlineData("[12.5,-7.25]", "12.5", "[3].measurement is '12.5'; expected [], [north, east]")]
    [InlineData("0.46728252693646897", "[[0.4]]", "[1].measurement is '[[0.4]]'; expected a number, or a list of numbers, in radians")]
    [InlineData("0.46728252693646897", "46.7", "[1].measurement is '46.7'; expected a number, or a list")]
    [InlineData("0.46728252693646897", "null", "[1].measurement is 'null'; expected a number, or a list")]
    [InlineData("\"measurement\":0.46728252693646897", "\"m\":0", "[1].measurement is missing; expected a number, or a list")]
    [InlineData("[-100.0,-419.0]", "[-100.0]", "[1].ownshipPosition is '[-100.0]'; expected [north, east] in metres")]
    [InlineData("1.6201153818E+9", "\"now\"", "[1].time is '\"now\"'; expected a number from 0")]
    [InlineData("[{", "{", "scenario2_detections.json(1): expected JSON")]
    public void A_wrong_look_is_refused_by_file_index_field_and_value(string right, string wrong, string message)
    {
        Assert.Contains(right, Detections, StringComparison.Ordinal);
        _folder.Write("scenario2_detections.json", Detections.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Contains(message, Assert.Throws<InvalidInputException>(() => RecordedSet.Read(_folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_done_to_the_file_it_is_read_or_refused() => ReadOrRefused.Sample(_folder, "scenario2_detections.json", Detections);

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-12;
}

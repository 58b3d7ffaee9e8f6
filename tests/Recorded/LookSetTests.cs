using JointWatch.Exercises;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Recorded.Tests;

public sealed class LookSetTests
{
    [Fact]
    public void A_flat_set_is_read_with_its_azimuths_turned_to_clockwise_from_north()
    {
        using SetFolder folder = new(SetFolder.FlatSensors, SetFolder.FlatRadar, SetFolder.FlatInfrared);

        RecordedSet set = RecordedSet.Read(folder.Path, RecordedUse.All);

        Scan first = set.Scans[0];
        Assert.Equal(new SensorId("R1"), first.Sensor.Id);
        Assert.Equal(SensorKind.Radar, first.Sensor.Kind);
        Assert.Equal(new Vector3(100, 200, 50), first.Sensor.Frame.Origin);
        Assert.Equal(new MeasurementNoise(30, 0.0015, 0.002, 0), first.Sensor.Noise);
        Assert.Equal(0.9, first.Sensor.DetectionProbability);
        Assert.Equal(10, first.Sensor.FalseDetectionsPerScan);
        Assert.Equal(2, first.Sensor.ScanPeriodSeconds);
        Assert.Equal((1_000.0, 120_000.0), (first.Sensor.FieldOfView.RangeMinMeters, first.Sensor.FieldOfView.RangeMaxMeters));

        // East is 90 degrees from north, north 0.
        Assert.Equal(Math.PI / 2, first.Detections[0].AzimuthRadians, 1e-12);
        Assert.Equal(0, first.Detections[1].AzimuthRadians, 1e-12);
        Assert.True(double.IsNaN(first.Detections[0].RangeRateMetersPerSecond));
    }

    [Fact]
    public void An_Earth_set_is_read_with_its_azimuths_as_they_are()
    {
        using SetFolder folder = new(
            SetFolder.EarthSensors,
            "time_s,sensor_id,det_id,range_m,az_rad,el_rad,truth_id\n1.000,A,0,205231.64,0.2752272,0.2436535,-1\n",
            "time_s,sensor_id,det_id,az_rad,el_rad,truth_id\n1.100,B,8,4.2085654,0.6583515,-1\n");

        RecordedSet set = RecordedSet.Read(folder.Path, RecordedUse.All);

        Scan radar = set.Scans[0];
        Assert.Equal(Geodetic.FromDegrees(28.3, -80.62, 10).ToEcef().Vector, radar.Sensor.Frame.Origin);
        Assert.Equal(0.2752272, radar.Detections[0].AzimuthRadians, 1e-12);
        Assert.Equal(205_231.64, radar.Detections[0].RangeMeters);
        Assert.Equal((2_000.0, 250_000.0), (radar.Sensor.FieldOfView.RangeMinMeters, radar.Sensor.FieldOfView.RangeMaxMeters));
        Assert.Equal(double.DegreesToRadians(1), radar.Sensor.FieldOfView.ElevationMinRadians, 1e-12);
        Assert.Equal(double.DegreesToRadians(80), radar.Sensor.FieldOfView.ElevationMaxRadians, 1e-12);
        Scan infrared = set.Scans.Last(scan => scan.Sensor.Kind == SensorKind.Infrared);
        Assert.Equal(0.98, infrared.Sensor.DetectionProbability);
        Assert.True(double.IsNaN(infrared.Detections[0].RangeMeters));
    }

    [Fact]
    public void Looks_without_detections_are_there_too_and_reports_go_at_those_of_radars()
    {
        using SetFolder folder = new(SetFolder.FlatSensors, SetFolder.FlatRadar, SetFolder.FlatInfrared);

        RecordedSet all = RecordedSet.Read(folder.Path, RecordedUse.All);
        RecordedSet infrared = RecordedSet.Read(folder.Path, RecordedUse.Infrared);

        Assert.Equal([0.5, 1, 2.5, 3, 4.5, 5], all.Scans.Select(scan => scan.Time.Value * 1e-6));
        Assert.Equal([2, 0, 0, 1, 1, 0], all.Scans.Select(scan => scan.Detections.Count));
        Assert.Equal([0.5, 2.5, 4.5], all.ReportTimes.Select(time => time.Value * 1e-6));
        Assert.Equal([1.0, 3, 5], infrared.Scans.Select(scan => scan.Time.Value * 1e-6));
        Assert.Equal([0.5, 2.5, 4.5], infrared.ReportTimes.Select(time => time.Value * 1e-6));
    }

    [Fact]
    public void A_set_without_radars_reports_at_the_looks_of_its_infra_red_sensors()
    {
        string sensors = SetFolder.FlatSensors.Replace("\"radars\"", "\"formerly_radars\"", StringComparison.Ordinal);
        using SetFolder folder = new(sensors, null, SetFolder.FlatInfrared);

        Assert.Equal([1.0, 3, 5], RecordedSet.Read(folder.Path, RecordedUse.All).ReportTimes.Select(time => time.Value * 1e-6));
    }

    [Fact]
    public void All_uses_what_there_is()
    {
        using SetFolder folder = new(SetFolder.FlatSensors, SetFolder.FlatRadar, null);

        RecordedSet set = RecordedSet.Read(folder.Path, RecordedUse.All);

        Assert.All(set.Scans, scan => Assert.Equal(SensorKind.Radar, scan.Sensor.Kind));
        Assert.Contains("ir_detections.csv", Refusal(folder.Path, RecordedUse.Infrared), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2,4.500000,R1,2,42000.0,", "2,4.500000,R1,2,far,", "radar_detections.csv(4): range_m is 'far'; expected a number")]
    [InlineData("2,4.500000,R1,2,42000.0,", "2,4.500000,R9,2,42000.0,", "radar_detections.csv(4): sensor_id is 'R9'")]
    [InlineData("2,4.500000,R1,2,42000.0,", "2,NaN,R1,2,42000.0,", "radar_detections.csv(4): time_s is 'NaN'")]
    [InlineData("2,4.500000,R1,2,42000.0,", "2,4.500000,R1,42000.0,", "radar_detections.csv(4): row is '7'; expected 8 cells")]
    [InlineData("az_rad,el_rad", "az_deg,el_rad", "radar_detections.csv(1): az_rad is missing")]
    [InlineData("0.3,-1", "1.6,-1", "radar_detections.csv(4): el_rad is '1.6'")]
    [InlineData("range_m,", "time_s,", "radar_detections.csv(1): header is 'time_s'; expected each column once")]
    public void A_wrong_cell_is_refused_by_file_line_field_and_value(string right, string wrong, string message)
    {
        using SetFolder folder = new(SetFolder.FlatSensors, SetFolder.FlatRadar.Replace(right, wrong, StringComparison.Ordinal), null);

        Assert.Contains(message, Refusal(folder.Path, RecordedUse.All), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"pd\": 0.9, \"clutter", "\"pd\": 1.9, \"clutter", "radars[0].pd is '1.9'; expected a number from 0 to 1")]
    [InlineData("\"sigma_range_m\": 30.0", "\"sigma_range\": 30.0", "radars[0].sigma_range_m is missing")]
    [InlineData("\"pos_m\": [100.0, 200.0, 50.0]", "\"pos_m\": [100.0, 200.0]", "radars[0].pos_m is '[100.0, 200.0]'; expected a list of 3 numbers")]
    [InlineData("\"scan_period_s\": 2.0", "\"scan_period_s\": \"2\"", "radars[0].scan_period_s is '\"2\"'")]
    [InlineData("[1000.0, 120000.0]", "[120000.0, 1000.0]", "expected the smaller number first")]
    [InlineData("\"id\": \"I1\"", "\"id\": \"R1\"", "id is 'R1'; expected each sensor's id once")]
    [InlineData("counter-clockwise FROM", "widdershins FROM", "frame is")]
    [InlineData("\"ir\": [{", "\"ir\": {{", "sensors.json(")]
    [InlineData("\"pos_m\": [0.0, 0.0, 60.0]", "\"lat\": 1, \"lon\": 2", "all sensors by pos_m, or all by lat, lon, h")]
    public void A_wrong_key_of_the_sensors_is_refused_by_name(string right, string wrong, string message)
    {
        string sensors = SetFolder.FlatSensors.Replace("atan2(y,x) ", "", StringComparison.Ordinal).Replace(right, wrong, StringComparison.Ordinal);
        using SetFolder folder = new(sensors, SetFolder.FlatRadar, SetFolder.FlatInfrared);

        Assert.Contains(message, Refusal(folder.Path, RecordedUse.All), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_set_is_refused()
    {
        Assert.Contains("sensors.json", Refusal(Path.Combine(Path.GetTempPath(), "no-such-set"), RecordedUse.All), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_stand_after_newer_ones_are_late_and_come_when_the_last_of_their_look_does()
    {
        string radar = """
            time_s,sensor_id,range_m,az_rad,el_rad
            0.5,R1,40000,0,0.1
            4.5,R1,42000,0,0.1
            2.5,R1,41000,0,0.1
            2.5,R1,41500,0,0.1
            """;
        using SetFolder folder = new(SetFolder.FlatSensors, radar, SetFolder.FlatInfrared);

        RecordedSet set = RecordedSet.Read(folder.Path);

        // The infra-red looks at 1, 3 and 5 s are in time; the radar's of 2.5 s comes after that of 4.5 s.
        Assert.Equal([0.5, 1, 3, 4.5, 2.5, 5], set.Scans.Select(scan => scan.Time.Value * 1e-6));
        Assert.Equal([1, 0, 1, 1, 2, 0], set.Scans.Select(scan => scan.Detections.Count));
        Assert.Equal([0.5, 2.5, 4.5], set.ReportTimes.Select(time => time.Value * 1e-6));
        Assert.False(set.IsInOrder);
    }

    [Fact]
    public void A_box_of_false_detections_is_read()
    {
        string sensors = SetFolder.FlatSensors.Replace(
            "\"clutter_uniform_range_m\": [1000.0, 120000.0]",
            "\"clutter_box_m\": { \"x\": [-30000, 30000], \"y\": [-20000, 20000], \"z\": [500, 8000] }",
            StringComparison.Ordinal);
        using SetFolder folder = new(sensors, SetFolder.FlatRadar, SetFolder.FlatInfrared);

        RecordedSet set = RecordedSet.Read(folder.Path);

        Assert.Equal(new FalseDetectionBox(new Vector3(-30_000, -20_000, 500), new Vector3(30_000, 20_000, 8_000)), set.Scans[0].Sensor.FalseBox);
        Assert.Null(set.Scans.First(scan => scan.Sensor.Kind == SensorKind.Infrared).Sensor.FalseBox);
    }

    [Fact]
    public void Whatever_is_done_to_a_file_it_is_read_or_refused()
    {
        using TextFolder folder = new();
        folder.Write("ir_detections.csv", SetFolder.FlatInfrared);
        folder.Write("sensors.json", SetFolder.FlatSensors);
        ReadOrRefused.Sample(folder, "radar_detections.csv", SetFolder.FlatRadar);
        folder.Write("radar_detections.csv", SetFolder.FlatRadar);
        ReadOrRefused.Sample(folder, "sensors.json", SetFolder.FlatSensors);
        folder.Write("radar_detections.csv", "time_s,sensor_id,range_m,az_rad,el_rad\n");
        folder.Write("ir_detections.csv", "time_s,sensor_id,az_rad,el_rad\n");
        ReadOrRefused.Sample(folder, "sensors.json", SetFolder.EarthSensors);
    }

    private static string Refusal(string directory, RecordedUse use) =>
        Assert.Throws<InvalidInputException>(() => RecordedSet.Read(directory, use)).Message;
}

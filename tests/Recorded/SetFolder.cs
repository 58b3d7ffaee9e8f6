namespace JointWatch.Recorded.Tests;

/// <summary>A temporary folder with the files of a small recorded set, gone afterwards.</summary>
internal sealed class SetFolder : IDisposable
{
    public const string FlatSensors = """
        {
          "frame": "flat local Cartesian metres; azimuth = atan2(y,x) counter-clockwise FROM THE X (EAST) AXIS",
          "scan_period_s": 2.0, "n_scans": 3,
          "radars": [{ "id": "R1", "pos_m": [100.0, 200.0, 50.0], "time_offset_s": 0.5, "sigma_range_m": 30.0, "sigma_az_rad": 0.0015,
            "sigma_el_rad": 0.002, "pd": 0.9, "clutter_mean_per_scan": 10, "clutter_uniform_range_m": [1000.0, 120000.0],
            "clutter_uniform_az_rad": [-3.141592653589793, 3.141592653589793], "clutter_uniform_el_rad": [0.0, 0.5] }],
          "ir": [{ "id": "I1", "pos_m": [0.0, 0.0, 60.0], "time_offset_s": 1.0, "sigma_az_rad": 0.0005, "sigma_el_rad": 0.0005, "pd": 0.9 }]
        }
        """;

    public const string EarthSensors = """
        {
          "frame": "ECEF WGS-84 metres in truth; detections in each sensor's local ENU: azimuth CLOCKWISE FROM TRUE NORTH",
          "radar": { "sensors": [{ "id": "A", "lat": 28.3, "lon": -80.62, "h": 10.0, "off": 0.0, "period": 1.0 }],
            "pd": 0.8, "sigma_range_m": 40.0, "sigma_az_rad": 0.001, "sigma_el_rad": 0.001, "clutter_mean": 5,
            "clutter": "uniform range 2-250 km, az 0-2pi, el 1-80 deg", "min_el_deg": 1 },
          "ir": { "sensors": [{ "id": "B", "lat": 28.95, "lon": -80.9, "h": 8.0, "off": 0.1, "period": 0.5 }],
            "pd_while_burning": 0.98, "sigma_az_rad": 0.0003, "sigma_el_rad": 0.0003, "clutter_mean": 2, "min_el_deg": 1 }
        }
        """;

    public const string FlatRadar = """
        scan,time_s,sensor_id,det_id,range_m,az_rad,el_rad,truth_id
        0,0.500000,R1,0,40000.0,0.0,0.1,1
        0,0.500000,R1,1,41000.0,1.5707963267948966,0.2,-1
        2,4.500000,R1,2,42000.0,-1.5707963267948966,0.3,-1
        """;

    public const string FlatInfrared = """
        scan,time_s,sensor_id,det_id,az_rad,el_rad,truth_id
        1,3.000000,I1,3,3.0,0.4,-1
        """;

    public SetFolder(string sensors, string? radar, string? infrared)
    {
        Write("sensors.json", sensors);
        Write("radar_detections.csv", radar);
        Write("ir_detections.csv", infrared);
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("jointwatch-set-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private void Write(string name, string? text)
    {
        if (text is not null)
        {
            System.IO.File.WriteAllText(File(name), text);
        }
    }
}

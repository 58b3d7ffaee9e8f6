using System.Text.Json;
using JointWatch.Exercises;
using JointWatch.Recorded.Files;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Recorded.Looks;

/// <summary>
/// Reads <c>sensors.json</c> in both of its forms: sensors with <c>pos_m</c> on a flat table, or with <c>lat</c>, <c>lon</c> (degrees) and
/// <c>h</c> (metres) on WGS-84; each number on the sensor itself, or once for its group. What counts is which keys are there.
/// </summary>
internal sealed class SensorsFile
{
    private static readonly string[] PeriodKeys = ["period", "period_s", "scan_period_s"];
    private static readonly string[] OffsetKeys = ["off", "offset_s", "time_offset_s"];
    private static readonly string[] ProbabilityKeys = ["pd", "pd_while_burning"];
    private static readonly string[] ClutterKeys = ["clutter_mean_per_scan", "clutter_mean"];

    private readonly string _path;

    private SensorsFile(string path) => _path = path;

    /// <summary>Gets the sensors, radars first, in the file's order.</summary>
    public List<RecordedSensor> Sensors { get; } = [];

    /// <summary>Gets a value indicating whether azimuths run counter-clockwise from east, instead of clockwise from true north.</summary>
    public bool AzimuthFromEast { get; private set; }

    /// <exception cref="InvalidInputException">The file cannot be used.</exception>
    public static SensorsFile Read(string path)
    {
        SensorsFile file = new(path);
        return JsonFile.Read(path, root =>
        {
            file.ReadRoot(root);
            return file;
        });
    }

    private void ReadRoot(JsonElement root)
    {
        JsonFields.OfRoot(_path, "sensors", root);
        AzimuthFromEast = ReadAzimuthConvention(root);
        ReadGroup(root, ["radars", "radar"], SensorKind.Radar);
        ReadGroup(root, ["ir"], SensorKind.Infrared);
        if (Sensors.Count == 0)
        {
            throw new InvalidInputException(_path, null, "radars", null, "a list of sensors under radars, radar.sensors, ir or ir.sensors");
        }

        if (Sensors.DistinctBy(s => s.Sensor.Id).Count() != Sensors.Count)
        {
            string twice = Sensors.GroupBy(s => s.Sensor.Id).First(g => g.Count() > 1).Key.Value;
            throw new InvalidInputException(_path, null, "id", twice, "each sensor's id once");
        }
    }

    private bool ReadAzimuthConvention(JsonElement root)
    {
        const string Expected = "a text that says 'counter-clockwise from the x (east) axis' or 'clockwise from true north'";
        string frame = root.TryGetProperty("frame", out JsonElement text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()!
            : throw new InvalidInputException(_path, null, "frame", null, Expected);
        bool counterClockwise = frame.Contains("counter-clockwise", StringComparison.OrdinalIgnoreCase)
            || frame.Contains("counterclockwise", StringComparison.OrdinalIgnoreCase)
            || frame.Contains("atan2(y", StringComparison.OrdinalIgnoreCase);
        if (!counterClockwise && !frame.Contains("clockwise", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidInputException(_path, null, "frame", frame, Expected);
        }

        return counterClockwise;
    }

    private void ReadGroup(JsonElement root, string[] names, SensorKind kind)
    {
        foreach (string name in names)
        {
            if (!root.TryGetProperty(name, out JsonElement group))
            {
                continue;
            }

            JsonElement list = group.ValueKind == JsonValueKind.Object && group.TryGetProperty("sensors", out JsonElement inner) ? inner : group;
            if (list.ValueKind != JsonValueKind.Array)
            {
                throw new InvalidInputException(_path, null, name, group.ValueKind.ToString(), "a list of sensors, or an object with one under 'sensors'");
            }

            int index = 0;
            foreach (JsonElement sensor in list.EnumerateArray())
            {
                string place = $"{name}[{index++}]";
                Sensors.Add(ReadSensor(new JsonFields(_path, place, [sensor, group, root]), kind));
            }
        }
    }

    private RecordedSensor ReadSensor(JsonFields fields, SensorKind kind)
    {
        bool radar = kind == SensorKind.Radar;
        double period = fields.Number(PeriodKeys, 1e-3, 3600);
        MeasurementNoise noise = new(
            radar ? fields.Number(["sigma_range_m"], 1e-3, 1e6) : 0,
            fields.Number(["sigma_az_rad"], 1e-9, 1),
            fields.Number(["sigma_el_rad"], 1e-9, 1),
            radar ? fields.NumberOr(["sigma_range_rate_mps"], 0, 1e5, 0) : 0);
        Sensor sensor = new(
            new SensorId(fields.Text("id")),
            kind,
            ReadPlace(fields),
            ReadFieldOfView(fields, radar),
            noise,
            fields.Number(ProbabilityKeys, 0, 1),
            fields.NumberOr(ClutterKeys, 0, 1e6, 0),
            period)
        {
            FalseBox = fields.BoxOr("clutter_box_m"),
        };
        double? scans = fields.Has("n_scans") ? fields.Number(["n_scans"], 1, 1e6) : null;
        return new RecordedSensor(sensor, fields.NumberOr(OffsetKeys, -1e6, 1e9, 0), (int?)scans);
    }

    private LocalFrame ReadPlace(JsonFields fields)
    {
        bool flat = fields.Has("pos_m");
        if (Sensors.Count > 0 && flat != (Sensors[0].Sensor.Frame.North == new Vector3(0, 1, 0)))
        {
            throw fields.Refuse("pos_m", null, "all sensors by pos_m, or all by lat, lon, h");
        }

        if (flat)
        {
            double[] place = fields.Numbers("pos_m", 3, -1e7, 1e7);
            return LocalFrame.Flat(new Vector3(place[0], place[1], place[2]));
        }

        return LocalFrame.At(Geodetic.FromDegrees(
            fields.Number(["lat", "lat_deg"], -90, 90),
            fields.Number(["lon", "lon_deg"], -180, 360),
            fields.NumberOr(["h", "h_m"], -1e4, 1e6, 0)));
    }

    /// <summary>The field of view is where false detections come from; what the file does not say is taken as wide as can be.</summary>
    private FieldOfView ReadFieldOfView(JsonFields fields, bool radar)
    {
        const double FarthestMeters = 1e7;
        ClutterText text = ClutterText.Parse(fields.TextOr("clutter", ""));
        double[] ranges = fields.NumbersOr("clutter_uniform_range_m", 2, 0, FarthestMeters)
            ?? [text.RangeMinMeters ?? 0, text.RangeMaxMeters ?? FarthestMeters];
        double lowest = double.DegreesToRadians(fields.NumberOr(["min_el_deg"], -90, 90, 0));
        double[] elevations = fields.NumbersOr("clutter_uniform_el_rad", 2, -Math.PI / 2, Math.PI / 2)
            ?? [lowest, text.ElevationMaxRadians ?? (Math.PI / 2)];
        double[] azimuths = fields.NumbersOr("clutter_uniform_az_rad", 2, -Math.Tau, Math.Tau) ?? [0, Math.Tau];
        double start = AzimuthFromEast ? (Math.PI / 2) - azimuths[1] : azimuths[0];
        return new FieldOfView(
            start,
            Math.Min(azimuths[1] - azimuths[0], Math.Tau),
            elevations[0],
            elevations[1],
            radar ? ranges[0] : 0,
            radar ? ranges[1] : FarthestMeters);
    }
}

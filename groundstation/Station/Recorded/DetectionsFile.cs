using System.Globalization;
using JointWatch.Exercises;
using JointWatch.Tracking;

namespace JointWatch.Station.Recorded;

/// <summary>
/// Reads <c>radar_detections.csv</c> or <c>ir_detections.csv</c>: columns by their names in the header, in any order; those that are not
/// needed (scan, det_id, truth_id) are not looked at.
/// </summary>
internal sealed class DetectionsFile
{
    private const double LatestSeconds = 1e9;
    private const double FarthestMeters = 1e8;
    private const double FastestMetersPerSecond = 1e5;

    private readonly string _path;
    private readonly bool _azimuthFromEast;
    private readonly Dictionary<string, RecordedSensor> _sensors;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private int _line;

    private DetectionsFile(string path, bool azimuthFromEast, Dictionary<string, RecordedSensor> sensors)
    {
        _path = path;
        _azimuthFromEast = azimuthFromEast;
        _sensors = sensors;
    }

    /// <summary>Reads every row.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sensors">The sensors of its kind.</param>
    /// <param name="azimuthFromEast">Whether its azimuths run counter-clockwise from east.</param>
    /// <exception cref="InvalidInputException">A field, or the file, cannot be used.</exception>
    public static List<Row> Read(string path, IEnumerable<RecordedSensor> sensors, bool azimuthFromEast)
    {
        DetectionsFile file = new(path, azimuthFromEast, sensors.ToDictionary(s => s.Sensor.Id.Value, StringComparer.Ordinal));
        try
        {
            return file.ReadRows();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(path, null, null, null, "a file that can be read: " + e.Message, e);
        }
    }

    private List<Row> ReadRows()
    {
        List<Row> rows = [];
        foreach (string text in File.ReadLines(_path))
        {
            _line++;
            string[] cells = text.Split(',', StringSplitOptions.TrimEntries);
            if (_line == 1)
            {
                ReadHeader(cells);
            }
            else if (text.Length > 0)
            {
                rows.Add(ReadRow(cells));
            }
        }

        return _line > 0 ? rows : throw new InvalidInputException(_path, null, null, null, "a header line with time_s, sensor_id, az_rad, el_rad");
    }

    private void ReadHeader(string[] names)
    {
        for (int i = 0; i < names.Length; i++)
        {
            if (!_columns.TryAdd(names[i].TrimStart('\uFEFF'), i))
            {
                throw new InvalidInputException(_path, _line, "header", names[i], "each column once");
            }
        }

        foreach (string name in (string[])["time_s", "sensor_id", "az_rad", "el_rad"])
        {
            if (!_columns.ContainsKey(name))
            {
                throw new InvalidInputException(_path, _line, name, null, "this column in the header");
            }
        }

        if (!_columns.ContainsKey("range_m") && _sensors.Values.Any(s => s.Sensor.Kind == SensorKind.Radar))
        {
            throw new InvalidInputException(_path, _line, "range_m", null, "this column in the header of a radar's detections");
        }
    }

    private Row ReadRow(string[] cells)
    {
        if (cells.Length != _columns.Count)
        {
            throw new InvalidInputException(_path, _line, "row", cells.Length.ToString(CultureInfo.InvariantCulture), $"{_columns.Count} cells, as in the header");
        }

        string id = cells[_columns["sensor_id"]];
        if (!_sensors.TryGetValue(id, out RecordedSensor? sensor))
        {
            throw new InvalidInputException(_path, _line, "sensor_id", id, "a sensor of this kind in sensors.json: " + string.Join(", ", _sensors.Keys));
        }

        double azimuth = Number(cells, "az_rad", -Math.Tau, Math.Tau);
        double fromNorth = _azimuthFromEast ? (Math.PI / 2) - azimuth : azimuth;
        Detection detection = new(
            sensor.Sensor.Kind == SensorKind.Radar ? Number(cells, "range_m", 0, FarthestMeters) : double.NaN,
            fromNorth - (Math.Floor(fromNorth / Math.Tau) * Math.Tau),
            Number(cells, "el_rad", -Math.PI / 2, Math.PI / 2),
            _columns.ContainsKey("range_rate_mps") ? Number(cells, "range_rate_mps", -FastestMetersPerSecond, FastestMetersPerSecond) : double.NaN,
            double.NaN);
        return new Row(sensor, Number(cells, "time_s", -LatestSeconds, LatestSeconds), detection);
    }

    private double Number(string[] cells, string name, double min, double max)
    {
        string cell = cells[_columns[name]];
        return double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number >= min && number <= max
            ? number
            : throw new InvalidInputException(
                _path, _line, name, cell, string.Create(CultureInfo.InvariantCulture, $"a number from {min} to {max}"));
    }

    /// <summary>One detection, its time in seconds of the set, its azimuth clockwise from north.</summary>
    public readonly record struct Row(RecordedSensor Sensor, double TimeSeconds, Detection Detection);
}

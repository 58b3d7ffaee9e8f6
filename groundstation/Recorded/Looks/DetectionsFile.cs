using JointWatch.Exercises;
using JointWatch.Recorded.Files;
using JointWatch.Tracking;

namespace JointWatch.Recorded.Looks;

/// <summary>
/// Reads <c>radar_detections.csv</c> or <c>ir_detections.csv</c>: columns by their names in the header, in any order; those that are not
/// needed (scan, det_id, truth_id) are not looked at.
/// </summary>
internal static class DetectionsFile
{
    private const double LatestSeconds = 1e10;
    private const double FarthestMeters = 1e8;
    private const double FastestMetersPerSecond = 1e5;

    /// <summary>Reads every row, in the file's order: that of arrival.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sensors">The sensors of its kind.</param>
    /// <param name="azimuthFromEast">Whether its azimuths run counter-clockwise from east.</param>
    /// <exception cref="InvalidInputException">A field, or the file, cannot be used.</exception>
    public static List<Row> Read(string path, IReadOnlyCollection<RecordedSensor> sensors, bool azimuthFromEast)
    {
        Dictionary<string, RecordedSensor> byId = sensors.ToDictionary(s => s.Sensor.Id.Value, StringComparer.Ordinal);
        bool ranged = sensors.Any(s => s.Sensor.Kind == SensorKind.Radar);
        string[] required = ranged ? ["time_s", "sensor_id", "az_rad", "el_rad", "range_m"] : ["time_s", "sensor_id", "az_rad", "el_rad"];
        return [.. CsvFile.Rows(path, required).Select(row => ReadRow(row, byId, azimuthFromEast))];
    }

    private static Row ReadRow(CsvRow row, Dictionary<string, RecordedSensor> sensors, bool azimuthFromEast)
    {
        string id = row.Text("sensor_id");
        if (!sensors.TryGetValue(id, out RecordedSensor? sensor))
        {
            throw row.Refuse("sensor_id", id, "a sensor of this kind in sensors.json: " + string.Join(", ", sensors.Keys));
        }

        double azimuth = row.Number("az_rad", -Math.Tau, Math.Tau);
        double fromNorth = azimuthFromEast ? (Math.PI / 2) - azimuth : azimuth;
        Detection detection = new(
            sensor.Sensor.Kind == SensorKind.Radar ? row.Number("range_m", 0, FarthestMeters) : double.NaN,
            fromNorth - (Math.Floor(fromNorth / Math.Tau) * Math.Tau),
            row.Number("el_rad", -Math.PI / 2, Math.PI / 2),
            row.Has("range_rate_mps") ? row.Number("range_rate_mps", -FastestMetersPerSecond, FastestMetersPerSecond) : double.NaN,
            double.NaN);
        return new Row(sensor, row.Number("time_s", -LatestSeconds, LatestSeconds), detection);
    }

    /// <summary>One detection, its time in seconds of the set, its azimuth clockwise from north.</summary>
    public readonly record struct Row(RecordedSensor Sensor, double TimeSeconds, Detection Detection);
}

using System.Text.Json;
using JointWatch.Exercises;
using JointWatch.Recorded.Files;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Recorded.Harbour;

/// <summary>
/// The layout of github.com/Autoferry/sensor_fusion_dataset: <c>NAME_detections.json</c>, a list of looks of the sensors of one moving vessel,
/// each with <c>sensorID</c>, <c>time</c> (seconds since 1970), <c>ownshipPosition</c> and <c>measurement</c>. The frame is flat, x east and
/// y north of its origin; the file gives north before east. A look's sensor stands where own ship was. Looks arrive in the file's order.
/// </summary>
internal static class HarbourSet
{
    private const string Ending = "_detections.json";
    private const double FarthestMeters = 1e6;
    private const double LatestSeconds = 1e10;
    private const int MostLooks = 5_000_000;

    /// <summary>The file of detections in a folder, or null.</summary>
    /// <exception cref="InvalidInputException">There are several, or the folder cannot be read.</exception>
    public static string? FindDetections(string directory) => Find(directory, Ending);

    /// <summary>The one file in a folder whose name ends so, or null.</summary>
    /// <exception cref="InvalidInputException">There are several, or the folder cannot be read.</exception>
    public static string? Find(string directory, string ending)
    {
        try
        {
            string[] found = Directory.Exists(directory) ? Directory.GetFiles(directory, "*" + ending) : [];
            return found.Length <= 1 ? found.FirstOrDefault() : throw new InvalidInputException(directory, null, null, null, $"one file *{ending} in this folder, not {found.Length}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(directory, null, null, null, "a folder that can be read: " + e.Message, e);
        }
    }

    /// <exception cref="InvalidInputException">A file or a field cannot be used.</exception>
    public static RecordedSet Read(string path, RecordedUse use)
    {
        HarbourSensors sensors = HarbourSensors.Read(Path.Combine(Path.GetDirectoryName(path) ?? "", Looks.LookSet.SensorsName));
        List<Scan> all = JsonFile.Read(path, root => ReadLooks(path, root, sensors));
        List<Scan> used = [.. all.Where(scan => use == RecordedUse.All || (scan.Sensor.Kind == SensorKind.Infrared) == (use == RecordedUse.Infrared))];
        if (used.Count == 0)
        {
            throw new InvalidInputException(path, null, "sensorID", null, "looks of the sensors asked for");
        }

        return new RecordedSet(used, ReportTimes(all));
    }

    /// <summary>The looks of the radar; without one those of the lidar, and without that all.</summary>
    private static List<UtcMicroseconds> ReportTimes(List<Scan> scans)
    {
        foreach (SensorId reporting in (SensorId[])[HarbourSensors.Radar, HarbourSensors.Lidar])
        {
            if (scans.Exists(scan => scan.Sensor.Id == reporting))
            {
                return Times(scans.Where(scan => scan.Sensor.Id == reporting));
            }
        }

        return Times(scans);

        static List<UtcMicroseconds> Times(IEnumerable<Scan> of) => [.. of.Select(scan => scan.Time).Distinct().Order()];
    }

    private static List<Scan> ReadLooks(string path, JsonElement root, HarbourSensors sensors)
    {
        int length = root.ValueKind == JsonValueKind.Array ? root.GetArrayLength() : 0;
        if (length is 0 or > MostLooks)
        {
            throw new InvalidInputException(path, null, null, root.ValueKind.ToString(), $"a list of 1 to {MostLooks} looks");
        }

        List<Scan> scans = new(length);
        foreach (JsonElement look in root.EnumerateArray())
        {
            scans.Add(ReadLook(new JsonFields(path, $"[{scans.Count}]", [look]), sensors));
        }

        return scans;
    }

    private static Scan ReadLook(JsonFields fields, HarbourSensors sensors)
    {
        double id = fields.Number(["sensorID"], 1, 4);
        if (id != Math.Floor(id))
        {
            throw fields.Refuse("sensorID", id.ToString(System.Globalization.CultureInfo.InvariantCulture), "1 (lidar), 2 (radar), 3 (infra-red) or 4 (electro-optical)");
        }

        double[] northEast = HarbourMeasurement.OwnShip(fields, FarthestMeters);
        long microseconds = (long)Math.Round(fields.Number(["time"], 0, LatestSeconds) * 1e6);
        Sensor sensor = sensors.At((int)id, new Vector3(northEast[1], northEast[0], 0));
        IReadOnlyList<Detection> detections = sensor.Kind == SensorKind.Place
            ? HarbourMeasurement.Places(fields, FarthestMeters)
            : HarbourMeasurement.Bearings(fields);
        return new Scan(sensor, new UtcMicroseconds(microseconds), detections);
    }
}

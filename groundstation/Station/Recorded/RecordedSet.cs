using JointWatch.Exercises;
using JointWatch.Tracking;

namespace JointWatch.Station.Recorded;

/// <summary>
/// A folder of recorded detections: <c>sensors.json</c>, <c>radar_detections.csv</c>, <c>ir_detections.csv</c>. Times are those of the set:
/// its second 0 is the instant 0. The common frame is the set's own: flat metres, or ECEF.
/// </summary>
public sealed class RecordedSet
{
    private const string SensorsName = "sensors.json";
    private const string RadarName = "radar_detections.csv";
    private const string InfraredName = "ir_detections.csv";

    /// <summary>A detection's time and a scheduled look are the same if no further apart than this: files round.</summary>
    private const long SameLookMicroseconds = 500;

    private const int MostScans = 2_000_000;

    private RecordedSet(IReadOnlyList<Scan> scans, IReadOnlyList<UtcMicroseconds> reportTimes)
    {
        Scans = scans;
        ReportTimes = reportTimes;
    }

    /// <summary>Gets every look of the sensors used, those without detections too, in order of time, then of sensor.</summary>
    public IReadOnlyList<Scan> Scans { get; }

    /// <summary>Gets the times of all looks of radars, used or not, rising; those of the infra-red sensors where the set has no radar.</summary>
    public IReadOnlyList<UtcMicroseconds> ReportTimes { get; }

    /// <summary>Reads a folder.</summary>
    /// <exception cref="InvalidInputException">The folder, a file or a field cannot be used.</exception>
    public static RecordedSet Read(string directory, RecordedUse use)
    {
        string sensorsPath = Path.Combine(directory, SensorsName);
        if (!File.Exists(sensorsPath))
        {
            throw new InvalidInputException(sensorsPath, null, null, null, "this file in the folder of a recorded set");
        }

        SensorsFile sensors = SensorsFile.Read(sensorsPath);
        List<RecordedSensor> used = [];
        List<DetectionsFile.Row> rows = [];
        ReadKind(directory, RadarName, SensorKind.Radar, use is RecordedUse.Radar, use is not RecordedUse.Infrared, sensors, used, rows);
        ReadKind(directory, InfraredName, SensorKind.Infrared, use is RecordedUse.Infrared, use is not RecordedUse.Radar, sensors, used, rows);
        if (used.Count == 0)
        {
            throw new InvalidInputException(directory, null, null, null, $"{RadarName} or {InfraredName} in this folder");
        }

        Dictionary<RecordedSensor, SortedDictionary<long, List<Detection>>> looks = Looks(sensorsPath, sensors.Sensors, rows);
        List<Scan> scans = [.. used
            .SelectMany((sensor, order) => looks[sensor].Select(look => (Order: order, Scan: new Scan(sensor.Sensor, new UtcMicroseconds(look.Key), look.Value))))
            .OrderBy(entry => entry.Scan.Time).ThenBy(entry => entry.Order)
            .Select(entry => entry.Scan)];
        SensorKind reporting = looks.Keys.Any(s => s.Sensor.Kind == SensorKind.Radar) ? SensorKind.Radar : SensorKind.Infrared;
        List<UtcMicroseconds> times = [.. looks
            .Where(entry => entry.Key.Sensor.Kind == reporting)
            .SelectMany(entry => entry.Value.Keys)
            .Distinct().Order().Select(time => new UtcMicroseconds(time))];
        return new RecordedSet(scans, times);
    }

    private static void ReadKind(
        string directory,
        string name,
        SensorKind kind,
        bool required,
        bool wanted,
        SensorsFile sensors,
        List<RecordedSensor> used,
        List<DetectionsFile.Row> rows)
    {
        string path = Path.Combine(directory, name);
        if (!wanted || (!required && !File.Exists(path)))
        {
            return;
        }

        if (!File.Exists(path))
        {
            throw new InvalidInputException(path, null, null, null, "this file in the folder of the recorded set");
        }

        List<RecordedSensor> ofKind = [.. sensors.Sensors.Where(s => s.Sensor.Kind == kind)];
        rows.AddRange(DetectionsFile.Read(path, ofKind, sensors.AzimuthFromEast));
        used.AddRange(ofKind);
    }

    /// <summary>Each sensor's looks by time, microseconds: those that its schedule tells of, and those that detections tell of.</summary>
    private static Dictionary<RecordedSensor, SortedDictionary<long, List<Detection>>> Looks(
        string sensorsPath, List<RecordedSensor> sensors, List<DetectionsFile.Row> rows)
    {
        double first = rows.Count > 0 ? rows.Min(row => row.TimeSeconds) : 0;
        double last = rows.Count > 0 ? rows.Max(row => row.TimeSeconds) : 0;
        Dictionary<RecordedSensor, SortedDictionary<long, List<Detection>>> looks = [];
        foreach (RecordedSensor sensor in sensors)
        {
            looks.Add(sensor, Schedule(sensorsPath, sensor, first, last));
        }

        foreach (DetectionsFile.Row row in rows)
        {
            long time = Microseconds(row.TimeSeconds);
            SortedDictionary<long, List<Detection>> ofSensor = looks[row.Sensor];
            if (!ofSensor.TryGetValue(time, out List<Detection>? look))
            {
                look = [];
                long near = Scheduled(row.Sensor, row.TimeSeconds);
                if (Math.Abs(near - time) <= SameLookMicroseconds && ofSensor.TryGetValue(near, out List<Detection>? scheduled))
                {
                    look = scheduled;
                }
                else
                {
                    ofSensor.Add(time, look);
                }
            }

            look.Add(row.Detection);
        }

        return looks;
    }

    /// <summary>All looks that the set counts, or those between its first detection and its last where it does not count them.</summary>
    private static SortedDictionary<long, List<Detection>> Schedule(string sensorsPath, RecordedSensor sensor, double first, double last)
    {
        double period = sensor.Sensor.ScanPeriodSeconds;
        const double Slack = SameLookMicroseconds * 1e-6;
        double begin = sensor.Scans is null ? Math.Ceiling((first - Slack - sensor.OffsetSeconds) / period) : 0;
        double end = sensor.Scans is { } scans ? scans - 1 : Math.Floor((last + Slack - sensor.OffsetSeconds) / period);
        if (end - begin > MostScans)
        {
            throw new InvalidInputException(sensorsPath, null, sensor.Sensor.Id.Value, null, $"a scan period that gives at most {MostScans} scans");
        }

        SortedDictionary<long, List<Detection>> looks = [];
        for (double k = begin; k <= end; k++)
        {
            looks.TryAdd(Microseconds(sensor.OffsetSeconds + (k * period)), []);
        }

        return looks;
    }

    private static long Scheduled(RecordedSensor sensor, double time)
    {
        double period = sensor.Sensor.ScanPeriodSeconds;
        return Microseconds(sensor.OffsetSeconds + (Math.Round((time - sensor.OffsetSeconds) / period) * period));
    }

    private static long Microseconds(double seconds) => (long)Math.Round(seconds * 1e6);
}

using JointWatch.Exercises;
using JointWatch.Tracking;

namespace JointWatch.Recorded.Looks;

/// <summary>
/// Each sensor's looks: those that its schedule tells of, and those that detections tell of. A look has arrived when the last of its rows
/// has; a row arrives at the newest time of its file so far, so a file whose rows are in order of time arrives in that order, and a row that
/// stands after newer ones is late. A look without rows arrives at its own time.
/// </summary>
internal sealed class LookTable
{
    /// <summary>A detection's time and a scheduled look are the same if no further apart than this: files round.</summary>
    private const long SameLookMicroseconds = 500;

    private const int MostScans = 2_000_000;

    private readonly Dictionary<RecordedSensor, SortedDictionary<long, Look>> _looks = [];

    public LookTable(string sensorsPath, List<RecordedSensor> sensors, List<List<DetectionsFile.Row>> files)
    {
        List<DetectionsFile.Row> all = [.. files.SelectMany(rows => rows)];
        double first = all.Count > 0 ? all.Min(row => row.TimeSeconds) : 0;
        double last = all.Count > 0 ? all.Max(row => row.TimeSeconds) : 0;
        foreach (RecordedSensor sensor in sensors)
        {
            _looks.Add(sensor, Schedule(sensorsPath, sensor, first, last));
        }

        foreach (List<DetectionsFile.Row> rows in files)
        {
            Add(rows);
        }
    }

    /// <summary>The looks of some sensors in order of arrival; those that arrive together as the file has them, then by sensor.</summary>
    public List<Scan> Scans(List<RecordedSensor> sensors) =>
    [
        .. sensors
            .SelectMany((sensor, order) => _looks[sensor].Select(look => (Order: order, Time: look.Key, Look: look.Value, sensor.Sensor)))
            .OrderBy(entry => entry.Look.ArrivalMicroseconds)
            .ThenBy(entry => entry.Look.LastRow)
            .ThenBy(entry => entry.Order)
            .Select(entry => new Scan(entry.Sensor, new UtcMicroseconds(entry.Time), entry.Look.Detections)),
    ];

    /// <summary>The times of all looks of the sensors of a kind, rising.</summary>
    public List<UtcMicroseconds> Times(SensorKind kind) =>
    [
        .. _looks.Where(entry => entry.Key.Sensor.Kind == kind)
            .SelectMany(entry => entry.Value.Keys)
            .Distinct().Order().Select(time => new UtcMicroseconds(time)),
    ];

    private void Add(List<DetectionsFile.Row> rows)
    {
        long newest = long.MinValue;
        for (int i = 0; i < rows.Count; i++)
        {
            long time = Microseconds(rows[i].TimeSeconds);
            newest = Math.Max(newest, time);
            Look look = LookAt(rows[i], time);
            look.ArrivalMicroseconds = newest;
            look.LastRow = i;
            look.Detections.Add(rows[i].Detection);
        }
    }

    private Look LookAt(DetectionsFile.Row row, long time)
    {
        SortedDictionary<long, Look> ofSensor = _looks[row.Sensor];
        if (ofSensor.TryGetValue(time, out Look? look))
        {
            return look;
        }

        double period = row.Sensor.Sensor.ScanPeriodSeconds;
        double offset = row.Sensor.OffsetSeconds;
        long near = Microseconds(offset + (Math.Round((row.TimeSeconds - offset) / period) * period));
        if (Math.Abs(near - time) <= SameLookMicroseconds && ofSensor.TryGetValue(near, out Look? scheduled))
        {
            return scheduled;
        }

        look = new Look { ArrivalMicroseconds = time };
        ofSensor.Add(time, look);
        return look;
    }

    /// <summary>All looks that the set counts, or those between its first detection and its last where it does not count them.</summary>
    private static SortedDictionary<long, Look> Schedule(string sensorsPath, RecordedSensor sensor, double first, double last)
    {
        double period = sensor.Sensor.ScanPeriodSeconds;
        const double Slack = SameLookMicroseconds * 1e-6;
        double begin = sensor.Scans is null ? Math.Ceiling((first - Slack - sensor.OffsetSeconds) / period) : 0;
        double end = sensor.Scans is { } scans ? scans - 1 : Math.Floor((last + Slack - sensor.OffsetSeconds) / period);
        if (end - begin > MostScans)
        {
            throw new InvalidInputException(sensorsPath, null, sensor.Sensor.Id.Value, null, $"a scan period that gives at most {MostScans} scans");
        }

        SortedDictionary<long, Look> looks = [];
        for (double k = begin; k <= end; k++)
        {
            long time = Microseconds(sensor.OffsetSeconds + (k * period));
            looks.TryAdd(time, new Look { ArrivalMicroseconds = time });
        }

        return looks;
    }

    private static long Microseconds(double seconds) => (long)Math.Round(seconds * 1e6);

    private sealed class Look
    {
        public List<Detection> Detections { get; } = [];

        public long ArrivalMicroseconds { get; set; }

        /// <summary>Gets or sets the last of its rows in its file, from 0; -1 where it has none.</summary>
        public int LastRow { get; set; } = -1;
    }
}

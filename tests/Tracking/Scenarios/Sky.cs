using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Tests.Scenarios;

/// <summary>Where an object is and how it moves at a time, seconds; null while it does not exist.</summary>
internal delegate (Vector3 Position, Vector3 Velocity)? Flight(double seconds);

/// <summary>A seeded simulation: sensors look at objects, miss some, and see what is not there.</summary>
internal sealed class Sky(int seed)
{
    private readonly Random _random = new(seed);

    public List<(Sensor Sensor, double OffsetSeconds)> Sensors { get; } = [];

    public List<Flight> Objects { get; } = [];

    /// <summary>Gets or sets when an infra-red sensor can see an object; always, unless told otherwise.</summary>
    public Func<double, bool> Hot { get; set; } = static _ => true;

    public static UtcMicroseconds At(double seconds) => new UtcMicroseconds(1_700_000_000_000_000).AddSeconds(seconds);

    /// <summary>An object at constant velocity.</summary>
    public static Flight Straight(Vector3 start, Vector3 velocity) => seconds => (start + (seconds * velocity), velocity);

    /// <summary>All scans until a time, in order of time.</summary>
    public List<Scan> Scans(double seconds)
    {
        List<Scan> scans = [];
        foreach ((Sensor sensor, double offset) in Sensors)
        {
            for (double t = offset; t < seconds; t += sensor.ScanPeriodSeconds)
            {
                scans.Add(new Scan(sensor, At(t), Look(sensor, t)));
            }
        }

        return [.. scans.OrderBy(scan => scan.Time)];
    }

    private List<Detection> Look(Sensor sensor, double t)
    {
        List<Detection> detections = [];
        foreach (Flight flight in Objects)
        {
            if (flight(t) is { } at && IsSeen(sensor, at.Position, t) && _random.NextDouble() < sensor.DetectionProbability)
            {
                detections.Add(Some.Measured(sensor, at.Position, at.Velocity, _random));
            }
        }

        for (double sum = -Math.Log(1 - _random.NextDouble()); sum < sensor.FalseDetectionsPerScan; sum -= Math.Log(1 - _random.NextDouble()))
        {
            detections.Insert(_random.Next(detections.Count + 1), Some.False(sensor, _random));
        }

        return detections;
    }

    private bool IsSeen(Sensor sensor, Vector3 position, double t)
    {
        Enu place = sensor.Frame.ToLocal(position);
        FieldOfView field = sensor.FieldOfView;
        return place.RangeMeters >= field.RangeMinMeters
            && place.RangeMeters <= field.RangeMaxMeters
            && place.ElevationRadians >= field.ElevationMinRadians
            && place.ElevationRadians <= field.ElevationMaxRadians
            && (sensor.Kind == SensorKind.Radar || Hot(t));
    }
}

namespace JointWatch.Tracking.Measurement;

/// <summary>How thick false detections are in a sensor's measurement space: uniform over its field of view.</summary>
internal static class FalseDensity
{
    /// <summary>The width over which the range rates of false detections spread, m/s: twice the speed of a missile's fall.</summary>
    public const double RangeRateSpan = 16_000;

    private const double SmallestSpan = 1e-3;

    /// <summary>
    /// Detections a scan in a unit of (range, azimuth, elevation) or (azimuth, elevation) that a track must compete with: what the sensor
    /// says of itself or what the scan holds, whichever is more. Other objects confuse as false detections do.
    /// </summary>
    public static double Of(Sensor sensor, double detectionsPerScan)
    {
        FieldOfView field = sensor.FieldOfView;
        double angles = Math.Max(field.AzimuthWidthRadians, SmallestSpan)
            * Math.Max(field.ElevationMaxRadians - field.ElevationMinRadians, SmallestSpan);
        double ranges = sensor.Kind == SensorKind.Radar ? Math.Max(field.RangeMaxMeters - field.RangeMinMeters, 1) : 1;
        return detectionsPerScan / (angles * ranges);
    }
}

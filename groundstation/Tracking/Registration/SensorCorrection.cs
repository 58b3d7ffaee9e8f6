namespace JointWatch.Tracking.Registration;

/// <summary>The biases to be taken off a sensor's detections; all zero where nothing is known.</summary>
internal readonly record struct SensorCorrection(double RangeMeters, double AzimuthRadians, double ElevationRadians, double ClockSeconds)
{
    /// <summary>The detection without the biases of range and angles.</summary>
    public Detection Correct(in Detection detection)
    {
        if (!double.IsNaN(detection.EastMeters))
        {
            return CorrectPlace(detection);
        }

        double azimuth = detection.AzimuthRadians - AzimuthRadians;
        return detection with
        {
            RangeMeters = detection.RangeMeters - RangeMeters,
            AzimuthRadians = azimuth - (Math.Floor(azimuth / Math.Tau) * Math.Tau),
            ElevationRadians = detection.ElevationRadians - ElevationRadians,
        };
    }

    /// <summary>The time at which a scan that says to be of <paramref name="stamp"/> was taken.</summary>
    public UtcMicroseconds Correct(UtcMicroseconds stamp) => stamp.AddSeconds(-ClockSeconds);

    private Detection CorrectPlace(in Detection detection)
    {
        double range = Math.Sqrt((detection.EastMeters * detection.EastMeters) + (detection.NorthMeters * detection.NorthMeters));
        double scale = range > Math.Abs(RangeMeters) ? (range - RangeMeters) / range : 1;
        (double sine, double cosine) = Math.SinCos(AzimuthRadians);
        return detection with
        {
            EastMeters = scale * ((detection.EastMeters * cosine) - (detection.NorthMeters * sine)),
            NorthMeters = scale * ((detection.NorthMeters * cosine) + (detection.EastMeters * sine)),
        };
    }
}

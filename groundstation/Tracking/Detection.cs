namespace JointWatch.Tracking;

/// <summary>
/// One detection, in the frame of its sensor. Azimuth is clockwise from true north. <paramref name="RangeMeters"/> is NaN for an
/// infra-red detection, <paramref name="RangeRateMetersPerSecond"/> (positive: receding) is NaN where the sensor does not give it.
/// <paramref name="Strength"/> is the signal-to-noise ratio in decibels (radar) or the irradiance at the aperture in nW/m² (infra-red).
/// </summary>
public readonly record struct Detection(
    double RangeMeters,
    double AzimuthRadians,
    double ElevationRadians,
    double RangeRateMetersPerSecond,
    double Strength);

/// <summary>All detections of one look of one sensor, at one time.</summary>
public sealed record Scan(Sensor Sensor, UtcMicroseconds Time, IReadOnlyList<Detection> Detections);

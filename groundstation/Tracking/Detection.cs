namespace JointWatch.Tracking;

/// <summary>
/// One detection, in the frame of its sensor. Azimuth is clockwise from true north. <paramref name="RangeMeters"/> is NaN for an
/// infra-red detection, <paramref name="ElevationRadians"/> is NaN for a radar that measures range and azimuth only and for a sensor of
/// bearings only, <paramref name="RangeRateMetersPerSecond"/> (positive: receding) is NaN where the sensor does not give it.
/// <paramref name="Strength"/> is the signal-to-noise ratio in decibels (radar) or the irradiance at the aperture in nW/m² (infra-red).
/// </summary>
public readonly record struct Detection(
    double RangeMeters,
    double AzimuthRadians,
    double ElevationRadians,
    double RangeRateMetersPerSecond,
    double Strength)
{
    /// <summary>Gets how far east of its sensor it lies, metres; of a <see cref="SensorKind.Place"/> sensor only.</summary>
    public double EastMeters { get; init; } = double.NaN;

    /// <summary>Gets how far north of its sensor it lies, metres; of a <see cref="SensorKind.Place"/> sensor only.</summary>
    public double NorthMeters { get; init; } = double.NaN;

    /// <summary>A detection of a <see cref="SensorKind.Place"/> sensor.</summary>
    public static Detection AtPlace(double eastMeters, double northMeters) =>
        new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN) { EastMeters = eastMeters, NorthMeters = northMeters };
}

/// <summary>All detections of one look of one sensor, at one time.</summary>
public sealed record Scan(Sensor Sensor, UtcMicroseconds Time, IReadOnlyList<Detection> Detections);

using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking;

/// <summary>The name by which the tracker knows a sensor: <c>party/node</c> for a node, the file's own for a recorded set.</summary>
public readonly record struct SensorId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>What a sensor measures.</summary>
public enum SensorKind
{
    /// <summary>Range, azimuth, elevation, and perhaps range rate.</summary>
    Radar = 1,

    /// <summary>Azimuth and elevation only.</summary>
    Infrared = 2,
}

/// <summary>
/// What a sensor can see. Azimuth is clockwise from true north; the field begins at <paramref name="AzimuthStartRadians"/> and
/// extends clockwise by <paramref name="AzimuthWidthRadians"/> (2π: all round).
/// </summary>
public sealed record FieldOfView(
    double AzimuthStartRadians,
    double AzimuthWidthRadians,
    double ElevationMinRadians,
    double ElevationMaxRadians,
    double RangeMinMeters,
    double RangeMaxMeters);

/// <summary>Standard deviations of a sensor's measurements. Range and range rate do not matter for an infra-red sensor.</summary>
public sealed record MeasurementNoise(
    double RangeSigmaMeters,
    double AzimuthSigmaRadians,
    double ElevationSigmaRadians,
    double RangeRateSigmaMetersPerSecond);

/// <summary>Everything that the tracker knows of a sensor, from its birth message or a set's <c>sensors.json</c>.</summary>
public sealed record Sensor(
    SensorId Id,
    SensorKind Kind,
    LocalFrame Frame,
    FieldOfView FieldOfView,
    MeasurementNoise Noise,
    double DetectionProbability,
    double FalseDetectionsPerScan,
    double ScanPeriodSeconds);

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

    /// <summary>A place in the plane of its frame, east and north: a lidar's or a harbour radar's plots, or another tracker's.</summary>
    Place = 3,
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
    double RangeRateSigmaMetersPerSecond)
{
    /// <summary>Gets the standard deviation of a <see cref="SensorKind.Place"/> sensor's east and of its north, metres.</summary>
    public double PlaceSigmaMeters { get; init; }

    /// <summary>Gets that of its height, metres: the sensor does not measure it, but what it sees keeps within so much of the plane of its frame.</summary>
    public double HeightSigmaMeters { get; init; } = 1;

    /// <summary>
    /// Gets how far from the middle of one object its plots may lie, metres: nearer to a confirmed track than this a plot begins no other. 0: objects are points.
    /// </summary>
    public double ExtentMeters { get; init; }

    /// <summary>
    /// Gets the time in which the error of a direction turns into another, seconds: a camera shows now the bow of a boat and now its stern. 0: each look errs
    /// anew. Looks that follow one another faster tell less than as many that err each for itself.
    /// </summary>
    public double AngleCorrelationSeconds { get; init; }

    /// <summary>
    /// By how much larger the variance of white noise is that tells as much, over many looks a <paramref name="periodSeconds"/> apart, as errors with an
    /// exponential autocorrelation: (1 + ρ) / (1 − ρ) with ρ = exp(−T / τ), the ratio of the spectrum at frequency 0 to the variance of a first-order
    /// Markov sequence.
    /// </summary>
    internal double AngleVarianceFactor(double periodSeconds)
    {
        if (!(AngleCorrelationSeconds > 0))
        {
            return 1;
        }

        double correlation = Math.Exp(-periodSeconds / AngleCorrelationSeconds);
        return (1 + correlation) / Math.Max(1 - correlation, 1e-6);
    }
}

/// <summary>
/// A box in the common frame, parallel to its axes, in which a sensor's false detections lie uniformly; for a <see cref="SensorKind.Place"/>
/// sensor the rectangle of its x and y counts.
/// </summary>
public sealed record FalseDetectionBox(Vector3 Least, Vector3 Greatest);

/// <summary>Everything that the tracker knows of a sensor, from its birth message or a set's <c>sensors.json</c>.</summary>
public sealed record Sensor(
    SensorId Id,
    SensorKind Kind,
    LocalFrame Frame,
    FieldOfView FieldOfView,
    MeasurementNoise Noise,
    double DetectionProbability,
    double FalseDetectionsPerScan,
    double ScanPeriodSeconds)
{
    /// <summary>Gets where its false detections lie, where that is not uniform over the field of view: or null.</summary>
    public FalseDetectionBox? FalseBox { get; init; }

    /// <summary>
    /// Gets how far out it detects an object in view with <see cref="DetectionProbability"/>, metres. From there to the end of its range it may detect it or
    /// may not, and a look without a detection says nothing. Infinite: all of its range.
    /// </summary>
    public double SureRangeMeters { get; init; } = double.PositiveInfinity;
}

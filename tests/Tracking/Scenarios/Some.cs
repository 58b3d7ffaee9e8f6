using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Tests.Scenarios;

/// <summary>Values that do not matter to a test, and measurements with noise.</summary>
internal static class Some
{
    public static Sensor Radar(string id, LocalFrame frame) => new(
        new SensorId(id),
        SensorKind.Radar,
        frame,
        new FieldOfView(0, Math.Tau, 0, 1.5, 500, 500_000),
        new MeasurementNoise(30, 0.0015, 0.0015, 0),
        DetectionProbability: 0.9,
        FalseDetectionsPerScan: 5,
        ScanPeriodSeconds: 1);

    public static Sensor Infrared(string id, LocalFrame frame) => new(
        new SensorId(id),
        SensorKind.Infrared,
        frame,
        new FieldOfView(0, Math.Tau, 0, 1.5, 0, 2_000_000),
        new MeasurementNoise(0, 0.0003, 0.0003, 0),
        DetectionProbability: 0.95,
        FalseDetectionsPerScan: 2,
        ScanPeriodSeconds: 0.5);

    /// <summary>A number from the standard normal distribution (G. Box and M. Muller, 1958).</summary>
    public static double Gaussian(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());

    /// <summary>What a sensor measures of an object, errors and all.</summary>
    public static Detection Measured(Sensor sensor, Vector3 position, Vector3 velocity, Random random)
    {
        Enu place = sensor.Frame.ToLocal(position);
        MeasurementNoise noise = sensor.Noise;
        double azimuth = place.AzimuthRadians + (noise.AzimuthSigmaRadians * Gaussian(random));
        double elevation = place.ElevationRadians + (noise.ElevationSigmaRadians * Gaussian(random));
        double range = place.RangeMeters + (noise.RangeSigmaMeters * Gaussian(random));
        double rate = Vector3.Dot((position - sensor.Frame.Origin).Unit, velocity) + (noise.RangeRateSigmaMetersPerSecond * Gaussian(random));
        bool radar = sensor.Kind == SensorKind.Radar;
        return new Detection(
            radar ? range : double.NaN,
            azimuth - (Math.Floor(azimuth / Math.Tau) * Math.Tau),
            elevation,
            radar && noise.RangeRateSigmaMetersPerSecond > 0 ? rate : double.NaN,
            double.NaN);
    }

    /// <summary>A false detection, uniform over a sensor's field of view.</summary>
    public static Detection False(Sensor sensor, Random random)
    {
        FieldOfView field = sensor.FieldOfView;
        return new Detection(
            sensor.Kind == SensorKind.Radar ? Between(random, field.RangeMinMeters, field.RangeMaxMeters) : double.NaN,
            Between(random, 0, Math.Tau),
            Between(random, field.ElevationMinRadians, field.ElevationMaxRadians),
            sensor.Kind == SensorKind.Radar && sensor.Noise.RangeRateSigmaMetersPerSecond > 0 ? Between(random, -8_000, 8_000) : double.NaN,
            double.NaN);
    }

    private static double Between(Random random, double from, double to) => from + ((to - from) * random.NextDouble());
}

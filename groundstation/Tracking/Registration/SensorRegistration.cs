namespace JointWatch.Tracking.Registration;

/// <summary>A bias as it is estimated, and its standard deviation, in the unit of the bias.</summary>
public readonly record struct BiasEstimate(double Value, double Sigma);

/// <summary>
/// What is known of the registration errors of a sensor: measured less true; null where it does not measure such a thing. Only differences between
/// sensors show in tracks, so a sigma stays large where a sensor's error could as well be the opposite error of the others.
/// </summary>
/// <param name="Sensor">The sensor.</param>
/// <param name="RangeMeters">The range bias.</param>
/// <param name="AzimuthRadians">The azimuth bias, clockwise.</param>
/// <param name="ElevationRadians">The elevation bias.</param>
/// <param name="ClockSeconds">Its clock less true time.</param>
/// <param name="Detections">How many of its detections this rests on.</param>
/// <param name="IsSignificant">Whether its detections contradict that all sensors are without bias.</param>
public sealed record SensorRegistration(
    SensorId Sensor,
    BiasEstimate? RangeMeters,
    BiasEstimate AzimuthRadians,
    BiasEstimate? ElevationRadians,
    BiasEstimate ClockSeconds,
    long Detections,
    bool IsSignificant);

namespace JointWatch.Tracking.Initiation.SingleSensor;

/// <summary>A part of the ranges at which an object may be, and the probability that it is there.</summary>
public readonly record struct RangeShare(double FromMeters, double ToMeters, double Weight);

/// <summary>What one sensor of angles sees and no track explains: a direction from the sensor, in its frame, and how far away the object may be.</summary>
/// <param name="Sensor">The sensor.</param>
/// <param name="Time">When it was last detected.</param>
/// <param name="AzimuthRadians">Clockwise from true north.</param>
/// <param name="ElevationRadians">Above the horizontal.</param>
/// <param name="Detections">How many detections it has.</param>
/// <param name="Ranges">From near to far; the weights sum to one.</param>
public sealed record LineHypothesis(
    SensorId Sensor, UtcMicroseconds Time, double AzimuthRadians, double ElevationRadians, int Detections, IReadOnlyList<RangeShare> Ranges);

using JointWatch.Tracking.Registration;

namespace JointWatch.Tracking;

/// <summary>What the tracker has learned of a sensor while running.</summary>
/// <param name="Sensor">The sensor.</param>
/// <param name="Registration">Its registration errors, or null while no other sensor has seen the same tracks.</param>
/// <param name="FalseDetectionsPerScan">How many false detections a scan it is found to have.</param>
/// <param name="FalseDetectionsSigma">The standard deviation of that.</param>
public sealed record SensorKnowledge(SensorId Sensor, SensorRegistration? Registration, double FalseDetectionsPerScan, double FalseDetectionsSigma);

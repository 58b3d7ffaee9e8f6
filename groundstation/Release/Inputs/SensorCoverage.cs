using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Releases.Inputs;

/// <summary>Where a sensor of the party stands and what it can see.</summary>
public sealed record SensorCoverage(SensorId Sensor, SensorKind Kind, Geodetic Place, FieldOfView FieldOfView);

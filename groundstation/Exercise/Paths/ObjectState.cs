using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercises.Paths;

/// <summary>An object at one instant: place and Earth-fixed velocity in ECEF, and the radiant intensity that an infra-red sensor sees, W/sr.</summary>
public readonly record struct ObjectState(Vector3 PositionMeters, Vector3 VelocityMetersPerSecond, double IntensityWattsPerSteradian);

using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Recorded.Truth;

/// <summary>Where an object truly was, in the common frame of its set. Where the set does not tell the velocity, it is NaN.</summary>
public readonly record struct TruthPoint(UtcMicroseconds Time, Vector3 Position, Vector3 Velocity, bool IsBurning);

using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Recorded.Playing;

/// <summary>Where a confirmed track was at a time, in the common frame of its set, metres and metres a second.</summary>
public readonly record struct TrackRow(UtcMicroseconds Time, TrackId Track, Vector3 Position, Vector3 Velocity);

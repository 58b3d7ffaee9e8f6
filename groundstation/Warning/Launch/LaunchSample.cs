using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Warnings.Launch;

/// <summary>One estimate out of a track's beginning. <paramref name="Covariance"/> is the track's own, 6 by 6, in ECEF.</summary>
internal sealed record LaunchSample(UtcMicroseconds Time, Vector3 Position, Vector3 Velocity, IReadOnlyList<double> Covariance, int Detections);

using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Reviews.Input;

/// <summary>A confirmed track at an instant of the exercise, in ECEF.</summary>
/// <param name="FirstDetection">When the first of its detections was made.</param>
/// <param name="Covariance">Of position and velocity, 6 by 6, row by row.</param>
public sealed record SeenTrack(TrackId Id, Vector3 Position, Vector3 Velocity, UtcMicroseconds FirstDetection, IReadOnlyList<double> Covariance);

/// <summary>A party's confirmed tracks at an instant of the exercise.</summary>
public sealed record Sample(UtcMicroseconds Time, IReadOnlyList<SeenTrack> Tracks);

/// <summary>A warning at a change.</summary>
/// <param name="At">The exercise's time.</param>
public sealed record SeenWarning(UtcMicroseconds At, LaunchWarning Warning);

/// <summary>A board's reports: how long each took from its scan to the station, seconds of the wall clock.</summary>
public sealed record BoardDelays(string Board, IReadOnlyList<double> Seconds);

/// <summary>All that a party's station made of a run.</summary>
/// <param name="Samples">Rising.</param>
/// <param name="Warnings">In order.</param>
/// <param name="Labels">How each warning stood to the announcements last.</param>
/// <param name="Refusals">How many messages were refused, by the field that was wrong.</param>
public sealed record Observed(
    string Party,
    IReadOnlyList<Sample> Samples,
    IReadOnlyList<SeenWarning> Warnings,
    IReadOnlyDictionary<int, AnnouncementLabel> Labels,
    IReadOnlyList<BoardDelays> Delays,
    IReadOnlyDictionary<string, long> Refusals);

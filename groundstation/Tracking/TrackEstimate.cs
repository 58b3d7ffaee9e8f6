using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking;

/// <summary>A track's number: given in order of birth, never used again.</summary>
public readonly record struct TrackId(long Value)
{
    /// <summary>As people write it: <c>T0042</c>.</summary>
    public override string ToString() => "T" + Value.ToString("D4", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A track's life.</summary>
public enum TrackState
{
    /// <summary>Too few detections to believe in.</summary>
    Tentative = 0,

    /// <summary>Held to be a real object.</summary>
    Confirmed = 1,

    /// <summary>No more detections: the track will not be heard of again.</summary>
    Ended = 2,
}

/// <summary>
/// What the tracker says of an object at <paramref name="Time"/>: an immutable value, safe to hand to any thread.
/// Position, velocity and acceleration are in the tracker's common frame (ECEF for sensors on the Earth), SI units.
/// <paramref name="Covariance"/> is 6 by 6, row by row: x, y, z, vx, vy, vz. <paramref name="LastDetection"/> is when a detection last
/// updated it; <paramref name="Detections"/> how many did; <paramref name="Sensors"/> which sensors have, in order of first contribution.
/// </summary>
public sealed record TrackEstimate(
    TrackId Id,
    TrackState State,
    UtcMicroseconds Time,
    Vector3 Position,
    Vector3 Velocity,
    Vector3 Acceleration,
    IReadOnlyList<double> Covariance,
    UtcMicroseconds FirstDetection,
    UtcMicroseconds LastDetection,
    int Detections,
    IReadOnlyList<SensorId> Sensors)
{
    /// <summary>Gets the probability that there is an object.</summary>
    public double Existence { get; init; } = 1;

    /// <summary>
    /// Gets how many detections the sensor contributed that contributed second most: how far the track rests on more than one sensor's word. Null where that
    /// is not known.
    /// </summary>
    public int? DetectionsOfSecond { get; init; }
}

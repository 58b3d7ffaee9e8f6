using JointWatch.Tracking;

namespace JointWatch.Recorded.Scoring;

/// <summary>How the tracks of one time stand to the truth.</summary>
/// <param name="Gospa">With alpha 2, metres.</param>
/// <param name="Ospa">Metres.</param>
/// <param name="Missed">True objects without a track.</param>
/// <param name="False">Tracks without an object.</param>
/// <param name="Held">Objects with their tracks and the distance between, metres.</param>
public sealed record TimeScore(
    UtcMicroseconds Time, double Gospa, double Ospa, int Missed, int False, IReadOnlyList<(string Target, TrackId Track, double Meters)> Held);

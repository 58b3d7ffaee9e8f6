using JointWatch.Tracking.Geodesy;

namespace JointWatch.Metrics;

/// <summary>Where something is and how fast, in a Cartesian frame, metres and metres a second; a velocity that is not known is NaN.</summary>
public readonly record struct Place(Vector3 Position, Vector3 Velocity)
{
    /// <summary>Gets what it is, or what its track says that it is, in words of the user's own (a type, a class, friend or other); null where nothing is said.</summary>
    public string? Identity { get; init; }
}

/// <summary>An object's true way, or a track.</summary>
/// <param name="Name">Its name, or its number as text.</param>
/// <param name="Places">Where it is at each of the times of its <see cref="Comparison"/>; null where it is not there.</param>
public sealed record Trajectory(string Name, IReadOnlyList<Place?> Places);

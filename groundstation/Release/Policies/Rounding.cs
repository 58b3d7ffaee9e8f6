using JointWatch.Releases.Coarse;

namespace JointWatch.Releases.Policies;

/// <summary>How coarse the values of a rule are. What no field of the rule needs is null or empty.</summary>
public sealed record Rounding
{
    /// <summary>Gets the grid of places, and by it the step of extents.</summary>
    public GroundGrid? Grid { get; init; }

    /// <summary>Gets the raster of times, seconds, 1 to 86,400.</summary>
    public int TimeSeconds { get; init; }

    /// <summary>Gets the raster of directions, degrees, that goes into 360.</summary>
    public int AzimuthDegrees { get; init; }

    /// <summary>Gets a value indicating whether the class goes without its range.</summary>
    public bool IsGenericClass { get; init; }

    /// <summary>Gets the bounds between the bands of confidence, per cent, rising.</summary>
    public IReadOnlyList<int> ConfidencePercents { get; init; } = [];

    /// <summary>Gets the step of heights, kilometres.</summary>
    public int HeightKilometers { get; init; }

    /// <summary>Gets the step of speeds, metres a second.</summary>
    public int SpeedMetersPerSecond { get; init; }

    /// <summary>Gets the step of counts.</summary>
    public int CountStep { get; init; }
}

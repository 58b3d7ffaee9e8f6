namespace JointWatch.Exchange.Compare;

/// <summary>When two sightings may be one thing. A gap is what is left when the coarseness of both is taken off.</summary>
public sealed record ComparisonOptions
{
    /// <summary>Gets by how much launch or impact times may differ, seconds. Two minutes: no two launches of a salvo that far apart are taken for one by time alone.</summary>
    public double TimeSeconds { get; init; } = 120;

    /// <summary>Gets by how much launch areas and places of tracks may differ, metres.</summary>
    public double PlaceMeters { get; init; } = 100_000;

    /// <summary>Gets by how much impact areas may differ, metres: they are worked out, and move while an engine burns.</summary>
    public double ImpactMeters { get; init; } = 500_000;

    /// <summary>Gets by how much azimuths may differ, radians (20 degrees).</summary>
    public double AzimuthRadians { get; init; } = 0.35;
}

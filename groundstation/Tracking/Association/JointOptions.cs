namespace JointWatch.Tracking.Association;

/// <summary>How tracks that are hard to tell apart are updated together.</summary>
public sealed record JointOptions
{
    /// <summary>Gets the most tracks of a part that is gone through association by association (1 to 12); 1 switches it off.</summary>
    public int MaxTracks { get; init; } = 6;

    /// <summary>Gets the most steps on the way (100 to 10,000,000). Beyond it the part is left to belief propagation.</summary>
    public int MaxVisits { get; init; } = 20_000;

    /// <summary>Gets the most joint associations kept (1 to 10,000).</summary>
    public int MaxHypotheses { get; init; } = 200;

    /// <summary>Gets the share of the best joint association below which one is let go (1e-9 to 0.1).</summary>
    public double LeastShare { get; init; } = 1e-4;

    /// <summary>Gets the most rounds of sorting what the associations say of whom (1 to 100). It settles in two or three.</summary>
    public int MaxRounds { get; init; } = 10;

    /// <summary>
    /// Gets the squared Mahalanobis distance of position and velocity (6 numbers) within which two tracks are hard to tell apart (0 to 1,000).
    /// 40: farther apart, no exchange of what is said of them is ever likelier than none.
    /// </summary>
    public double SquaredDistance { get; init; } = 40;

    /// <summary>Refuses what lies outside the ranges named above.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        OptionRange.Check(MaxTracks, 1, 12);
        OptionRange.Check(MaxVisits, 100, 10_000_000);
        OptionRange.Check(MaxHypotheses, 1, 10_000);
        OptionRange.Check(LeastShare, 1e-9, 0.1);
        OptionRange.Check(MaxRounds, 1, 100);
        OptionRange.Check(SquaredDistance, 0, 1_000);
    }
}

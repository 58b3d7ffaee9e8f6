namespace JointWatch.Tracking.Lifecycle;

/// <summary>When two tracks are taken for one object.</summary>
public sealed record MergingOptions
{
    /// <summary>
    /// Gets the squared Mahalanobis distance of position and velocity (6 numbers) within which two tracks are the same (1 to 100).
    /// 10.6: the chi-square distribution's 90th percentile.
    /// </summary>
    public double SquaredDistance { get; init; } = 10.6;

    /// <summary>Gets for how many scans in a row they must be the same (1 to 100). 5: objects that cross are near for less.</summary>
    public int Scans { get; init; } = 5;

    /// <summary>
    /// Gets the sum of the existence probabilities of two tracks above which they are two objects, however near (1 to 2). 1.6: two tracks of one
    /// object have 1 between them, and more only for a look or two.
    /// </summary>
    public double MostExistence { get; init; } = 1.6;

    /// <summary>Refuses what lies outside the ranges named above.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        OptionRange.Check(SquaredDistance, 1, 100);
        OptionRange.Check(Scans, 1, 100);
        OptionRange.Check(MostExistence, 1, 2);
    }
}

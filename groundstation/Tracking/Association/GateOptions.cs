namespace JointWatch.Tracking.Association;

/// <summary>How far a detection may lie from where a track expects one.</summary>
public sealed record GateOptions
{
    /// <summary>
    /// Gets the squared Mahalanobis distance at the gate for 1, 2, 3 and 4 measured numbers: the chi-square distribution's 99.9975th percentile.
    /// Ranges: each 1 to 100, rising. Wide, for a track that has lost a turning rocket is dearer than a false detection in the gate.
    /// </summary>
    public IReadOnlyList<double> SquaredDistance { get; init; } = [17.75, 21.19, 24.02, 26.46];

    /// <summary>Refuses what lies outside the ranges named above.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        OptionRange.Check(SquaredDistance.Count, 4, 4);
        double last = 1;
        foreach (double value in SquaredDistance)
        {
            OptionRange.Check(value, last, 100, nameof(SquaredDistance));
            last = value;
        }
    }
}

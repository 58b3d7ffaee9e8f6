namespace JointWatch.Tracking.Association;

/// <summary>How far a detection may lie from where a track expects one.</summary>
public sealed record GateOptions
{
    /// <summary>
    /// Gets the squared Mahalanobis distance at the gate for 1, 2, 3 and 4 measured numbers: the chi-square distribution's 99.9975th percentile.
    /// Ranges: each 1 to 100, rising. Wide, for a track that has lost a turning rocket is dearer than a false detection in the gate.
    /// </summary>
    public IReadOnlyList<double> SquaredDistance { get; init; } = [17.75, 21.19, 24.02, 26.46];

    /// <summary>
    /// Gets the acceleration that the search for detections near a track allows for, m/s² (0 to 1,000). 30: a turn at three times gravity, a rocket
    /// near burn-out. It is a search; what is found is then weighed by the track's own covariance.
    /// </summary>
    public double Manoeuvre { get; init; } = 30;

    /// <summary>Gets the weight below which a pair of track and detection is let go (1e-12 to 0.1). 1e-4: it could not move a track by a thousandth of its sigma.</summary>
    public double LeastWeight { get; init; } = 1e-4;

    /// <summary>Gets how far beyond a sensor's range a track may be and still be compared with its detections, as a share of the range (0 to 10).</summary>
    public double BeyondRangeShare { get; init; } = 0.1;

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

        OptionRange.Check(Manoeuvre, 0, 1_000);
        OptionRange.Check(BeyondRangeShare, 0, 10);
        OptionRange.Check(LeastWeight, 1e-12, 0.1);
    }
}

namespace JointWatch.Tracking.Lifecycle;

/// <summary>When a track ends.</summary>
public sealed record DeletionOptions
{
    /// <summary>
    /// Gets the evidence of misses that ends a tentative track (0.5 to 50): -ln(1 - Pd) summed over looks of radars that could have seen it.
    /// 5: the third miss in a row at Pd 0.9.
    /// </summary>
    public double TentativeMissedEvidence { get; init; } = 5;

    /// <summary>Gets the same for a confirmed track (1 to 200). 20: the ninth miss in a row at Pd 0.9, the thirteenth at 0.8.</summary>
    public double ConfirmedMissedEvidence { get; init; } = 20;

    /// <summary>Gets how long misses must have lasted too, in scan periods of the slowest sensor that contributed (0 to 20): radars together look often, and an object at the edge of their reach flickers.</summary>
    public double LeastMissedPeriods { get; init; } = 4;

    /// <summary>Gets how long a tentative track lives without a detection, in the same periods (1 to 20).</summary>
    public double TentativePeriods { get; init; } = 3;

    /// <summary>Gets how long a confirmed track lives without a detection, seconds (1 to 600). 15: a rocket outside all cover may come back.</summary>
    public double ConfirmedSeconds { get; init; } = 15;

    /// <summary>Gets the same in scan periods, whichever is longer (1 to 20).</summary>
    public double ConfirmedPeriods { get; init; } = 4;

    /// <summary>
    /// Gets how long a track that no radar has seen may live on one infra-red sensor's detections, in scan periods (1 to 100). 4: without a second
    /// line of sight the range drifts; such tracks are ghosts of crossing lines as often as not.
    /// </summary>
    public double SingleLinePeriods { get; init; } = 4;

    /// <summary>Gets the uncertainty of place that ends a track, one sigma, metres (100 to 1,000,000). Beyond it, its gate takes in anything.</summary>
    public double MaxPositionSigma { get; init; } = 15_000;

    /// <summary>Gets the speed that ends a track, m/s (1,000 to 100,000): nothing that this network watches is faster.</summary>
    public double MaxSpeed { get; init; } = 12_000;

    /// <summary>Refuses what lies outside the ranges named above.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        OptionRange.Check(TentativeMissedEvidence, 0.5, 50);
        OptionRange.Check(ConfirmedMissedEvidence, 1, 200);
        OptionRange.Check(LeastMissedPeriods, 0, 20);
        OptionRange.Check(TentativePeriods, 1, 20);
        OptionRange.Check(ConfirmedSeconds, 1, 600);
        OptionRange.Check(ConfirmedPeriods, 1, 20);
        OptionRange.Check(SingleLinePeriods, 1, 100);
        OptionRange.Check(MaxPositionSigma, 100, 1_000_000);
        OptionRange.Check(MaxSpeed, 1_000, 100_000);
    }
}

namespace JointWatch.Tracking.Lifecycle;

/// <summary>When a tentative track is held to be a real object.</summary>
public sealed record ConfirmationOptions
{
    /// <summary>Gets the fewest detections (2 to 20). 3: two give a velocity, the third is the first proof of it.</summary>
    public int LeastDetections { get; init; } = 3;

    /// <summary>Gets the fewest detections of a track that no radar has seen (4 to 40): ghosts of crossing lines of sight live longer than clutter.</summary>
    public int LeastInfraredDetections { get; init; } = 8;

    /// <summary>
    /// Gets the log-likelihood ratio at which it is confirmed (0 to 100), a sequential probability ratio test (A. Wald, 1945). 28: three
    /// detections in sparse clutter, four or five in thick; with 60 false detections a scan and radar, none in 10,000 stood up against it.
    /// </summary>
    public double Score { get; init; } = 28;

    /// <summary>Refuses what lies outside the ranges named above.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        OptionRange.Check(LeastDetections, 2, 20);
        OptionRange.Check(LeastInfraredDetections, 4, 40);
        OptionRange.Check(Score, 0, 100);
    }
}

namespace JointWatch.Tracking.Association;

/// <summary>How long beliefs are passed to and fro.</summary>
public sealed record BeliefPropagationOptions
{
    /// <summary>Gets the change of the messages at which they have settled (1e-15 to 0.1). 1e-6: far below what a track's state could show.</summary>
    public double Tolerance { get; init; } = 1e-6;

    /// <summary>Gets the most rounds (1 to 10,000). Each round shrinks the error by a fixed factor; crowded parts settle within some tens.</summary>
    public int MaxRounds { get; init; } = 200;

    /// <summary>Refuses what lies outside the ranges named above.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        OptionRange.Check(Tolerance, 1e-15, 0.1);
        OptionRange.Check(MaxRounds, 1, 10_000);
    }
}

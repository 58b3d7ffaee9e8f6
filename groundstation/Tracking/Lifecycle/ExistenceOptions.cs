namespace JointWatch.Tracking.Lifecycle;

/// <summary>How the probability that a track is of an object begins and ends its life.</summary>
public sealed record ExistenceOptions
{
    /// <summary>
    /// Gets how long an object stays on average, seconds (1 to 1,000,000). 100: what has gone is given up after two or three looks without it,
    /// and an object that is looked at every few seconds loses next to nothing between them.
    /// </summary>
    public double StaySeconds { get; init; } = 100;

    /// <summary>Gets the probability at which a track is confirmed (0.5 to 0.999999).</summary>
    public double Confirmed { get; init; } = 0.8;

    /// <summary>Gets the probability below which a confirmed track is no longer shown (0.01 to 0.9). It keeps its number, and is shown again when it is seen again.</summary>
    public double Doubted { get; init; } = 0.3;

    /// <summary>Gets the probability below which a track ends (1e-9 to 0.1).</summary>
    public double Ended { get; init; } = 1e-3;

    /// <summary>Gets the share of a track's state below which one of several explanations is let go (1e-9 to 0.1).</summary>
    public double LeastShare { get; init; } = 1e-3;

    /// <summary>
    /// Gets half the width of an object that hides others from a sensor that looks along the surface, metres (0 to 1,000). 15: a boat of 20 m
    /// and what its track may be off.
    /// </summary>
    public double HidesMeters { get; init; } = 15;

    /// <summary>
    /// Gets how many times a track may have been seen behind a nearer object for each time that it was seen clear of all, and before the first such time
    /// (0 to 1,000): more, and it is held for that one's multiple echo, which is never clear of it for long, and not shown. 3: a boat that passes behind
    /// another has been seen before, and one that comes out from behind it will be.
    /// </summary>
    public int MostLooksBehind { get; init; } = 3;

    /// <summary>Refuses what lies outside the ranges named above.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        OptionRange.Check(StaySeconds, 1, 1_000_000);
        OptionRange.Check(Confirmed, 0.5, 0.999999);
        OptionRange.Check(Doubted, 0.01, 0.9);
        OptionRange.Check(Ended, 1e-9, 0.1);
        OptionRange.Check(HidesMeters, 0, 1_000);
        OptionRange.Check(MostLooksBehind, 0, 1_000);
        OptionRange.Check(LeastShare, 1e-9, 0.1);
    }
}

namespace JointWatch.Tracking.Initiation;

/// <summary>What it takes for detections that no track explains to begin one.</summary>
public sealed record InitiationOptions
{
    /// <summary>Gets the fastest that a new object may be, m/s (100 to 12,000). 8,500: above orbital speed, seen from the turning Earth.</summary>
    public double MaxSpeed { get; init; } = 8_500;

    /// <summary>Gets one sigma, on each axis, of the velocity of slow objects, m/s (10 to 3,000). 250: aircraft, rockets that have just left.</summary>
    public double SlowSpeedSigma { get; init; } = 250;

    /// <summary>Gets one sigma, on each axis, of the velocity of fast objects, m/s (100 to 10,000). 2,500: rockets until they burn out.</summary>
    public double FastSpeedSigma { get; init; } = 2_500;

    /// <summary>Gets the share of slow objects among new ones (0.01 to 0.99).</summary>
    public double SlowShare { get; init; } = 0.7;

    /// <summary>Gets the log odds of "a new object" against "false" for a detection that no track explains (-20 to 0). -4: one in fifty.</summary>
    public double NewObjectLogOdds { get; init; } = -4;

    /// <summary>Gets the log odds that two plots must reach together to become a tentative track (-10 to 20).</summary>
    public double LeastPairScore { get; init; } = 1;

    /// <summary>Gets how many scan periods apart the two plots may be (0.5 to 10). 2.2: one look may be missed.</summary>
    public double PairPeriods { get; init; } = 2.2;

    /// <summary>Gets the longest time between the two plots, seconds (0.1 to 60), whatever the scan period.</summary>
    public double MaxPairSeconds { get; init; } = 12;

    /// <summary>Gets the shortest time between the two plots, seconds (0.001 to 10): nearer in time they say nothing of the velocity.</summary>
    public double MinPairSeconds { get; init; } = 0.15;

    /// <summary>Gets the most plots that wait for a partner (16 to 100,000); the oldest go first.</summary>
    public int MaxPlots { get; init; } = 4_096;

    /// <summary>Gets the most plots that one scan may bring (16 to 10,000): plots from pairs of lines of sight grow with the square of their number.</summary>
    public int MaxPlotsPerScan { get; init; } = 512;

    /// <summary>Refuses what lies outside the ranges named above.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        OptionRange.Check(MaxSpeed, 100, 12_000);
        OptionRange.Check(SlowSpeedSigma, 10, 3_000);
        OptionRange.Check(FastSpeedSigma, 100, 10_000);
        OptionRange.Check(SlowShare, 0.01, 0.99);
        OptionRange.Check(NewObjectLogOdds, -20, 0);
        OptionRange.Check(LeastPairScore, -10, 20);
        OptionRange.Check(PairPeriods, 0.5, 10);
        OptionRange.Check(MaxPairSeconds, 0.1, 60);
        OptionRange.Check(MinPairSeconds, 0.001, 10);
        OptionRange.Check(MaxPlots, 16, 100_000);
        OptionRange.Check(MaxPlotsPerScan, 16, 10_000);
    }
}

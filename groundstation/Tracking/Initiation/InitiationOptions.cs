namespace JointWatch.Tracking.Initiation;

/// <summary>
/// What is known of objects that no track has yet, and what it takes to begin one. An object that is not known may be a boat or a rocket: its
/// velocity is drawn from a mixture of normal distributions whose sigmas lie a factor of ten apart, as one does with a scale of which little
/// is known (H. Jeffreys, "Theory of Probability", 1961, section 3.1).
/// </summary>
public sealed record InitiationOptions
{
    /// <summary>Gets the sigmas, on each axis, of the velocity of new objects, m/s (1 to 8 of them, each 0.01 to 10,000, rising).</summary>
    public IReadOnlyList<double> SpeedSigmas { get; init; } = [3, 30, 300, 3_000];

    /// <summary>Gets the share of each of them (each 0.0001 to 1; they need not sum to 1). Fewer for the fast ones: they fly high, and there is much room for false pairs.</summary>
    public IReadOnlyList<double> SpeedShares { get; init; } = [0.35, 0.3, 0.3, 0.05];

    /// <summary>Gets the fastest that a new object may be, m/s (1 to 12,000). 8,500: above orbital speed, seen from the turning Earth.</summary>
    public double MaxSpeed { get; init; } = 8_500;

    /// <summary>Gets how many objects without a track a sensor is expected to have in view at its first look (1e-6 to 10,000).</summary>
    public double ObjectsAtStart { get; init; } = 3;

    /// <summary>Gets how many objects are expected to appear in a sensor's view each second (1e-9 to 1,000). 0.1: one in ten seconds.</summary>
    public double NewObjectsPerSecond { get; init; } = 0.1;

    /// <summary>
    /// Gets how much the two numbers above count against what the scan itself tells of how many new objects there are (0.001 to 1,000). 0.1: where
    /// no other new object is found, there are a tenth of those expected; much more than 1: the numbers are known.
    /// </summary>
    public double PriorShare { get; init; } = 0.1;

    /// <summary>Gets where new objects appear: or null, anywhere in a sensor's view alike.</summary>
    public BirthPlace? Birth { get; init; }

    /// <summary>Gets the probability of an object that two plots must reach together to become a tentative track (1e-6 to 0.9).</summary>
    public double LeastExistence { get; init; } = 0.02;

    /// <summary>Gets the weight below which a waiting plot is forgotten (1e-9 to 0.1).</summary>
    public double LeastWaiting { get; init; } = 1e-4;

    /// <summary>
    /// Gets the probability of an object given to the point where the lines of two infra-red sensors meet (1e-6 to 0.5). 0.018: where many are
    /// in view, most meetings are of lines to different objects.
    /// </summary>
    public double MeetingExistence { get; init; } = 0.018;

    /// <summary>Gets how many scan periods apart the two plots may be (0.5 to 10). 2.2: one look may be missed.</summary>
    public double PairPeriods { get; init; } = 2.2;

    /// <summary>Gets the longest time between the two plots, seconds (0.1 to 60), whatever the scan period.</summary>
    public double MaxPairSeconds { get; init; } = 12;

    /// <summary>Gets the shortest time between the two plots, seconds (0.001 to 10): nearer in time they say nothing of the velocity.</summary>
    public double MinPairSeconds { get; init; } = 0.15;

    /// <summary>Gets the most plots that wait for a partner (16 to 100,000); the oldest go first.</summary>
    public int MaxPlots { get; init; } = 16_384;

    /// <summary>Gets the most plots that one scan may bring (16 to 10,000): plots from pairs of lines of sight grow with the square of their number.</summary>
    public int MaxPlotsPerScan { get; init; } = 4_096;

    /// <summary>Refuses what lies outside the ranges named above.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        OptionRange.Check(SpeedSigmas.Count, 1, 8);
        double last = 0.01;
        foreach (double sigma in SpeedSigmas)
        {
            OptionRange.Check(sigma, last, 10_000, nameof(SpeedSigmas));
            last = sigma;
        }

        OptionRange.Check(SpeedShares.Count, SpeedSigmas.Count, SpeedSigmas.Count);
        foreach (double share in SpeedShares)
        {
            OptionRange.Check(share, 1e-4, 1, nameof(SpeedShares));
        }

        OptionRange.Check(MaxSpeed, 1, 12_000);
        OptionRange.Check(ObjectsAtStart, 1e-6, 10_000);
        OptionRange.Check(NewObjectsPerSecond, 1e-9, 1_000);
        OptionRange.Check(PriorShare, 0.001, 1_000);
        OptionRange.Check(LeastExistence, 1e-6, 0.9);
        OptionRange.Check(LeastWaiting, 1e-9, 0.1);
        OptionRange.Check(MeetingExistence, 1e-6, 0.5);
        OptionRange.Check(PairPeriods, 0.5, 10);
        OptionRange.Check(MaxPairSeconds, 0.1, 60);
        OptionRange.Check(MinPairSeconds, 0.001, 10);
        OptionRange.Check(MaxPlots, 16, 100_000);
        OptionRange.Check(MaxPlotsPerScan, 16, 10_000);
        Birth?.Validate();
    }
}

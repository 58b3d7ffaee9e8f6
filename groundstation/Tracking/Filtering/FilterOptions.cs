namespace JointWatch.Tracking.Filtering;

/// <summary>How estimates are filtered, and when a track that flies straight is to be looked at with more than one motion model.</summary>
public sealed record FilterOptions
{
    /// <summary>
    /// Gets how the filter deals with what is not linear. Extended: over a real launch, boost to landing, no form errs less, and it costs a fifth of
    /// the others.
    /// </summary>
    public FilterForm Form { get; init; }

    /// <summary>
    /// Gets the probability with which a measurement of an object in straight flight is taken for a surprise (10⁻⁹ to 0.1), by the chi-square
    /// distribution of its squared innovation. 0.001: once in a thousand looks all models are asked without need.
    /// </summary>
    public double SurpriseProbability { get; init; } = 0.001;

    /// <summary>
    /// Gets how large the sum of the latest corrections of velocity may be, squared and over its expected square, before it is a steady push
    /// (1 to 1,000). 12: a chi-square variable of one degree of freedom exceeds it once in two thousand times; of three, less often still.
    /// </summary>
    public double PushLimit { get; init; } = 12;

    /// <summary>Gets how long corrections are summed, seconds (1 to 1,000). 15: the time in which a slow turn becomes plain.</summary>
    public double PushSeconds { get; init; } = 15;

    /// <summary>Gets the probability that a surprise is a change of motion, before the measurement has its say (0.01 to 0.99). 0.5: as likely as not.</summary>
    public double WakeProbability { get; init; } = 0.5;

    /// <summary>Gets how probable straight flight must be for the other models to sleep (0.5 to 0.999). 0.9: in the long run they hold 0.07 between them.</summary>
    public double SleepProbability { get; init; } = 0.9;

    /// <summary>Gets for how long it must have been so, seconds (0.1 to 1,000). 8: half of what it takes to tell a slow turn.</summary>
    public double SleepSeconds { get; init; } = 8;

    /// <summary>Gets the steepest climb or dive with which a new object may be in straight flight, as a sine (0 to 1). 0.5: aircraft keep below 30 degrees.</summary>
    public double SteepestClimb { get; init; } = 0.5;

    /// <summary>Gets the greatest speed with which a new object may be in straight flight, m/s (10 to 10,000). 700: aircraft fly slower.</summary>
    public double GreatestSpeed { get; init; } = 700;

    /// <summary>Refuses what lies outside the ranges named above.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        OptionRange.Check((double)Form, 0, 2, nameof(Form));
        OptionRange.Check(SurpriseProbability, 1e-9, 0.1);
        OptionRange.Check(PushLimit, 1, 1_000);
        OptionRange.Check(PushSeconds, 1, 1_000);
        OptionRange.Check(WakeProbability, 0.01, 0.99);
        OptionRange.Check(SleepProbability, 0.5, 0.999);
        OptionRange.Check(SleepSeconds, 0.1, 1_000);
        OptionRange.Check(SteepestClimb, 0, 1);
        OptionRange.Check(GreatestSpeed, 10, 10_000);
    }
}

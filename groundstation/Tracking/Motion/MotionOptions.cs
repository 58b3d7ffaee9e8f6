namespace JointWatch.Tracking.Motion;

/// <summary>
/// The three ways of moving that the tracker weighs against each other, and how fast one turns into another. One set serves aircraft
/// and rockets alike.
/// </summary>
public sealed record MotionOptions
{
    /// <summary>
    /// Gets the process noise of straight flight, m²/s³ (0.001 to 100). 0.3: an aircraft on course in gusts; turns are the other models' affair.
    /// </summary>
    public double StraightAccelerationPsd { get; init; } = 0.1;

    /// <summary>Gets the acceleration that straight flight leaves open, one sigma, m/s² (0.01 to 100). 1: what a change of model starts from.</summary>
    public double StraightAccelerationSigma { get; init; } = 1;

    /// <summary>
    /// Gets the process noise of steady acceleration, m²/s⁵ (0.001 to 100). 0.5: thrust grows by some 0.3 m/s³ as a stage empties; gravity turns slower.
    /// </summary>
    public double SteadyJerkPsd { get; init; } = 0.5;

    /// <summary>
    /// Gets the process noise of a change, m²/s⁵ (1 to 10,000). 100: an engine that cuts off at 35 m/s² is followed within 2 s.
    /// </summary>
    public double ChangeJerkPsd { get; init; } = 100;

    /// <summary>Gets how long straight flight lasts on average, seconds (1 to 10,000).</summary>
    public double StraightSeconds { get; init; } = 600;

    /// <summary>Gets how long steady acceleration lasts on average, seconds (1 to 10,000). 40: between two events of a rocket's flight.</summary>
    public double SteadySeconds { get; init; } = 40;

    /// <summary>Gets how long a change lasts on average, seconds (0.1 to 1,000).</summary>
    public double ChangeSeconds { get; init; } = 4;

    /// <summary>Gets the acceleration of a new track, one sigma on each axis, m/s² (0.1 to 1,000). 15: gravity and the thrust of a lift-off lie within.</summary>
    public double InitialAccelerationSigma { get; init; } = 15;

    /// <summary>Refuses what lies outside the ranges named above.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        OptionRange.Check(StraightAccelerationPsd, 0.001, 100);
        OptionRange.Check(StraightAccelerationSigma, 0.01, 100);
        OptionRange.Check(SteadyJerkPsd, 0.001, 100);
        OptionRange.Check(ChangeJerkPsd, 1, 10_000);
        OptionRange.Check(StraightSeconds, 1, 10_000);
        OptionRange.Check(SteadySeconds, 1, 10_000);
        OptionRange.Check(ChangeSeconds, 0.1, 1_000);
        OptionRange.Check(InitialAccelerationSigma, 0.1, 1_000);
    }
}

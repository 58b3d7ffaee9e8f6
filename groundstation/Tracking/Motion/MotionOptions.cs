namespace JointWatch.Tracking.Motion;

/// <summary>
/// The ways of moving that the tracker weighs against each other, and how fast one turns into another. One set serves ships, aircraft and rockets.
/// </summary>
public sealed record MotionOptions
{
    /// <summary>Gets the process noise of straight flight, m²/s³ (0.001 to 100). 0.1: an aircraft on course in gusts; turns are another model's affair.</summary>
    public double StraightAccelerationPsd { get; init; } = 0.1;

    /// <summary>Gets how long straight flight lasts on average, seconds (1 to 10,000).</summary>
    public double StraightSeconds { get; init; } = 600;

    /// <summary>Gets the process noise of a turn, m²/s³ (0.001 to 100). 0.5: speed and height are kept less well than on course.</summary>
    public double TurnAccelerationPsd { get; init; } = 0.5;

    /// <summary>Gets how the turn rate wanders, rad²/s³ (10⁻⁸ to 0.1). 2·10⁻⁵: by half a degree a second in four seconds.</summary>
    public double TurnRatePsd { get; init; } = 2e-5;

    /// <summary>Gets the rate with which a turn begins, one sigma, rad/s (0.001 to 1). 0.06: airliners turn by 3 degrees a second, others faster.</summary>
    public double TurnRateSigma { get; init; } = 0.06;

    /// <summary>Gets how long a turn lasts on average, seconds (1 to 10,000).</summary>
    public double TurnSeconds { get; init; } = 30;

    /// <summary>Gets the process noise of a boost, m²/s³ (0.001 to 100). 2: steering leaves the path by a few degrees.</summary>
    public double BoostAccelerationPsd { get; init; } = 2;

    /// <summary>Gets how the thrust acceleration wanders beside its growth, m²/s⁵ (0.001 to 1,000). 1: throttling, and drag that comes and goes.</summary>
    public double ThrustPsd { get; init; } = 1;

    /// <summary>Gets the change of thrust with which a burn begins or ends, one sigma, m/s² (1 to 1,000). 15: lift-off at 1.2 to 2.5 times gravity.</summary>
    public double ThrustSigma { get; init; } = 15;

    /// <summary>Gets the effective exhaust speed, m/s (1,000 to 6,000). 2,800: between solid propellant and kerosene at height.</summary>
    public double ExhaustSpeed { get; init; } = 2_800;

    /// <summary>Gets how long a burn lasts on average, seconds (1 to 10,000).</summary>
    public double BoostSeconds { get; init; } = 60;

    /// <summary>Gets the process noise of ballistic flight, m²/s³ (0.0001 to 100). 0.02: winds and lift on a tumbling body.</summary>
    public double BallisticAccelerationPsd { get; init; } = 0.02;

    /// <summary>Gets the drag area over mass, Cd A / m, that a body is first thought to have, m²/kg (10⁻⁶ to 0.1). 5·10⁻⁴: a ballistic coefficient of 2,000 kg/m².</summary>
    public double DragAreaPerMass { get; init; } = 5e-4;

    /// <summary>Gets how far that may be off, one sigma of its logarithm (0.1 to 5). 1.5: from a slim warhead to an empty stage.</summary>
    public double LogDragSigma { get; init; } = 1.5;

    /// <summary>Gets how the logarithm of the drag area wanders, 1/s (10⁻⁶ to 1). 0.005: by 7 per cent in a second, as the Mach number goes through 1.</summary>
    public double LogDragPsd { get; init; } = 0.005;

    /// <summary>Gets how long ballistic flight lasts on average, seconds (1 to 10,000).</summary>
    public double BallisticSeconds { get; init; } = 200;

    /// <summary>
    /// Gets the process noise of a manoeuvre, m²/s⁵ (0.1 to 10,000). 10: between its beginning and its end an engine pushes much the same.
    /// </summary>
    public double ManoeuvreJerkPsd { get; init; } = 10;

    /// <summary>
    /// Gets how far the acceleration changes as a manoeuvre begins, one sigma on each axis, m/s² (0.1 to 1,000). 15: thrust comes and goes at once.
    /// </summary>
    public double ManoeuvreAccelerationSigma { get; init; } = 15;

    /// <summary>Gets how long a manoeuvre lasts on average, seconds (0.1 to 1,000).</summary>
    public double ManoeuvreSeconds { get; init; } = 10;

    /// <summary>Gets the acceleration of a new track, one sigma on each axis, m/s² (0.1 to 1,000). 15: gravity and the thrust of a lift-off lie within.</summary>
    public double InitialAccelerationSigma { get; init; } = 15;

    /// <summary>Refuses what lies outside the ranges named above.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        OptionRange.Check(StraightAccelerationPsd, 0.001, 100);
        OptionRange.Check(StraightSeconds, 1, 10_000);
        OptionRange.Check(TurnAccelerationPsd, 0.001, 100);
        OptionRange.Check(TurnRatePsd, 1e-8, 0.1);
        OptionRange.Check(TurnRateSigma, 0.001, 1);
        OptionRange.Check(TurnSeconds, 1, 10_000);
        OptionRange.Check(BoostAccelerationPsd, 0.001, 100);
        OptionRange.Check(ThrustPsd, 0.001, 1_000);
        OptionRange.Check(ThrustSigma, 1, 1_000);
        OptionRange.Check(ExhaustSpeed, 1_000, 6_000);
        OptionRange.Check(BoostSeconds, 1, 10_000);
        OptionRange.Check(BallisticAccelerationPsd, 0.0001, 100);
        OptionRange.Check(DragAreaPerMass, 1e-6, 0.1);
        OptionRange.Check(LogDragSigma, 0.1, 5);
        OptionRange.Check(LogDragPsd, 1e-6, 1);
        OptionRange.Check(BallisticSeconds, 1, 10_000);
        OptionRange.Check(ManoeuvreJerkPsd, 0.1, 10_000);
        OptionRange.Check(ManoeuvreAccelerationSigma, 0.1, 1_000);
        OptionRange.Check(ManoeuvreSeconds, 0.1, 1_000);
        OptionRange.Check(InitialAccelerationSigma, 0.1, 1_000);
    }
}

namespace JointWatch.Exercises.Rockets;

/// <summary>
/// One stage. It pushes with a constant force, so that the acceleration rises as the propellant burns:
/// a(t) = a₀ / (1 - a₀ t / c), with the thrust a₀ over the mass at its ignition and the exhaust velocity c.
/// </summary>
/// <param name="LongestBurnSeconds">Until its tanks are empty.</param>
public sealed record RocketStage(
    double ThrustAccelerationMetersPerSecondSquared,
    double ExhaustVelocityMetersPerSecond,
    double LongestBurnSeconds,
    double IntensityWattsPerSteradian)
{
    /// <summary>Gets when it pushes less, or null: at full thrust all the time.</summary>
    public Throttling? Throttled { get; init; }

    /// <summary>The mass after so many seconds of burning, as a share of that at ignition.</summary>
    public double MassShare(double burnedSeconds) =>
        1 - (ThrustAccelerationMetersPerSecondSquared * (burnedSeconds - (Throttled?.SavedSeconds(burnedSeconds) ?? 0)) / ExhaustVelocityMetersPerSecond);

    /// <summary>The force after so many seconds of burning, over the mass then, m/s².</summary>
    public double Acceleration(double burnedSeconds) =>
        ThrustAccelerationMetersPerSecondSquared * (Throttled?.ThrustShare(burnedSeconds) ?? 1) / MassShare(burnedSeconds);
}

/// <summary>A span of a stage's burn, seconds from its ignition, in which its engines give a share of their thrust, as large rockets do in thick air.</summary>
public sealed record Throttling(double FromSeconds, double ToSeconds, double Share)
{
    /// <summary>The share of the thrust at a time.</summary>
    public double ThrustShare(double burnedSeconds) => burnedSeconds >= FromSeconds && burnedSeconds < ToSeconds ? Share : 1;

    /// <summary>How many seconds of full thrust have not been burned by then.</summary>
    public double SavedSeconds(double burnedSeconds) => (1 - Share) * Math.Clamp(burnedSeconds - FromSeconds, 0, ToSeconds - FromSeconds);
}

/// <summary>How the thrust is pointed.</summary>
public abstract record Steering
{
    private Steering()
    {
    }

    /// <summary>
    /// Straight up for <paramref name="RiseSeconds"/>, then over at an even rate within <paramref name="PitchOverSeconds"/> to
    /// <paramref name="FinalElevationRadians"/> above the horizon of the place it is over, along the launch azimuth.
    /// </summary>
    public sealed record PitchProgramme(double RiseSeconds, double PitchOverSeconds, double FinalElevationRadians) : Steering;

    /// <summary>Along a rail for <paramref name="RailSeconds"/>, then along its velocity: an unguided rocket turned by gravity alone.</summary>
    public sealed record Unguided(double RailSeconds, double ElevationRadians) : Steering;
}

/// <summary>A rocket as far as its flight depends on it.</summary>
/// <param name="BallisticCoefficientKilogramsPerSquareMeter">After burn-out, m / (Cd A).</param>
/// <param name="BodyIntensityWattsPerSteradian">What the body radiates without an engine burning.</param>
public sealed record RocketDesign(
    IReadOnlyList<RocketStage> Stages,
    Steering Steering,
    double BallisticCoefficientKilogramsPerSquareMeter,
    double BodyIntensityWattsPerSteradian)
{
    /// <summary>Gets how long all stages burn at most, one after the other.</summary>
    public double LongestBurnSeconds => Stages.Sum(s => s.LongestBurnSeconds);
}

namespace JointWatch.Tracking.Initiation;

/// <summary>When the lines of sight of two infra-red sensors are taken to meet at an object.</summary>
public sealed record TriangulationOptions
{
    /// <summary>Gets the longest time between the two detections, seconds (0.01 to 10). 1: half of a slow scanner's period.</summary>
    public double MaxSeconds { get; init; } = 1;

    /// <summary>Gets how fast an object moves across the lines in that time, one sigma, m/s (1 to 5,000). 300: aircraft, rockets that have just left.</summary>
    public double SlowSpeedSigma { get; init; } = 300;

    /// <summary>
    /// Gets the same for lines that meet no other at the slow speed (1 to 10,000). 1,500: rockets. For all lines, it would let too many ghosts in.
    /// </summary>
    public double FastSpeedSigma { get; init; } = 1_500;

    /// <summary>Gets how many sigma the lines may pass each other (0.5 to 10).</summary>
    public double MissSigmas { get; init; } = 3;

    /// <summary>Gets the least angle between the lines, radians (0.001 to 1.5). 0.05, about 3 degrees: flatter, the range is not worth having.</summary>
    public double LeastAngleRadians { get; init; } = 0.05;

    /// <summary>Gets the farthest point taken, metres (1,000 to 10,000,000).</summary>
    public double MaxRangeMeters { get; init; } = 1_500_000;

    /// <summary>
    /// Gets the natural logarithm of the density of ghosts, 1/m³ (-45 to -10): lines of different objects that meet by chance.
    /// -32: one in (43 km)³ a scan; thicker, and true beginnings wait while ghosts take their detections.
    /// </summary>
    public double LogGhostDensity { get; init; } = -32;

    /// <summary>Gets the most lines of sight that wait for a partner (16 to 100,000); the oldest go first.</summary>
    public int MaxLines { get; init; } = 1_024;

    /// <summary>Refuses what lies outside the ranges named above.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        OptionRange.Check(MaxSeconds, 0.01, 10);
        OptionRange.Check(SlowSpeedSigma, 1, 5_000);
        OptionRange.Check(FastSpeedSigma, 1, 10_000);
        OptionRange.Check(MissSigmas, 0.5, 10);
        OptionRange.Check(LeastAngleRadians, 0.001, 1.5);
        OptionRange.Check(MaxRangeMeters, 1_000, 10_000_000);
        OptionRange.Check(LogGhostDensity, -45, -10);
        OptionRange.Check(MaxLines, 16, 100_000);
    }
}

namespace JointWatch.Recorded.Making;

/// <summary>
/// A set of one recorded flight seen by two radars and two infra-red sensors about its launch site: the recipe of the published set launch_crs11.
/// The sensors stand about the site as they do there, turned with the flight's azimuth; a radar reaches as far as the flight goes.
/// </summary>
/// <param name="Seed">The same seed gives the same set.</param>
public sealed record LaunchRecipe(int Seed)
{
    public const double TruthPeriodSeconds = 0.5;
    public const double FirstSeconds = 1;
    public const double LeastElevationDegrees = 1;
    public const double FalseElevationMaxDegrees = 85;
    public const double FalseRangeMinKilometers = 1;

    /// <summary>False detections of the radars reach so far at least, km.</summary>
    public const double FalseRangeMaxKilometers = 300;

    /// <summary>Gets the radars' part.</summary>
    public LaunchSensorKind Radar { get; init; } = new(0.9, 0.9, 30, 0.0015, 5, 1);

    /// <summary>Gets the infra-red sensors' part: they see an engine that burns and nothing else.</summary>
    public LaunchSensorKind Infrared { get; init; } = new(0.98, 0, 0, 0.0003, 2, 0.5);
}

/// <summary>What the sensors of one kind have in common.</summary>
public sealed record LaunchSensorKind(
    double ProbabilityBurning,
    double ProbabilityCoasting,
    double RangeSigmaMeters,
    double AngleSigmaRadians,
    double FalsePerScan,
    double PeriodSeconds);

namespace JointWatch.Tracking.Initiation.SingleSensor;

/// <summary>How detections of a sensor of angles that no track explains are held until something tells how far away they are.</summary>
public sealed record SingleSensorOptions
{
    /// <summary>Gets the nearest that an object is taken to be, metres (1 to 1,000,000); the sensor's own nearest where that is farther. 500.</summary>
    public double LeastRangeMeters { get; init; } = 500;

    /// <summary>Gets the farthest that an object is taken to be, metres (10 to 10,000,000); the sensor's own farthest where that is nearer. 500,000.</summary>
    public double GreatestRangeMeters { get; init; } = 500_000;

    /// <summary>
    /// Gets into how many ranges, each a fixed multiple of the one before, that is divided (2 to 16). 8: a range is then known to a quarter of itself within a
    /// part, which an extended Kalman filter bears (N. Peach, 1995, section 4).
    /// </summary>
    public int Bins { get; init; } = 8;

    /// <summary>Gets how fast an object moves towards the sensor or away, one sigma, m/s (1 to 5,000). 300: what cannot be seen along the line of sight.</summary>
    public double SpeedSigma { get; init; } = 300;

    /// <summary>Gets the fastest that an object may be, m/s (1 to 12,000): a range at which a line of sight would turn faster than that is left out.</summary>
    public double MaxSpeed { get; init; } = 8_500;

    /// <summary>
    /// Gets the acceleration of a line of sight as white noise, its density, rad²/s³ (1e-12 to 1). 1e-7: 3 m/s² for a second at 10 km. It is the same for all ranges,
    /// so a quiet line of sight does not pass for a far one.
    /// </summary>
    public double AngularAccelerationDensity { get; init; } = 1e-7;

    /// <summary>Gets how fast a new line of sight turns, one sigma, rad/s (1e-5 to 10). 0.05: 250 m/s at 5 km.</summary>
    public double AngularRateSigma { get; init; } = 0.05;

    /// <summary>Gets the error of the horizon taken for the elevation of a sensor of bearings only, radians (0.001 to 0.5). 0.05.</summary>
    public double LevelSigmaRadians { get; init; } = 0.05;

    /// <summary>Gets how many sigma off its prediction a detection may lie (2 to 10).</summary>
    public double GateSigmas { get; init; } = 4;

    /// <summary>Gets the least probability to be of no track with which a detection is taken (0.01 to 1).</summary>
    public double LeastFree { get; init; } = 0.5;

    /// <summary>Gets how many detections make a line (2 to 20). 4: chance makes few of two, and hardly one of four.</summary>
    public int ConfirmHits { get; init; } = 4;

    /// <summary>Gets the probability of an object that such a line is given (0.1 to 0.999).</summary>
    public double LineExistence { get; init; } = 0.9;

    /// <summary>Gets how many scan periods a line waits for its next detection (1 to 100).</summary>
    public double MaxSilencePeriods { get; init; } = 5;

    /// <summary>Gets how long a line waits at least, seconds (0.1 to 600). 2.</summary>
    public double MaxSilenceSeconds { get; init; } = 2;

    /// <summary>Gets the probability of an object at which a seed is given out (0.01 to 0.9999).</summary>
    public double SeedExistence { get; init; } = 0.9;

    /// <summary>Gets how many detections of each of two lines their crossing must explain (1 to 50). 3.</summary>
    public int CrossingHits { get; init; } = 3;

    /// <summary>Gets the least angle between two lines that cross, radians (0.001 to 1.5). 0.05: flatter, the range is not worth having.</summary>
    public double LeastAngleRadians { get; init; } = 0.05;

    /// <summary>
    /// Gets the least weight of a range (1e-6 to 0.1). 0.01: a Cartesian filter of angles grows too sure of its range (V. Aidala, "Kalman filter behavior in
    /// bearings-only tracking applications", IEEE Trans. AES 15, 1979), so none is given up.
    /// </summary>
    public double LeastWeight { get; init; } = 0.01;

    /// <summary>Gets the most lines of sight held, of all sensors (4 to 4,096): those with the fewest detections go first.</summary>
    public int MaxLines { get; init; } = 128;

    /// <summary>Gets the most crossings followed (4 to 4,096).</summary>
    public int MaxCrossings { get; init; } = 128;

    /// <summary>Refuses what lies outside the ranges named above.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        OptionRange.Check(LeastRangeMeters, 1, 1_000_000);
        OptionRange.Check(GreatestRangeMeters, 10, 10_000_000);
        OptionRange.Check(Bins, 2, 16);
        OptionRange.Check(SpeedSigma, 1, 5_000);
        OptionRange.Check(MaxSpeed, 1, 12_000);
        OptionRange.Check(AngularAccelerationDensity, 1e-12, 1);
        OptionRange.Check(AngularRateSigma, 1e-5, 10);
        OptionRange.Check(LevelSigmaRadians, 0.001, 0.5);
        OptionRange.Check(GateSigmas, 2, 10);
        OptionRange.Check(LeastFree, 0.01, 1);
        OptionRange.Check(ConfirmHits, 2, 20);
        OptionRange.Check(LineExistence, 0.1, 0.999);
        OptionRange.Check(MaxSilencePeriods, 1, 100);
        OptionRange.Check(MaxSilenceSeconds, 0.1, 600);
        OptionRange.Check(SeedExistence, 0.01, 0.9999);
        OptionRange.Check(CrossingHits, 1, 50);
        OptionRange.Check(LeastAngleRadians, 0.001, 1.5);
        OptionRange.Check(LeastWeight, 1e-6, 0.1);
        OptionRange.Check(MaxLines, 4, 4_096);
        OptionRange.Check(MaxCrossings, 4, 4_096);
    }
}

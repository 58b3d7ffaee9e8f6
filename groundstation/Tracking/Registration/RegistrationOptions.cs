namespace JointWatch.Tracking.Registration;

/// <summary>How the registration errors of sensors are estimated from tracks that several of them see.</summary>
public sealed record RegistrationOptions
{
    /// <summary>
    /// Gets how large a range bias is before anything is known, one sigma, metres (0.01 to 10,000). 50: a delay of a third of a microsecond in a
    /// receiver. A sensor more exact than that has a smaller one: see <see cref="RangeSigmaPerNoise"/>.
    /// </summary>
    public double RangeSigmaMeters { get; init; } = 50;

    /// <summary>Gets the same as a multiple of the sensor's own random error in range or place (0.1 to 100); the smaller of both holds. 3.</summary>
    public double RangeSigmaPerNoise { get; init; } = 3;

    /// <summary>Gets how large an azimuth or elevation bias is, radians (1e-6 to 1). 0.02, about a degree: north by a magnetic compass, level by eye.</summary>
    public double AngleSigmaRadians { get; init; } = 0.02;

    /// <summary>Gets how large a clock offset is, seconds (1e-6 to 10). 0.1: what a sensor that stamps on arrival over a radio network may be late.</summary>
    public double ClockSigmaSeconds { get; init; } = 0.1;

    /// <summary>
    /// Gets the time in which biases drift to new ones, seconds (60 to 10,000,000). 86,400: a bias of one sigma walks by 4 % of it in a minute, which
    /// is 2 ms of a clock, as a quartz does.
    /// </summary>
    public double DriftSeconds { get; init; } = 86_400;

    /// <summary>Gets the acceleration of a reference track as white noise, its density, m²/s³ (1e-6 to 1,000). 0.2: an aircraft that holds its course.</summary>
    public double AccelerationDensity { get; init; } = 0.2;

    /// <summary>Gets the speed of a reference track before its second detection, one sigma on each axis, m/s (1 to 10,000).</summary>
    public double InitialSpeedSigma { get; init; } = 1_000;

    /// <summary>
    /// Gets how well a reference track's velocity must be known before its detections count, one sigma on each axis, m/s (0.01 to 1,000). 20: a clock
    /// offset of 0.1 s then errs by 2 m.
    /// </summary>
    public double SettledSpeedSigma { get; init; } = 20;

    /// <summary>Gets how many sigma from where it is expected a detection may lie (2 to 20). 5: those that are farther off are of something else.</summary>
    public double GateSigmas { get; init; } = 5;

    /// <summary>
    /// Gets how much larger than expected the squared residuals of a segment may be on the mean (1.1 to 100). 2.5: a track that turns has ten times;
    /// up to it, the segment counts for less in proportion.
    /// </summary>
    public double MaxMeanSquare { get; init; } = 2.5;

    /// <summary>Gets how long a segment of a reference track is, seconds (1 to 600): what it tells is taken as a whole or not at all.</summary>
    public double SegmentSeconds { get; init; } = 15;

    /// <summary>Gets how long a reference track is waited for, seconds (1 to 600).</summary>
    public double MaxSilenceSeconds { get; init; } = 15;

    /// <summary>
    /// Gets the shortest time between two detections of one sensor that count for one reference track, seconds (0 to 60). 0.5: a sensor that looks 25
    /// times a second errs the same way many times.
    /// </summary>
    public double SpacingSeconds { get; init; } = 0.5;

    /// <summary>Gets how far above chance a sensor's residuals must be to be significant, in sigma of a normal distribution (1 to 10). 3.7: once in 10,000.</summary>
    public double SignificanceSigmas { get; init; } = 3.7;

    /// <summary>Gets the most tracks used at one time (1 to 256).</summary>
    public int MaxReferences { get; init; } = 16;

    /// <summary>Gets the most sensors estimated together (2 to 64): the cost of a segment grows with its square.</summary>
    public int MaxSensors { get; init; } = 32;

    /// <summary>
    /// Gets the share of a scan's detections that may be used (0.001 to 1). 0.05: one costs about 4 µs, so that is 0.2 µs for each of the scan. In a crowded
    /// scene a few tracks tell enough.
    /// </summary>
    public double UsedShare { get; init; } = 0.05;

    /// <summary>Gets how many detections of a scan may be used, however few it has (0.1 to 100).</summary>
    public double UsedPerScan { get; init; } = 2;

    /// <summary>Refuses what lies outside the ranges named above.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        OptionRange.Check(RangeSigmaMeters, 0.01, 10_000);
        OptionRange.Check(RangeSigmaPerNoise, 0.1, 100);
        OptionRange.Check(AngleSigmaRadians, 1e-6, 1);
        OptionRange.Check(ClockSigmaSeconds, 1e-6, 10);
        OptionRange.Check(DriftSeconds, 60, 10_000_000);
        OptionRange.Check(AccelerationDensity, 1e-6, 1_000);
        OptionRange.Check(InitialSpeedSigma, 1, 10_000);
        OptionRange.Check(SettledSpeedSigma, 0.01, 1_000);
        OptionRange.Check(GateSigmas, 2, 20);
        OptionRange.Check(MaxMeanSquare, 1.1, 100);
        OptionRange.Check(SegmentSeconds, 1, 600);
        OptionRange.Check(MaxSilenceSeconds, 1, 600);
        OptionRange.Check(SpacingSeconds, 0, 60);
        OptionRange.Check(SignificanceSigmas, 1, 10);
        OptionRange.Check(MaxReferences, 1, 256);
        OptionRange.Check(MaxSensors, 2, 64);
        OptionRange.Check(UsedShare, 0.001, 1);
        OptionRange.Check(UsedPerScan, 0.1, 100);
    }
}

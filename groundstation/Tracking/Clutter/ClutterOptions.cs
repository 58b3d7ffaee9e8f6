namespace JointWatch.Tracking.Clutter;

/// <summary>How the density of a sensor's false detections is learned while the tracker runs.</summary>
public sealed record ClutterOptions
{
    /// <summary>
    /// Gets the false detections a scan taken for a sensor that says that it has fewer (1e-6 to 10). 0.05: no sensor is free of them, and what is
    /// said to be impossible could never be learned.
    /// </summary>
    public double LeastPerScan { get; init; } = 0.05;

    /// <summary>Gets how many scans the sensor's own statement counts for (0.1 to 10,000). 10: after twenty scans what was seen counts for two thirds.</summary>
    public double StatementScans { get; init; } = 10;

    /// <summary>Gets over how many scans what was seen is remembered (10 to 100,000). 100: one in three hundred of the counts remains after six minutes of a scan a second.</summary>
    public double MemoryScans { get; init; } = 100;

    /// <summary>Gets the shortest memory, seconds (0 to 3,600), for sensors that look often. 30: a wake or a cloud stays about that long.</summary>
    public double MemorySeconds { get; init; } = 30;

    /// <summary>
    /// Gets how many of a sensor's first looks are not counted (0 to 100): no object has a track yet, and all would pass for false. 4: a track takes
    /// two or three.
    /// </summary>
    public double SettleScans { get; init; } = 4;

    /// <summary>Gets how long they last at least, seconds (0 to 60). 2: as long as a track takes to begin, for a sensor that looks 25 times a second.</summary>
    public double SettleSeconds { get; init; } = 2;

    /// <summary>
    /// Gets the least share of what the sensor says (0.001 to 1): tracks that should not be take false detections for their own, and the count with
    /// them. 0.3.
    /// </summary>
    public double LeastFactor { get; init; } = 0.3;

    /// <summary>Gets how much thicker or thinner than its mean a cell's density may be taken (1 to 10,000). 50.</summary>
    public double GreatestContrast { get; init; } = 50;

    /// <summary>
    /// Gets the fewest expected detections that a cell must have been able to show before it counts as much as the mean of all cells (0.1 to 1,000). 3:
    /// fewer where the cells have been found to differ even more than so few can tell.
    /// </summary>
    public double LeastCellWeight { get; init; } = 3;

    /// <summary>Gets into how many sectors the azimuth is divided (1 to 64). 16: coarse, so that a cell holds counts, and one object cannot make a thick one.</summary>
    public int AzimuthCells { get; init; } = 16;

    /// <summary>Gets into how many parts the range is divided (1 to 16).</summary>
    public int RangeCells { get; init; } = 4;

    /// <summary>Gets into how many parts the elevation is divided (1 to 16).</summary>
    public int ElevationCells { get; init; } = 4;

    /// <summary>Gets into how many columns, and rows, the plane of a <see cref="SensorKind.Place"/> sensor is divided (1 to 32).</summary>
    public int PlaceCells { get; init; } = 8;

    /// <summary>Refuses what lies outside the ranges named above.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        OptionRange.Check(LeastPerScan, 1e-6, 10);
        OptionRange.Check(StatementScans, 0.1, 10_000);
        OptionRange.Check(MemoryScans, 10, 100_000);
        OptionRange.Check(MemorySeconds, 0, 3_600);
        OptionRange.Check(SettleScans, 0, 100);
        OptionRange.Check(SettleSeconds, 0, 60);
        OptionRange.Check(LeastFactor, 0.001, 1);
        OptionRange.Check(GreatestContrast, 1, 10_000);
        OptionRange.Check(LeastCellWeight, 0.1, 1_000);
        OptionRange.Check(AzimuthCells, 1, 64);
        OptionRange.Check(RangeCells, 1, 16);
        OptionRange.Check(ElevationCells, 1, 16);
        OptionRange.Check(PlaceCells, 1, 32);
    }
}

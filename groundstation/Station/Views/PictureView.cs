namespace JointWatch.Station.Views;

/// <summary>
/// The whole picture as the page and <c>GET /api/picture</c> get it, as JSON in camel case. The hub <c>/hub/picture</c> sends it as
/// message <c>picture</c> when it changed, at most four times a second, always whole: a browser that missed one has lost nothing.
/// Times are ISO 8601 UTC with milliseconds; angles are degrees, azimuth clockwise from true north.
/// </summary>
/// <param name="Time">The station's clock; during an exercise, that of the exercise.</param>
/// <param name="Revision">Rises with each picture.</param>
public sealed record PictureView(
    string Time,
    long Revision,
    ExerciseView? Exercise,
    CountsView Counts,
    IReadOnlyList<NodeView> Nodes,
    IReadOnlyList<TrackView> Tracks,
    IReadOnlyList<WarningView> Warnings)
{
    /// <summary>Gets the launches that parties have announced, by the beginning of their windows.</summary>
    public IReadOnlyList<AnnouncementView> Announcements { get; init; } = [];
}

/// <summary>What the banner says. <paramref name="State"/> is running, paused or ended.</summary>
public sealed record ExerciseView(string Name, string Description, string State, double ElapsedSeconds, double Rate)
{
    /// <summary>Gets what the exercise is called in records, with its run.</summary>
    public string Mark { get; init; } = "";

    /// <summary>Gets what the directing staff has told this station's watch, oldest first.</summary>
    public IReadOnlyList<ToldView> Told { get; init; } = [];
}

/// <summary>Words to the watch. <paramref name="Time"/> is the exercise's.</summary>
public sealed record ToldView(string Time, string From, string Text);

/// <summary>What came in since the station started.</summary>
public sealed record CountsView(long Messages, long Reports, long Detections, long Repeats, long Quarantined);

/// <summary>A node. <paramref name="Kind"/> is radar, infrared, or unknown before its birth; <paramref name="State"/> online, silent, offline or fault.</summary>
/// <param name="AgeSeconds">Since anything was last heard of it; null if never in this run.</param>
/// <param name="FieldOfView">Null before its birth.</param>
public sealed record NodeView(
    string Id,
    string Party,
    string Name,
    string? Label,
    string Kind,
    string State,
    string? StateReason,
    double? AgeSeconds,
    double? LatitudeDegrees,
    double? LongitudeDegrees,
    double? HeightMeters,
    FieldOfViewView? FieldOfView,
    string? Firmware,
    long Boot,
    long Reports,
    long Detections,
    long Quarantined,
    long Missed,
    long? ReportsWaiting,
    long? ReportsDropped)
{
    /// <summary>Gets a value indicating whether what it says is sealed with its key: the node is enrolled.</summary>
    public bool IsAuthenticated { get; init; }

    /// <summary>Gets how often its button was pressed.</summary>
    public long Marks { get; init; }

    /// <summary>Gets a value indicating whether its own test target was in its newest report.</summary>
    public bool IsTesting { get; init; }

    /// <summary>Gets what the tracker has learned of its sensor, or null before its first report.</summary>
    public LearnedView? Learned { get; init; }

    /// <summary>Gets what the board says of itself, or null before its first birth.</summary>
    public BoardView? Board { get; init; }
}

/// <summary>What a board says of itself: why it started, and with its health how it is doing; null where it has not said so or cannot tell.</summary>
/// <param name="BootReason">unknown, power, command, crash, watchdog, new set-up, set-up rolled back.</param>
/// <param name="Cause">What ended it last, where that was a fault.</param>
/// <param name="SafeMode">Whether it does not scan, because it crashed several times in a row.</param>
/// <param name="UptimeSeconds">Since it started.</param>
/// <param name="Reconnects">Since it started.</param>
/// <param name="FreeHeapBytes">Free memory.</param>
/// <param name="LargestBlockBytes">The largest piece of it.</param>
/// <param name="SignalDbm">How strongly it hears its access point.</param>
/// <param name="Clock">never set, set, set long ago.</param>
/// <param name="ClockSigmaSeconds">How far its clock may be off.</param>
/// <param name="DriftPpm">By how much its clock was found to run fast.</param>
public sealed record BoardView(
    string BootReason,
    string? Cause,
    bool SafeMode,
    double? UptimeSeconds,
    long? Reconnects,
    long? FreeHeapBytes,
    long? LargestBlockBytes,
    int? SignalDbm,
    string? Clock,
    double? ClockSigmaSeconds,
    double? DriftPpm);

/// <summary>
/// What the tracker has learned of a sensor: how many false detections a scan it has, and its registration errors (measured less true), each with its
/// standard deviation; null where the sensor measures no such thing, or while no other sensor has seen the same tracks.
/// </summary>
public sealed record LearnedView(
    double FalseDetectionsPerScan,
    double FalseDetectionsSigma,
    ErrorView? RangeMeters,
    ErrorView? AzimuthMilliradians,
    ErrorView? ElevationMilliradians,
    ErrorView? ClockMilliseconds,
    bool IsSignificant);

/// <summary>An error as it is estimated, and its standard deviation, in the unit that the field is named after.</summary>
public sealed record ErrorView(double Value, double Sigma);

public sealed record FieldOfViewView(
    double AzimuthStartDegrees,
    double AzimuthWidthDegrees,
    double ElevationMinDegrees,
    double ElevationMaxDegrees,
    double RangeMinMeters,
    double RangeMaxMeters);

/// <summary>A confirmed track. <paramref name="Symbol"/> is the 20-digit number identification code of MIL-STD-2525D.</summary>
/// <param name="CourseDegrees">Over ground, clockwise from true north.</param>
/// <param name="Category">air, ballistic, space or unknown.</param>
/// <param name="EllipseSemiMajorMeters">One sigma, horizontal.</param>
public sealed record TrackView(
    string Id,
    string Category,
    string Symbol,
    double LatitudeDegrees,
    double LongitudeDegrees,
    double HeightMeters,
    double SpeedMetersPerSecond,
    double CourseDegrees,
    double ClimbMetersPerSecond,
    double EllipseSemiMajorMeters,
    double EllipseSemiMinorMeters,
    double EllipseMajorAzimuthDegrees,
    string FirstDetection,
    string LastDetection,
    int Detections,
    IReadOnlyList<string> Sensors,
    int? WarningId);

/// <summary><c>GET /api/tracks/{id}/trail</c> and <c>GET /api/trails</c>: where a track has been, oldest first, at most 600 points.</summary>
public sealed record TrailView(string Id, IReadOnlyList<TrailPointView> Points);

public sealed record TrailPointView(string Time, double LatitudeDegrees, double LongitudeDegrees, double HeightMeters);

/// <summary>A warning. State: suspected, probable, confirmed, over, cancelled, expired. Class: as in <c>ObjectClass</c>, in words.</summary>
/// <param name="TimeToImpactSeconds">At the picture's time; null without an impact, negative when past.</param>
public sealed record WarningView(
    int Id,
    int Revision,
    string TrackId,
    string State,
    string Class,
    double Confidence,
    string RaisedAt,
    string UpdatedAt,
    LaunchView? Launch,
    ImpactView? Impact,
    bool ReachesOrbit,
    double ApogeeMeters,
    double? TimeToImpactSeconds,
    int Detections,
    IReadOnlyList<string> Sensors,
    string Reason)
{
    /// <summary>Gets how it stands to what was announced; null before it was held against that.</summary>
    public VerdictView? Announced { get; init; }

    /// <summary>Gets how likely each class is, the likeliest first; empty before it was worked out.</summary>
    public IReadOnlyList<ClassProbabilityView> ClassProbabilities { get; init; } = [];

    /// <summary>Gets when its newest burn ended; null while that is unknown or an engine burns.</summary>
    public BurnoutView? Burnout { get; init; }

    /// <summary>Gets one sigma of the apogee; null while unknown.</summary>
    public double? ApogeeSigmaMeters { get; init; }

    /// <summary>Gets a value indicating whether the impact was worked out with the engine stopped, so that it should hold.</summary>
    public bool IsImpactSettled { get; init; }

    /// <summary>Gets the warning of the object that this one came off, or null.</summary>
    public int? ParentId { get; init; }

    /// <summary>Gets the first warning of the family that is shown as one: its own number, if it came off nothing.</summary>
    public int FamilyId { get; init; } = Id;

    /// <summary>Gets the version of the model that worked it out.</summary>
    public string ModelVersion { get; init; } = "";

    /// <summary>Gets every change of its state so far, oldest first.</summary>
    public IReadOnlyList<WarningEventView> Events { get; init; } = [];
}

/// <summary>How likely a class is, 0 to 1.</summary>
public sealed record ClassProbabilityView(string Class, double Probability);

/// <summary>When an engine stopped, with one sigma, and how high and fast the object was when that was seen.</summary>
public sealed record BurnoutView(string Time, double TimeSigmaSeconds, double HeightMeters, double SpeedMetersPerSecond);

/// <summary>One change of a warning's state: why, by which version of the model, and the detections behind it.</summary>
public sealed record WarningEventView(
    int Revision,
    string Time,
    string State,
    string Reason,
    string ModelVersion,
    string TrackId,
    int Detections,
    string LastDetection,
    IReadOnlyList<string> Sensors);

/// <summary>When and where it was launched, each with one sigma; <paramref name="RadiusMeters"/> is that of a circle.</summary>
public sealed record LaunchView(
    string Time, double TimeSigmaSeconds, double LatitudeDegrees, double LongitudeDegrees, double RadiusMeters, double AzimuthDegrees)
{
    /// <summary>Gets one sigma of the azimuth; null: not known.</summary>
    public double? AzimuthSigmaDegrees { get; init; }

    /// <summary>Gets the larger half axis of the one-sigma ellipse.</summary>
    public double SemiMajorMeters { get; init; } = RadiusMeters;

    /// <summary>Gets the smaller one.</summary>
    public double SemiMinorMeters { get; init; } = RadiusMeters;

    /// <summary>Gets the azimuth of the larger one.</summary>
    public double MajorAxisAzimuthDegrees { get; init; }
}

/// <summary>One-sigma ellipse.</summary>
public sealed record ImpactView(
    string Time,
    double TimeSigmaSeconds,
    double LatitudeDegrees,
    double LongitudeDegrees,
    double SemiMajorMeters,
    double SemiMinorMeters,
    double MajorAxisAzimuthDegrees);

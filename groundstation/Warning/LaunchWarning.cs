using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Warnings;

/// <summary>A warning's life.</summary>
public enum WarningState
{
    /// <summary>It may be a launch.</summary>
    Suspected = 0,

    /// <summary>It is more likely a launch than not.</summary>
    Probable = 1,

    /// <summary>It is a launch.</summary>
    Confirmed = 2,

    /// <summary>It came down.</summary>
    Over = 3,

    /// <summary>It was something else.</summary>
    Cancelled = 4,

    /// <summary>No data any more.</summary>
    Expired = 5,
}

/// <summary>What was launched, by predicted range; boundaries as in the INF Treaty (500, 1,000, 5,500 km) and New START (5,500 km).</summary>
public enum ObjectClass
{
    Unknown = 0,

    /// <summary>Sounding rocket or short range: below 1,000 km.</summary>
    SoundingOrShortRange = 1,

    /// <summary>1,000 to 3,000 km.</summary>
    MediumRange = 2,

    /// <summary>3,000 to 5,500 km.</summary>
    IntermediateRange = 3,

    /// <summary>5,500 km and more.</summary>
    Intercontinental = 4,

    /// <summary>To orbit: comes down nowhere.</summary>
    SpaceLaunch = 5,

    /// <summary>A stage or body whose engine brakes it or turns it back after it had stopped.</summary>
    ReturningStage = 6,

    /// <summary>Held up by wings.</summary>
    Aircraft = 7,

    /// <summary>Circles the Earth and was launched another day.</summary>
    Satellite = 8,
}

/// <summary>When and where it was launched. <paramref name="RadiusMeters"/> and <paramref name="TimeSigmaSeconds"/> are one sigma.</summary>
public sealed record LaunchEstimate(UtcMicroseconds Time, double TimeSigmaSeconds, Geodetic Point, double RadiusMeters, double AzimuthRadians)
{
    /// <summary>Gets one sigma of the azimuth; null: not known.</summary>
    public double? AzimuthSigmaRadians { get; init; }

    /// <summary>Gets the one-sigma ellipse about the point; if it was not given, a circle.</summary>
    public GroundEllipse Spread
    {
        get => field ?? new GroundEllipse(Point, RadiusMeters, RadiusMeters, 0);
        init;
    }
}

/// <summary>When an engine stopped, with one sigma, and how high and fast the object was when that was seen.</summary>
public sealed record BurnoutEstimate(UtcMicroseconds Time, double TimeSigmaSeconds, double HeightMeters, double SpeedMetersPerSecond);

/// <summary>
/// Where and when it comes down: the one-sigma ellipse on the ground by its half axes and the azimuth of the larger one
/// (clockwise from true north), and one sigma of the time.
/// </summary>
public sealed record ImpactEstimate(
    UtcMicroseconds Time,
    double TimeSigmaSeconds,
    Geodetic Point,
    double SemiMajorMeters,
    double SemiMinorMeters,
    double MajorAxisAzimuthRadians)
{
    /// <summary>Gets the one-sigma ellipse; its <see cref="GroundEllipse.Region"/> gives those of 50 and 90 %.</summary>
    public GroundEllipse Spread => new(Point, SemiMajorMeters, SemiMinorMeters, MajorAxisAzimuthRadians);
}

/// <summary>
/// One warning as it stands after the event numbered <paramref name="Revision"/> in its life. <paramref name="Id"/> counts from 1.
/// <paramref name="Confidence"/> is the probability, 0 to 1, that this is a launched object. <paramref name="Launch"/> and
/// <paramref name="Impact"/> are null while unknown; an object that reaches orbit has no impact and <paramref name="ReachesOrbit"/> set.
/// <paramref name="Reason"/> says in words and numbers why it last changed its state.
/// </summary>
public sealed record LaunchWarning(
    int Id,
    int Revision,
    TrackId Track,
    WarningState State,
    ObjectClass Class,
    double Confidence,
    UtcMicroseconds RaisedAt,
    UtcMicroseconds UpdatedAt,
    LaunchEstimate? Launch,
    ImpactEstimate? Impact,
    bool ReachesOrbit,
    double ApogeeMeters,
    int Detections,
    IReadOnlyList<SensorId> Sensors,
    string Reason)
{
    /// <summary>Gets a value indicating whether the impact was worked out with the engine stopped, so that it should hold.</summary>
    public bool IsImpactSettled { get; init; }

    /// <summary>Gets how likely each class is, the likeliest first; together they make 1. Empty: not worked out yet.</summary>
    public IReadOnlyList<ClassProbability> ClassProbabilities { get; init; } = [];

    /// <summary>Gets when and where its newest burn ended; null while that is unknown or an engine burns.</summary>
    public BurnoutEstimate? Burnout { get; init; }

    /// <summary>Gets one sigma of the apogee, metres; null while unknown.</summary>
    public double? ApogeeSigmaMeters { get; init; }

    /// <summary>Gets the warning of the object that this one came off, or null.</summary>
    public int? Parent { get; init; }

    /// <summary>Gets the number of the first warning of the family: its own, if it came off nothing. A family is shown as one.</summary>
    public int Family
    {
        get => field == 0 ? Id : field;
        init;
    }

    /// <summary>Gets which version of the model worked it out.</summary>
    public string ModelVersion { get; init; } = WarningModel.Version;

    /// <summary>Gets every change of its state so far, with its reason and the reports behind it.</summary>
    public IReadOnlyList<WarningEvent> Events { get; init; } = [];
}

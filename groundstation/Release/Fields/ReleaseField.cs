namespace JointWatch.Releases.Fields;

/// <summary>
/// What a policy may name. Reasons and notes in words are not among them: they hold exact numbers, and never go. The numbers are the keys of a release in
/// CBOR: never give one a new meaning.
/// </summary>
public enum ReleaseField
{
    LaunchTime = 1,
    LaunchArea = 2,

    /// <summary>The radius that holds the launch with 90 %, or that of an announced area.</summary>
    LaunchUncertainty = 3,
    Azimuth = 4,
    Class = 5,
    ImpactArea = 6,
    ImpactUncertainty = 7,
    ImpactTime = 8,
    State = 9,
    Confidence = 10,
    BurnoutTime = 11,
    Apogee = 12,

    /// <summary>The place of a track, sensor or node.</summary>
    Position = 13,
    Height = 14,
    Speed = 15,
    Course = 16,

    /// <summary>The instant that a track's values are of, or since when a node stands as it does.</summary>
    Time = 17,

    /// <summary>The planned window of a launch, or the time that an after-action result is of.</summary>
    Window = 18,

    /// <summary>How far a sensor sees.</summary>
    Range = 19,

    /// <summary>The sector that a sensor looks into.</summary>
    Directions = 20,

    /// <summary>The names of the sensors behind a warning or track.</summary>
    Sensors = 21,

    /// <summary>The name of the sensor or node.</summary>
    Sensor = 22,

    /// <summary>Radar or infra-red.</summary>
    SensorKind = 23,

    /// <summary>How many detections are behind it.</summary>
    Detections = 24,

    /// <summary>The party's own number or name of the thing.</summary>
    Id = 25,
    Warnings = 26,
    FalseAlarms = 27,
    Missed = 28,
}

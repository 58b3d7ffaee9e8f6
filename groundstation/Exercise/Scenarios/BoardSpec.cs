using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercises;

/// <summary>One emulated board of a scenario: everything that its node must be told, SI units.</summary>
/// <param name="Party">As in the topic names: 1 to 32 of a-z, 0-9 and '-'.</param>
/// <param name="Node">Likewise; the party and the node together are unique in a scenario.</param>
/// <param name="Label">The board's name for people.</param>
/// <param name="ScanOffsetSeconds">When its first scan is due after the start, below the scan period: boards do not look all at once.</param>
/// <param name="ReferenceRangeMeters">
/// Radar only: the range at which a target of 1 m² gives a signal-to-noise ratio of 13 dB. By the radar equation the ratio falls with
/// the fourth power of range and rises in proportion to the cross section.
/// </param>
/// <param name="SensitivityNanowattsPerSquareMeter">Infra-red only: the irradiance at the aperture that is detected half of the time.</param>
/// <param name="DetectionProbability">What the board's birth message claims for the inside of its field of view.</param>
/// <param name="Seed">Of the board's random numbers.</param>
public sealed record BoardSpec(
    string Party,
    string Node,
    string Label,
    SensorKind Kind,
    Geodetic Place,
    FieldOfView FieldOfView,
    MeasurementNoise Noise,
    double ScanPeriodSeconds,
    double ScanOffsetSeconds,
    double ReferenceRangeMeters,
    double SensitivityNanowattsPerSquareMeter,
    double DetectionProbability,
    double FalseDetectionsPerScan,
    int Seed);

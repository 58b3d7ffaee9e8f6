using JointWatch.Tracking;

namespace JointWatch.Warnings;

/// <summary>
/// One step in a warning's life: the state it went to with the revision, when, why, in words and numbers, by which version of the model, and the reports behind it: how
/// many by which sensors, of which track, the last one when.
/// </summary>
public sealed record WarningEvent(
    int Revision,
    UtcMicroseconds At,
    WarningState State,
    string Reason,
    string ModelVersion,
    TrackId Track,
    int Detections,
    UtcMicroseconds LastDetection,
    IReadOnlyList<SensorId> Sensors);

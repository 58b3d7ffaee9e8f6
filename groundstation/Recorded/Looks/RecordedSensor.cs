using JointWatch.Tracking;

namespace JointWatch.Recorded.Looks;

/// <summary>
/// A sensor of a recorded set and when it looks: at <paramref name="OffsetSeconds"/> and then every scan period,
/// <paramref name="Scans"/> times where the set says how many.
/// </summary>
internal sealed record RecordedSensor(Sensor Sensor, double OffsetSeconds, int? Scans);

using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Station.Ingest;

/// <summary>A birth in SI units. <paramref name="GivesRangeRate"/> is false for an infra-red node.</summary>
public sealed record NodeBirth(
    uint Boot, SensorKind Kind, Geodetic Place, Sensor Sensor, bool GivesRangeRate, string Firmware, string? Label);

/// <summary>
/// A report in SI units. <paramref name="Run"/> is the exercise run of whose clock <paramref name="Time"/> is, or null for UTC.
/// </summary>
public sealed record NodeReport(
    uint Boot, ulong Sequence, UtcMicroseconds Time, double ClockSigmaSeconds, uint? Run, IReadOnlyList<Detection> Detections);

/// <summary>What a node says of its own state. <paramref name="Word"/> is online, offline or fault.</summary>
public sealed record NodeState(string Word, uint Boot, string? Reason);

/// <summary>What a node says of its health.</summary>
public sealed record NodeHealth(uint Boot, double UptimeSeconds, long ReportsWaiting, long ReportsDropped, double ClockSigmaSeconds);

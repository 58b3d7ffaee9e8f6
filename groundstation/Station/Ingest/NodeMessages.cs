using JointWatch.Contract.Messages;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Station.Ingest;

/// <summary>A birth in SI units. <paramref name="GivesRangeRate"/> is false for an infra-red node.</summary>
public sealed record NodeBirth(
    uint Boot, Tracking.SensorKind Kind, Geodetic Place, Sensor Sensor, bool GivesRangeRate, string Firmware, string? Label)
{
    /// <summary>Gets why it started.</summary>
    public BootReason Reason { get; init; }

    /// <summary>Gets what ended it last where that was a fault, or null.</summary>
    public string? Cause { get; init; }

    /// <summary>Gets a value indicating whether it does not scan, because it crashed several times in a row.</summary>
    public bool SafeMode { get; init; }
}

/// <summary>
/// A report in SI units. <paramref name="Run"/> is the exercise run of whose clock <paramref name="Time"/> is, or null for UTC.
/// </summary>
public sealed record NodeReport(
    uint Boot, ulong Sequence, UtcMicroseconds Time, double ClockSigmaSeconds, uint? Run, IReadOnlyList<Detection> Detections);

/// <summary>What a node says of its own state. <paramref name="Word"/> is online, offline or fault.</summary>
public sealed record NodeState(string Word, uint Boot, string? Reason);

/// <summary>What a node says of its health.</summary>
public sealed record NodeHealth(uint Boot, double UptimeSeconds, long ReportsWaiting, long ReportsDropped, double ClockSigmaSeconds)
{
    /// <summary>Gets how often its link came up again since it started.</summary>
    public long Reconnects { get; init; }

    /// <summary>Gets its free heap, bytes, or null where it cannot tell.</summary>
    public long? FreeHeapBytes { get; init; }

    /// <summary>Gets the largest piece of memory that it could still have, bytes, or null where it cannot tell.</summary>
    public long? LargestBlockBytes { get; init; }

    /// <summary>Gets the strength at which it hears its access point, dBm, or null where it cannot tell.</summary>
    public int? SignalDbm { get; init; }

    /// <summary>Gets whether its clock has been set.</summary>
    public ClockState Clock { get; init; } = ClockState.Unknown;

    /// <summary>Gets by how much its clock was found to run fast, parts in a million, or null where that has not been measured.</summary>
    public double? DriftPpm { get; init; }
}

using JointWatch.Contract.Messages;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Station.Ingest;

/// <summary>A birth in SI units. <paramref name="GivesRangeRate"/> is false for an infra-red node.</summary>
/// <param name="Reason">Why the node started.</param>
/// <param name="Cause">What its last crash was, or null.</param>
/// <param name="SafeMode">Whether it does not scan, after three crashes in a row.</param>
public sealed record NodeBirth(
    uint Boot,
    Tracking.SensorKind Kind,
    Geodetic Place,
    Sensor Sensor,
    bool GivesRangeRate,
    string Firmware,
    string? Label,
    BootReason Reason = BootReason.Unknown,
    string? Cause = null,
    bool SafeMode = false);

/// <summary>
/// A report in SI units. <paramref name="Run"/> is the exercise run of whose clock <paramref name="Time"/> is, or null for UTC.
/// </summary>
public sealed record NodeReport(
    uint Boot, ulong Sequence, UtcMicroseconds Time, double ClockSigmaSeconds, uint? Run, IReadOnlyList<Detection> Detections)
{
    /// <summary>Gets how often the node's button was pressed since the report before.</summary>
    public int Marks { get; init; }

    /// <summary>Gets whether the node's own test target is among what it looked at.</summary>
    public bool Test { get; init; }
}

/// <summary>What a node says of its own state. <paramref name="Word"/> is online, offline or fault.</summary>
public sealed record NodeState(string Word, uint Boot, string? Reason);

/// <summary>A node's answer to a command. <paramref name="Reason"/> says why it was refused, or is null.</summary>
public sealed record NodeAnswer(uint Boot, uint Number, AckResult Result, string? Reason);

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

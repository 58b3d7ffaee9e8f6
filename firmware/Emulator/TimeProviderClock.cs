using JointWatch.Contract.Messages;
using JointWatch.Firmware;

namespace JointWatch.Emulation;

/// <summary>The clock of a board that shares its station's time.</summary>
internal sealed class TimeProviderClock(TimeProvider time) : INodeClock
{
    private readonly long _start = time.GetTimestamp();

    public long MonotonicMs => (long)time.GetElapsedTime(_start).TotalMilliseconds;

    public bool UtcKnown => true;

    public long UtcUs => (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>Gets what a well-kept clock in a local network is off by.</summary>
    public uint SigmaUs => 1_000;

    public ClockState State => ClockState.Set;

    public bool DriftKnown => false;

    public int DriftPpb => 0;
}

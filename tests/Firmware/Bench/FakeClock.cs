using JointWatch.Contract.Messages;

namespace JointWatch.Firmware.Tests.Bench;

/// <summary>A clock that stands until it is moved. UTC begins at 2026-07-04T12:00:00Z.</summary>
internal sealed class FakeClock : INodeClock
{
    public const long Noon = 1_783_166_400_000_000;

    public long MonotonicMs { get; set; } = 5_000;

    public bool UtcKnown { get; set; } = true;

    public long UtcUs { get; set; } = Noon;

    public uint SigmaUs { get; set; } = 250;

    public ClockState State { get; set; } = ClockState.Set;

    public bool DriftKnown { get; set; }

    public int DriftPpb { get; set; }

    public void Tell(HealthMessage health) => (health.ClockState, health.DriftKnown, health.DriftPpb) = (State, DriftKnown, DriftPpb);

    public void Advance(long milliseconds)
    {
        MonotonicMs += milliseconds;
        UtcUs += milliseconds * 1000;
    }
}

using JointWatch.Releases.Coarse;
using JointWatch.Releases.Policies;
using JointWatch.Tracking;

namespace JointWatch.Releases.Releasing;

/// <summary>When a rule looks at things: at the first instant of its raster after something changed, or when it was told to look again.</summary>
internal sealed class RuleWatch(AllowRule rule)
{
    private long? _looked;

    public AllowRule Rule { get; } = rule;

    /// <summary>Gets the instant of its next look, seconds since 1970; null: nothing to look at.</summary>
    public long? NextSeconds { get; private set; }

    /// <summary>Something changed.</summary>
    public void Wake(UtcMicroseconds now)
    {
        long next = Raster.Up(now, Rule.Pace.EverySeconds);
        next = _looked is { } looked ? Math.Max(next, looked + Rule.Pace.EverySeconds) : next;
        NextSeconds = NextSeconds is { } planned ? Math.Min(planned, next) : next;
    }

    /// <summary>It has looked, and wants to look again.</summary>
    public void Looked(long at, long? again)
    {
        _looked = at;
        NextSeconds = again;
    }

    public void Clear()
    {
        _looked = null;
        NextSeconds = null;
    }
}

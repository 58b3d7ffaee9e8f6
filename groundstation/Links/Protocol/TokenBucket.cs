namespace JointWatch.Links.Protocol;

/// <summary>How much a peer may still send: it fills by so much a second, up to a burst. Not for several threads.</summary>
internal sealed class TokenBucket
{
    private readonly double _perSecond;
    private readonly double _burst;
    private double _level;
    private DateTimeOffset _at;

    public TokenBucket(double perSecond, double burst, DateTimeOffset start)
    {
        _perSecond = perSecond;
        _burst = burst;
        _level = burst;
        _at = start;
    }

    /// <summary>Takes an amount, and says how long to wait before it may be used.</summary>
    public TimeSpan Take(double amount, DateTimeOffset now)
    {
        _level = Math.Min(_burst, _level + (_perSecond * Math.Max(0, (now - _at).TotalSeconds))) - amount;
        _at = now;
        return _level >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(-_level / _perSecond);
    }
}

using JointWatch.Tracking;

namespace JointWatch.Releases.Coarse;

/// <summary>An interval of time that an instant lies in: its beginning, seconds since 1970-01-01T00:00:00Z and a multiple of its length, seconds.</summary>
public sealed record TimeStep(long FromUnixSeconds, int Seconds) : RoundedValue
{
    /// <summary>The interval that an instant lies in.</summary>
    internal static TimeStep Of(UtcMicroseconds time, int seconds) => new(Raster.Down(time, seconds), seconds);

    /// <inheritdoc/>
    internal override bool Holds(RoundedValue newer) => newer is TimeStep other && Math.Abs(other.FromUnixSeconds - FromUnixSeconds) <= Seconds;
}

/// <summary>From when until when, both on a raster of so many seconds: the beginning down, the end up.</summary>
public sealed record TimeSpanSteps(long FromUnixSeconds, long UntilUnixSeconds, int Seconds) : RoundedValue
{
    /// <inheritdoc/>
    internal override bool Holds(RoundedValue newer) =>
        newer is TimeSpanSteps other
        && Math.Abs(other.FromUnixSeconds - FromUnixSeconds) <= Seconds && Math.Abs(other.UntilUnixSeconds - UntilUnixSeconds) <= Seconds;
}

using System.Globalization;

namespace JointWatch.Tracking;

/// <summary>An instant: microseconds since 1970-01-01T00:00:00Z, without leap seconds. What has no zone, culture or calendar cannot be mistaken.</summary>
public readonly record struct UtcMicroseconds(long Value) : IComparable<UtcMicroseconds>
{
    /// <summary>Gets the instant as a <see cref="DateTimeOffset"/> at UTC.</summary>
    public DateTimeOffset ToDateTimeOffset() => DateTimeOffset.UnixEpoch.AddMicroseconds(Value);

    /// <summary>The instant of a <see cref="DateTimeOffset"/>; what is finer than a microsecond is cut off.</summary>
    public static UtcMicroseconds From(DateTimeOffset instant) => new((instant - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);

    /// <summary>This instant moved by some seconds.</summary>
    public UtcMicroseconds AddSeconds(double seconds) => new(Value + (long)Math.Round(seconds * 1e6));

    /// <summary>Seconds from <paramref name="earlier"/> to this instant.</summary>
    public double SecondsSince(UtcMicroseconds earlier) => (Value - earlier.Value) * 1e-6;

    /// <inheritdoc/>
    public int CompareTo(UtcMicroseconds other) => Value.CompareTo(other.Value);

    public static bool operator <(UtcMicroseconds a, UtcMicroseconds b) => a.Value < b.Value;

    public static bool operator >(UtcMicroseconds a, UtcMicroseconds b) => a.Value > b.Value;

    public static bool operator <=(UtcMicroseconds a, UtcMicroseconds b) => a.Value <= b.Value;

    public static bool operator >=(UtcMicroseconds a, UtcMicroseconds b) => a.Value >= b.Value;

    /// <summary>ISO 8601 with milliseconds, as in <c>2026-07-04T12:00:00.250Z</c>.</summary>
    public override string ToString() => ToDateTimeOffset().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}

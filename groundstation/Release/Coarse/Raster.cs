using JointWatch.Tracking;

namespace JointWatch.Releases.Coarse;

/// <summary>Instants on a raster of whole seconds that begins at 1970-01-01T00:00:00Z.</summary>
internal static class Raster
{
    /// <summary>The last multiple that is not after an instant, seconds since 1970.</summary>
    public static long Down(UtcMicroseconds time, int seconds) => FloorDivide(time.Value, seconds * 1_000_000L) * seconds;

    /// <summary>The first multiple that is not before an instant.</summary>
    public static long Up(UtcMicroseconds time, int seconds) => -FloorDivide(-time.Value, seconds * 1_000_000L) * seconds;

    /// <summary>A length of time up to the next multiple.</summary>
    public static long Up(long length, int seconds) => -FloorDivide(-length, seconds) * seconds;

    /// <summary>The first multiple after so many seconds.</summary>
    public static long After(long unixSeconds, int seconds) => (FloorDivide(unixSeconds, seconds) + 1) * seconds;

    public static bool IsOn(long unixSeconds, int seconds) => unixSeconds % seconds == 0;

    public static UtcMicroseconds ToTime(long unixSeconds) => new(unixSeconds * 1_000_000);

    private static long FloorDivide(long value, long by) => (value / by) - (value % by < 0 ? 1 : 0);
}

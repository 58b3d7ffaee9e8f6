using System.Globalization;

namespace JointWatch.Releases.Output;

/// <summary>Whole seconds as ISO 8601.</summary>
internal static class TimeText
{
    private const long Least = -62_135_596_800;
    private const long Most = 253_402_300_799;

    /// <summary>As in <c>2026-07-04T12:00:10Z</c>; what no calendar holds is put to its end.</summary>
    public static string Of(long unixSeconds) =>
        DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(unixSeconds, Least, Most)).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}

using System.Globalization;
using JointWatch.Tracking;

namespace JointWatch.Exchange.Assurances.Checks;

/// <summary>Numbers as sentences want them.</summary>
internal static class CheckWords
{
    /// <summary>A length of time in the unit that suits it.</summary>
    public static string Span(double seconds) => Math.Abs(seconds) switch
    {
        < 600 => Invariant($"{seconds:0.###} s"),
        < 7200 => Invariant($"{seconds / 60:0.#} min"),
        < 172_800 => Invariant($"{seconds / 3600:0.##} h"),
        _ => Invariant($"{seconds / 86_400:0.##} days"),
    };

    public static string Kilometers(double kilometers) => Invariant($"{kilometers:0.##} km");

    public static string Interval(UtcMicroseconds from, UtcMicroseconds until) => from == until ? $"{from}" : $"{from} to {until}";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

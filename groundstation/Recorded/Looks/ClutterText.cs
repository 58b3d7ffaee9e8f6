using System.Globalization;
using System.Text.RegularExpressions;

namespace JointWatch.Recorded.Looks;

/// <summary>
/// What can be made out of a set's description of its false detections in words, as in
/// <c>uniform range 1-300 km, az 0-2pi, el 1-85 deg</c>. What is not there is null.
/// </summary>
internal sealed partial record ClutterText(double? RangeMinMeters, double? RangeMaxMeters, double? ElevationMaxRadians)
{
    public static ClutterText Parse(string text)
    {
        Match range = Range().Match(text);
        Match elevation = Elevation().Match(text);
        return new ClutterText(
            range.Success ? 1000 * Number(range, "from") : null,
            range.Success ? 1000 * Number(range, "to") : null,
            elevation.Success ? double.DegreesToRadians(Math.Min(Number(elevation, "to"), 90)) : null);
    }

    private static double Number(Match match, string group) => double.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\brange\s+(?<from>\d{1,6}(?:\.\d{1,6})?)\s*-\s*(?<to>\d{1,6}(?:\.\d{1,6})?)\s*km\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Range();

    [GeneratedRegex(@"\bel\s+(?<from>\d{1,2}(?:\.\d{1,6})?)\s*-\s*(?<to>\d{1,2}(?:\.\d{1,6})?)\s*deg\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Elevation();
}

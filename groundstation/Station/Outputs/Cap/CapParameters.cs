using System.Globalization;
using JointWatch.Station.Outputs.Areas;
using JointWatch.Station.Picture;
using JointWatch.Station.Views;
using JointWatch.Warnings;

namespace JointWatch.Station.Outputs.Cap;

/// <summary>What a warning says that CAP has no element for: parameters named after the fields of <c>GET /api/warnings</c>, with units in the names.</summary>
internal static class CapParameters
{
    public static IEnumerable<(string Name, string Value)> Of(ListedWarning listed) =>
        [.. Of(listed.Warning), .. listed.Verdict is { } verdict ? Of(AnnouncementViews.Of(verdict)) : []];

    private static IEnumerable<(string Name, string Value)> Of(VerdictView verdict)
    {
        yield return ("jointwatch:announced", verdict.Label);
        if (verdict.Announcement is { } name)
        {
            yield return ("jointwatch:announcement", name);
        }

        foreach (string departure in verdict.Departures)
        {
            yield return ("jointwatch:departure", departure);
        }

        foreach (ReadingView reading in verdict.Readings)
        {
            yield return ("jointwatch:reading", $"{reading.Announcement ?? "unannounced"} {Number(reading.Probability, "0.000")}");
        }
    }

    private static IEnumerable<(string Name, string Value)> Of(LaunchWarning w)
    {
        yield return ("jointwatch:state", Words.Of(w.State));
        yield return ("jointwatch:class", Words.Of(w.Class));
        yield return ("jointwatch:confidence", Number(w.Confidence, "0.000"));
        yield return ("jointwatch:revision", Number(w.Revision, "0"));
        yield return ("jointwatch:track", w.Track.ToString());
        yield return ("jointwatch:apogeeMeters", Number(w.ApogeeMeters, "0"));
        yield return ("jointwatch:reachesOrbit", w.ReachesOrbit ? "true" : "false");
        if (w.Launch is { } launch)
        {
            yield return ("jointwatch:launchTime", launch.Time.ToString());
            yield return ("jointwatch:launchTimeSigmaSeconds", Number(launch.TimeSigmaSeconds, "0.0"));
            yield return ("jointwatch:launchAzimuthDegrees", Number(double.RadiansToDegrees(launch.AzimuthRadians), "0.0"));
        }

        if (w.Impact is { } impact)
        {
            yield return ("jointwatch:impactTime", impact.Time.ToString());
            yield return ("jointwatch:impactTimeSigmaSeconds", Number(impact.TimeSigmaSeconds, "0.0"));
        }

        // As CAP writes circles: latitude,longitude and the radius in kilometres. The area of a CAP message is where people are in danger, and that
        // the place of launch is not.
        foreach (WarningArea area in WarningAreas.Of(w).Where(a => a is { Kind: AreaKind.Launch, Probability: 0.9 }))
        {
            yield return ("jointwatch:launchCircle90", string.Create(
                CultureInfo.InvariantCulture,
                $"{area.Center.LatitudeDegrees:0.#####},{area.Center.LongitudeDegrees:0.#####} {area.SemiMajorMeters / 1000:0.###}"));
        }
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}

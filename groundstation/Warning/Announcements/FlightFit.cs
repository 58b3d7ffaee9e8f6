using System.Globalization;

namespace JointWatch.Warnings.Announcements;

/// <summary>
/// Holds what is known of a flight against an announcement, field by field: Bayes' rule with a uniform density over what was announced, blurred by
/// the estimate's Gaussian spread, against a uniform background. A field that is not known, or was not announced, says nothing.
/// </summary>
internal static class FlightFit
{
    private const int Classes = 5;

    public static IReadOnlyList<FieldFit> Of(LaunchWarning warning, Announcement announced, AnnouncementOptions options)
    {
        var fits = new List<FieldFit> { Time(warning, announced, options) };
        if (warning.Launch is { } launch)
        {
            fits.Add(Area("launch area", announced.LaunchArea, launch.Point, launch.RadiusMeters, options.BackgroundLaunchSquareMeters, options));
            if (announced.Azimuth is { } sector)
            {
                fits.Add(Azimuth(sector, launch, options));
            }
        }

        if (announced.Class != ObjectClass.Unknown && warning.Class is >= ObjectClass.SoundingOrShortRange and <= ObjectClass.SpaceLaunch)
        {
            fits.Add(Class(warning.Class, announced.Class, options));
        }

        if (announced.ImpactArea is { } area && warning is { Impact: { } impact, IsImpactSettled: true })
        {
            fits.Add(Area("impact area", area, impact.Point, impact.SemiMajorMeters, options.BackgroundImpactSquareMeters, options));
        }

        return fits;
    }

    /// <summary>Before its launch is known an object was launched at most some minutes before it was first warned of.</summary>
    private static FieldFit Time(LaunchWarning warning, Announcement announced, AnnouncementOptions options)
    {
        const double UnknownSigma = 120;
        double sigma = Math.Sqrt(Squared(warning.Launch?.TimeSigmaSeconds ?? UnknownSigma) + 1);
        double early = announced.From.SecondsSince(warning.Launch?.Time ?? warning.RaisedAt) - options.TimeToleranceSeconds;
        double late = (warning.Launch?.Time ?? warning.RaisedAt).SecondsSince(announced.Until) - options.TimeToleranceSeconds;
        double outside = Math.Max(0, Math.Max(early, late));
        double width = announced.Until.SecondsSince(announced.From) + (2 * options.TimeToleranceSeconds) + (sigma * Math.Sqrt(Math.Tau));
        return new FieldFit(
            "launch time",
            (-0.5 * Squared(outside / sigma)) + Math.Log(options.BackgroundSeconds / width),
            outside / sigma,
            outside > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Span(outside + options.TimeToleranceSeconds)} {(early > 0 ? "before" : "after")} the window") : "within the window");
    }

    private static FieldFit Area(
        string field, GroundArea area, Tracking.Geodesy.Geodetic place, double placeSigma, double background, AnnouncementOptions options)
    {
        double sigma = Math.Sqrt(Squared(placeSigma) + Squared(1_000));
        double outside = area.MetersOutside(place);
        double beyond = Math.Max(0, outside - options.AreaToleranceMeters);
        double size = area.SquareMeters + (Math.Tau * Squared(sigma + options.AreaToleranceMeters));
        return new FieldFit(
            field,
            (-0.5 * Squared(beyond / sigma)) + Math.Log(background / size),
            beyond / sigma,
            outside > 0 ? string.Create(CultureInfo.InvariantCulture, $"{outside / 1000:F0} km outside what was announced (one sigma {sigma / 1000:F0} km)") : "inside");
    }

    private static FieldFit Azimuth(AzimuthSector sector, LaunchEstimate launch, AnnouncementOptions options)
    {
        double outside = sector.RadiansOutside(launch.AzimuthRadians);
        double sigma = Math.Sqrt(Squared(options.AzimuthSigmaRadians) + Squared(launch.AzimuthSigmaRadians ?? 0));
        return new FieldFit(
            "azimuth",
            (-0.5 * Squared(outside / sigma)) + Math.Log(Math.Tau / Math.Min(Math.Tau, sector.WidthRadians + (sigma * Math.Sqrt(Math.Tau)))),
            outside / sigma,
            outside > 0
                ? Text($"{Azimuth(launch.AzimuthRadians)} where {Azimuth(sector.FromRadians + (sector.WidthRadians / 2))} ± {double.RadiansToDegrees(sector.WidthRadians) / 2:F0}° was announced")
                : "as announced");
    }

    /// <summary>The range grows while an engine burns, so that a lower class than announced is not yet a departure.</summary>
    private static FieldFit Class(ObjectClass seen, ObjectClass announced, AnnouncementOptions options)
    {
        bool agrees = seen == announced;
        double likely = agrees ? options.ClassAgreement : (1 - options.ClassAgreement) / (Classes - 1);
        return new FieldFit(
            "class",
            Math.Log(likely * Classes),
            seen > announced ? double.PositiveInfinity : 0,
            agrees ? "as announced" : $"{Words(seen)} where {Words(announced)} was announced");
    }

    /// <summary>Three digits, as azimuths are read out.</summary>
    private static string Azimuth(double radians) => Text($"{(Math.Round(double.RadiansToDegrees(radians)) + 360) % 360:000}°");

    private static string Words(ObjectClass type) => type switch
    {
        ObjectClass.SoundingOrShortRange => "sounding rocket or short range",
        ObjectClass.MediumRange => "medium range",
        ObjectClass.IntermediateRange => "intermediate range",
        ObjectClass.Intercontinental => "intercontinental range",
        _ => "space launch",
    };

    private static string Span(double seconds) =>
        seconds < 120 ? Text($"{seconds:F0} s") : seconds < 7_200 ? Text($"{seconds / 60:F0} min") : Text($"{seconds / 3_600:F1} h");

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    private static double Squared(double x) => x * x;
}

using JointWatch.Station.Views;
using JointWatch.Tracking;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Station.Picture;

/// <summary>Announcements, and how warnings stand to them, as the page shows them.</summary>
internal static class AnnouncementViews
{
    public static AnnouncementView Of(AnnouncementEntry entry, bool isFault, UtcMicroseconds now) => new(
        entry.Plan.Name,
        entry.Revision,
        Word(entry.State),
        Words.Of(entry.Plan.Class),
        entry.Plan.From.ToString(),
        entry.Plan.Until.ToString(),
        entry.Plan.From.SecondsSince(now),
        Of(entry.Plan.LaunchArea),
        entry.Plan.Azimuth is { } sector ? Of(sector) : null,
        entry.Plan.ImpactArea is { } area ? Of(area) : null,
        entry.Plan.ValidUntil.ToString(),
        entry.Note,
        entry.ReceivedAt.ToString(),
        entry.Acknowledged is { } a ? new AcknowledgementView(a.By, a.Note, a.At.ToString()) : null,
        isFault,
        entry.FlownAs);

    /// <summary>A plan alone, of which nothing has come yet.</summary>
    public static AnnouncementView Of(Announcement plan) =>
        Of(new AnnouncementEntry(plan, plan.Revision, plan.From, AnnouncementState.Planned, null, null, plan.Note), isFault: false, plan.From);

    public static VerdictView Of(AnnouncementVerdict verdict) => new(
        Word(verdict.Label),
        verdict.Announcement,
        verdict.Departures,
        [.. verdict.Readings.Select(r => new ReadingView(
            r.Announcement, r.Probability, [.. r.Fields.Select(f => new FieldFitView(f.Field, f.Words, Math.Exp(Math.Clamp(f.LogRatio, -200, 200))))]))]);

    private static AreaView Of(GroundArea area) => new(
        area.Middle.LatitudeDegrees,
        area.Middle.LongitudeDegrees,
        area.RadiusMeters,
        [.. area.Polygon.Select(p => new double[] { p.LatitudeDegrees, p.LongitudeDegrees })]);

    private static SectorView Of(AzimuthSector sector) => new(
        double.RadiansToDegrees(sector.FromRadians), double.RadiansToDegrees((sector.FromRadians + sector.WidthRadians) % Math.Tau));

    private static string Word(AnnouncementState state) => state switch
    {
        AnnouncementState.Planned => "planned",
        AnnouncementState.Due => "due",
        AnnouncementState.Flown => "flown",
        AnnouncementState.NotFlown => "not flown",
        _ => "cancelled",
    };

    private static string Word(AnnouncementLabel label) => label switch
    {
        AnnouncementLabel.Unannounced => "unannounced",
        AnnouncementLabel.Ambiguous => "ambiguous",
        AnnouncementLabel.Announced => "announced",
        _ => "departed",
    };
}

using System.Text.Json;
using JointWatch.Exchange.Book;
using JointWatch.Exchange.Records;
using JointWatch.Exchange.Records.Bodies;
using JointWatch.Warnings;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Station.Joint;

/// <summary>Announced launches on their way between a station's book and the centre's records.</summary>
internal static class AnnouncedLaunch
{
    private const double ValidSeconds = 86_400;
    private const double MicroradiansPerRadian = 1e6;
    private const int LongestNote = 500;
    private const int LargestRadius = 3_000_000;

    /// <summary>The notification that a station takes, from what another party has said.</summary>
    public static byte[] Notification(Said<AnnouncementBody> said)
    {
        AnnouncementBody body = said.Body;
        var fields = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["kind"] = body.State switch
            {
                AnnouncedState.Cancelled => "cancellation",
                AnnouncedState.Flown => "postLaunch",
                _ => body.Revision == 1 ? "preLaunch" : "change",
            },
            ["party"] = said.By.Name,
            ["id"] = body.Id,
            ["revision"] = body.Revision,
            ["note"] = body.Note,
        };
        if (body.State == AnnouncedState.Flown)
        {
            fields["launchedAt"] = body.FlownAt!.Value.ToString();
        }
        else if (body.State == AnnouncedState.Planned)
        {
            fields["class"] = Class(body.Class);
            fields["window"] = new { from = body.From.ToString(), until = body.Until.ToString() };
            fields["launchArea"] = Area(body.LaunchArea);
            fields["validUntil"] = body.Until.AddSeconds(ValidSeconds).ToString();
            if (body.AzimuthMicroradians is { } azimuth)
            {
                double from = double.RadiansToDegrees(azimuth.From / MicroradiansPerRadian);
                fields["azimuth"] = new { fromDegrees = from, toDegrees = (from + double.RadiansToDegrees(azimuth.Width / MicroradiansPerRadian)) % 360 };
            }

            if (body.ImpactArea is { } impact)
            {
                fields["impactArea"] = Area(impact);
            }
        }

        return JsonSerializer.SerializeToUtf8Bytes(fields);
    }

    /// <summary>What the party says of its own launch, from its notification: all of it, since it announces it.</summary>
    /// <param name="before">What it said of the launch before, or null.</param>
    /// <exception cref="RecordException">It is a change or an end of what it has not announced.</exception>
    public static AnnouncementBody Body(Notification notification, AnnouncementBody? before)
    {
        string note = notification.Note.Length > LongestNote / 4 ? notification.Note[..(LongestNote / 4)] : notification.Note;
        if (notification.Plan is not { } plan)
        {
            return (before ?? throw new RecordException("id", notification.Id, "a launch that was announced to the centre before")) with
            {
                Revision = notification.Revision,
                State = notification.Kind == NotificationKind.Cancellation ? AnnouncedState.Cancelled : AnnouncedState.Flown,
                FlownAt = notification.LaunchedAt,
                Note = note,
            };
        }

        return new AnnouncementBody(
            plan.Id,
            notification.Revision,
            AnnouncedState.Planned,
            plan.Class,
            plan.From,
            plan.Until,
            Area(plan.LaunchArea),
            plan.Azimuth is { } azimuth ? ((int)(azimuth.FromRadians * MicroradiansPerRadian), (int)(azimuth.WidthRadians * MicroradiansPerRadian)) : null,
            plan.ImpactArea is { } impact ? Area(impact) : null,
            null,
            note);
    }

    private static RecordArea Area(GroundArea area) => area.Polygon.Count > 0
        ? RecordArea.Polygon([.. area.Polygon.Select(p => GroundPoint.FromDegrees(p.LatitudeDegrees, p.LongitudeDegrees))])
        : RecordArea.Circle(GroundPoint.FromDegrees(area.Middle.LatitudeDegrees, area.Middle.LongitudeDegrees), Math.Clamp((int)Math.Ceiling(area.RadiusMeters), 1, LargestRadius));

    private static object Area(RecordArea area)
    {
        double[][] points = [.. area.Points.Select(p => p.ToGeodetic()).Select(g => new[] { g.LatitudeDegrees, g.LongitudeDegrees })];
        return area.RadiusMeters is { } radius
            ? new { latitudeDegrees = points[0][0], longitudeDegrees = points[0][1], radiusMeters = radius }
            : new { polygon = points };
    }

    private static string Class(ObjectClass type) => type switch
    {
        ObjectClass.SoundingOrShortRange => "soundingOrShortRange",
        ObjectClass.MediumRange => "mediumRange",
        ObjectClass.IntermediateRange => "intermediateRange",
        ObjectClass.Intercontinental => "intercontinental",
        ObjectClass.SpaceLaunch => "spaceLaunch",
        _ => "unknown",
    };
}

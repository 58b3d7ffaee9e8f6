using System.Threading.Channels;
using JointWatch.Station.Hosting;
using JointWatch.Station.Intake;
using JointWatch.Station.Journal;
using JointWatch.Station.Picture;
using JointWatch.Station.Views;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Station.Announcing;

/// <summary>
/// Announcements over HTTP: anyone who sees the page reads them; they are posted and acknowledged from the station's own machine alone, as commands
/// are. What is posted is journalled before it is answered.
/// </summary>
internal static class AnnouncementApi
{
    private const string LocalOnly = "announcements are taken and acknowledged from the station's own machine, at localhost";

    public static void Map(WebApplication app, LivePicture picture, StationIntake intake)
    {
        app.MapGet("/api/announcements", () => picture.Current.Announcements);
        app.MapPost("/api/announcements", (Delegate)((HttpContext context) => PostAsync(context, intake)));
        app.MapPost(
            "/api/announcements/{party}/{id}/acknowledge",
            (string party, string id, AcknowledgeRequest request, HttpContext context) => AcknowledgeAsync(party, id, request, context, picture, intake));
    }

    private static async Task<IResult> PostAsync(HttpContext context, StationIntake intake)
    {
        if (!LocalCaller.Is(context))
        {
            return Results.Json(new ErrorReplyView(LocalOnly), statusCode: StatusCodes.Status403Forbidden);
        }

        if (!context.Request.HasJsonContentType())
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        byte[] body = new byte[NotificationReader.MaxBytes + 1];
        int length = await context.Request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, context.RequestAborted);
        try
        {
            Notification notification = NotificationReader.Read(body.AsMemory(0, length));
            await intake.SubmitAsync(EntryKind.Notification, AnnouncementTopic.Of(notification.Party, notification.Id), body.AsMemory(0, length), context.RequestAborted);
            return Results.Accepted("/api/announcements", new { name = notification.Name, revision = notification.Revision });
        }
        catch (NotificationException e)
        {
            return Results.BadRequest(new ErrorReplyView(e.Message));
        }
        catch (ChannelClosedException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<IResult> AcknowledgeAsync(
        string party, string id, AcknowledgeRequest request, HttpContext context, LivePicture picture, StationIntake intake)
    {
        if (!LocalCaller.Is(context))
        {
            return Results.Json(new ErrorReplyView(LocalOnly), statusCode: StatusCodes.Status403Forbidden);
        }

        if (string.IsNullOrWhiteSpace(request.By))
        {
            return Results.BadRequest(new ErrorReplyView("by is missing; expected the name of the person who has seen it"));
        }

        if (!picture.Current.Announcements.Any(a => a.Name == $"{party}/{id}"))
        {
            return Results.NotFound(new ErrorReplyView($"no announcement {party}/{id} is in the book"));
        }

        await intake.SubmitAsync(EntryKind.Acknowledged, AnnouncementTopic.Of(party, id), request.ToPayload(), context.RequestAborted);
        return Results.NoContent();
    }
}

using JointWatch.Station.Ingest;
using JointWatch.Station.Picture;
using JointWatch.Station.Views;

namespace JointWatch.Station.Hosting;

/// <summary>What the page and other programs ask for.</summary>
internal static class PictureApi
{
    public static void Map(WebApplication app, LivePicture picture, Quarantine quarantine)
    {
        app.MapGet("/api/picture", () => picture.Current);
        app.MapGet("/api/nodes", () => picture.Current.Nodes);
        app.MapGet("/api/tracks", () => picture.Current.Tracks);
        app.MapGet("/api/warnings", () => picture.Current.Warnings);
        app.MapGet("/api/trails", picture.Trails);
        app.MapGet("/api/tracks/{id}/trail", (string id) => picture.Trail(id) is { } trail ? Results.Ok(trail) : Results.NotFound());
        app.MapGet("/api/quarantine", () => quarantine.Newest().Select(Of));
        app.MapHub<PictureHub>("/hub/picture");
    }

    private static QuarantineView Of(Quarantined q) => new(
        q.Number,
        q.ReceivedAt.ToString(),
        q.Topic,
        q.Length,
        q.Refusal.Field,
        q.Refusal.Value,
        q.Refusal.Expected,
        Convert.ToHexStringLower(q.Bytes.Span));
}

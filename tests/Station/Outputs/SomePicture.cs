using JointWatch.Station.Views;
using JointWatch.Tracking;

namespace JointWatch.Station.Tests.Outputs;

/// <summary>A picture with tracks of which a test says the ways.</summary>
internal static class SomePicture
{
    public static PictureView Of(params IReadOnlyList<TrailView> trails) => new(
        Some.Now.ToString(), 1, null, new CountsView(0, 0, 0, 0, 0), [], [.. trails.Select(Track)], []);

    /// <summary>A way with a point a second.</summary>
    public static TrailView Trail(long track, params IReadOnlyList<(double Latitude, double Longitude, double Height)> points) => new(
        new TrackId(track).ToString(),
        [.. points.Select((p, i) => new TrailPointView(Some.Now.AddSeconds(i - points.Count).ToString(), p.Latitude, p.Longitude, p.Height))]);

    private static TrackView Track(TrailView trail) => new(
        trail.Id,
        "air",
        "10110100000000000000",
        trail.Points[^1].LatitudeDegrees,
        trail.Points[^1].LongitudeDegrees,
        trail.Points[^1].HeightMeters,
        250,
        90,
        0,
        100,
        50,
        10,
        trail.Points[0].Time,
        trail.Points[^1].Time,
        9,
        ["alfa/radar-1"],
        null);
}

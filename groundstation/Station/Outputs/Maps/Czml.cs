using JointWatch.Station.Outputs.Areas;
using JointWatch.Station.Picture;
using JointWatch.Station.Views;
using JointWatch.Tracking;
using JointWatch.Warnings;

namespace JointWatch.Station.Outputs.Maps;

/// <summary>
/// Tracks and areas as CZML 1.0 for CesiumJS ("CZML Guide" and "CZML Structure", AnalyticalGraphicsInc/czml-writer): a list of packets, the document
/// first, then a packet for each track with its way in time, and one for each area.
/// </summary>
internal static class Czml
{
    public const string MediaType = "application/json";

    private static readonly int[] TrackColor = [0, 200, 255, 255];
    private static readonly int[] LaunchColor = [255, 200, 0, 255];
    private static readonly int[] ImpactColor = [255, 60, 40, 255];
    private const int FillAlpha = 50;
    private const double TrailSeconds = 600;

    public static object[] Of(PictureView picture, IReadOnlyList<TrailView> trails, IReadOnlyList<ListedWarning> warnings) =>
    [
        new { id = "document", name = "JointWatch", version = "1.0", clock = new { currentTime = picture.Time, multiplier = 1 } },
        .. trails.Where(t => t.Points.Count > 0).Select(Track),
        .. warnings.SelectMany(Areas),
    ];

    private static object Track(TrailView trail)
    {
        UtcMicroseconds epoch = Instant(trail.Points[0].Time);
        return new
        {
            id = trail.Id,
            name = "Track " + trail.Id,
            availability = $"{trail.Points[0].Time}/{trail.Points[^1].Time}",
            position = new
            {
                epoch = trail.Points[0].Time,
                interpolationAlgorithm = "LINEAR",
                interpolationDegree = 1,
                forwardExtrapolationType = "HOLD",
                cartographicDegrees = (double[])
                [
                    .. trail.Points.SelectMany(p =>
                        (double[])[Instant(p.Time).SecondsSince(epoch), p.LongitudeDegrees, p.LatitudeDegrees, p.HeightMeters]),
                ],
            },
            point = new { color = new { rgba = TrackColor }, pixelSize = 6 },
            label = new { text = trail.Id, scale = 0.5, pixelOffset = new { cartesian2 = (double[])[14, 0] } },
            path = new
            {
                width = 2,
                leadTime = 0,
                trailTime = TrailSeconds,
                material = new { solidColor = new { color = new { rgba = TrackColor } } },
            },
        };
    }

    private static IEnumerable<object> Areas(ListedWarning listed)
    {
        LaunchWarning warning = listed.Warning;
        foreach (WarningArea area in WarningAreas.Of(warning))
        {
            int[] color = area.Kind == AreaKind.Launch ? LaunchColor : ImpactColor;
            yield return new
            {
                id = $"W{warning.Id}-{area.Name}",
                name = $"Warning {warning.Id}, {(area.Kind == AreaKind.Launch ? "launch" : "impact")} area, {area.Probability:P0}",
                description = $"{Words.Of(warning.State)} ({listed.Status.ToString().ToLowerInvariant()}{(listed.Exercise is null ? "" : " " + listed.Exercise)}), {Words.Of(warning.Class)}",
                position = new { cartographicDegrees = (double[])[area.Center.LongitudeDegrees, area.Center.LatitudeDegrees, 0] },
                ellipse = new
                {
                    semiMajorAxis = area.SemiMajorMeters,
                    semiMinorAxis = area.SemiMinorMeters,

                    // Counterclockwise from north.
                    rotation = -area.MajorAxisAzimuthRadians,
                    height = 0,
                    outline = true,
                    outlineColor = new { rgba = color },
                    material = new { solidColor = new { color = new { rgba = (int[])[.. color[..3], FillAlpha] } } },
                },
            };
        }
    }

    private static UtcMicroseconds Instant(string iso) =>
        UtcMicroseconds.From(DateTimeOffset.Parse(iso, System.Globalization.CultureInfo.InvariantCulture));
}

using JointWatch.Station.Outputs.Areas;
using JointWatch.Station.Picture;
using JointWatch.Station.Views;

namespace JointWatch.Station.Outputs.Maps;

/// <summary>
/// Tracks and areas as a GeoJSON feature collection (RFC 7946): longitude and latitude in degrees and height in metres, all WGS 84. A feature's
/// <c>kind</c> is track, trail, launch, impact, launch area or impact area.
/// </summary>
internal static class GeoJson
{
    public const string MediaType = "application/geo+json";

    public static object Of(PictureView picture, IReadOnlyList<TrailView> trails, IReadOnlyList<ListedWarning> warnings) => new
    {
        type = "FeatureCollection",
        features = (object[])
        [
            .. picture.Tracks.Select(Track),
            .. trails.Select(Trail).OfType<object>(),
            .. warnings.SelectMany(Points),
            .. warnings.SelectMany(Areas),
        ],
    };

    private static object Track(TrackView track) => Feature(
        track.Id,
        new { type = "Point", coordinates = (double[])[track.LongitudeDegrees, track.LatitudeDegrees, track.HeightMeters] },
        new
        {
            kind = "track",
            track = track.Id,
            track.Category,
            track.SpeedMetersPerSecond,
            track.CourseDegrees,
            track.ClimbMetersPerSecond,
            track.LastDetection,
            track.Sensors,
            warning = track.WarningId,
        });

    private static object? Trail(TrailView trail)
    {
        IReadOnlyList<IReadOnlyList<double[]>> pieces = TrailPieces.Of(trail.Points);
        return pieces.Count == 0
            ? null
            : Feature(
                trail.Id + "-trail",
                pieces.Count == 1 ? new { type = "LineString", coordinates = pieces[0] } : new { type = "MultiLineString", coordinates = pieces },
                new { kind = "trail", track = trail.Id, from = trail.Points[0].Time, to = trail.Points[^1].Time });
    }

    private static IEnumerable<object> Points(ListedWarning listed)
    {
        int id = listed.Warning.Id;
        if (listed.Warning.Launch is { } launch)
        {
            yield return Feature(
                $"W{id}-launch",
                Point(launch.Point.LongitudeDegrees, launch.Point.LatitudeDegrees),
                new
                {
                    kind = "launch",
                    warning = id,
                    time = launch.Time.ToString(),
                    launch.TimeSigmaSeconds,
                    azimuthDegrees = double.RadiansToDegrees(launch.AzimuthRadians),
                });
        }

        if (listed.Warning.Impact is { } impact)
        {
            yield return Feature(
                $"W{id}-impact",
                Point(impact.Point.LongitudeDegrees, impact.Point.LatitudeDegrees),
                new { kind = "impact", warning = id, time = impact.Time.ToString(), impact.TimeSigmaSeconds });
        }
    }

    private static IEnumerable<object> Areas(ListedWarning listed)
    {
        foreach (WarningArea area in WarningAreas.Of(listed.Warning))
        {
            IReadOnlyList<IReadOnlyList<MapPoint>> rings = AreaOutline.Of(area);
            double[][][][] polygons = [.. rings.Select(r => (double[][][])[[.. r.Select(p => (double[])[p.LongitudeDegrees, p.LatitudeDegrees])]])];
            yield return Feature(
                $"W{listed.Warning.Id}-{area.Name}",
                polygons.Length == 1 ? new { type = "Polygon", coordinates = polygons[0] } : new { type = "MultiPolygon", coordinates = polygons },
                new
                {
                    kind = area.Kind == AreaKind.Launch ? "launch area" : "impact area",
                    warning = listed.Warning.Id,
                    listed.Warning.Revision,
                    state = Words.Of(listed.Warning.State),
                    @class = Words.Of(listed.Warning.Class),
                    status = listed.Status.ToString().ToLowerInvariant(),
                    listed.Exercise,
                    listed.IsInForce,
                    area.Probability,
                    area.SemiMajorMeters,
                    area.SemiMinorMeters,
                    majorAxisAzimuthDegrees = double.RadiansToDegrees(area.MajorAxisAzimuthRadians),
                });
        }
    }

    private static object Point(double longitude, double latitude) => new { type = "Point", coordinates = (double[])[longitude, latitude] };

    private static object Feature(string id, object geometry, object properties) => new { type = "Feature", id, geometry, properties };
}

using JointWatch.Station.Views;

namespace JointWatch.Station.Outputs.Areas;

/// <summary>A track's way as lines that do not cross the antimeridian.</summary>
internal static class TrailPieces
{
    private const double Turn = 360;
    private const double HalfTurn = 180;

    /// <summary>Cut where it crosses, with a point on either side (RFC 7946, section 3.1.9). Lines of one point are left out.</summary>
    public static IReadOnlyList<IReadOnlyList<double[]>> Of(IReadOnlyList<TrailPointView> trail)
    {
        var pieces = new List<List<double[]>> { new() };
        TrailPointView? before = null;
        foreach (TrailPointView point in trail)
        {
            if (before is not null && Math.Abs(point.LongitudeDegrees - before.LongitudeDegrees) > HalfTurn)
            {
                double edge = before.LongitudeDegrees > 0 ? HalfTurn : -HalfTurn;
                double to = point.LongitudeDegrees + (before.LongitudeDegrees > 0 ? Turn : -Turn);
                double share = (edge - before.LongitudeDegrees) / (to - before.LongitudeDegrees);
                double latitude = before.LatitudeDegrees + (share * (point.LatitudeDegrees - before.LatitudeDegrees));
                double height = before.HeightMeters + (share * (point.HeightMeters - before.HeightMeters));
                pieces[^1].Add([edge, latitude, height]);
                pieces.Add([[-edge, latitude, height]]);
            }

            pieces[^1].Add([point.LongitudeDegrees, point.LatitudeDegrees, point.HeightMeters]);
            before = point;
        }

        return [.. pieces.Where(p => p.Count >= 2)];
    }
}

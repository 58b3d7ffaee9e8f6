using JointWatch.Exercises.Paths;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Station.Outputs.Areas;

/// <summary>A place on the map, degrees.</summary>
internal readonly record struct MapPoint(double LongitudeDegrees, double LatitudeDegrees);

/// <summary>
/// The outline of an area as closed rings of longitude and latitude, each within -180 to 180 degrees: what crosses the antimeridian is cut
/// along it, as RFC 7946, section 3.1.9, asks for, and what holds a pole is led along its parallel.
/// </summary>
internal static class AreaOutline
{
    private const int Corners = 72;
    private const double Turn = 360;
    private const double HalfTurn = 180;

    /// <summary>The rings, counterclockwise, the first point again at the end of each.</summary>
    public static IReadOnlyList<IReadOnlyList<MapPoint>> Of(WarningArea area)
    {
        List<MapPoint> ring = Unwrapped(area);
        var pieces = new List<IReadOnlyList<MapPoint>>();
        for (double west = -HalfTurn - Turn; west <= HalfTurn; west += Turn)
        {
            List<MapPoint> piece = Cut(Cut(ring, west, isEastKept: true), west + Turn, isEastKept: false);
            if (piece.Count >= 3)
            {
                double shift = -HalfTurn - west;
                piece = piece.ConvertAll(p => new MapPoint(Math.Clamp(p.LongitudeDegrees + shift, -HalfTurn, HalfTurn), p.LatitudeDegrees));
                piece.Add(piece[0]);
                pieces.Add(piece);
            }
        }

        return pieces;
    }

    /// <summary>Counterclockwise, by longitudes that do not jump; open.</summary>
    private static List<MapPoint> Unwrapped(WarningArea area)
    {
        var ring = new List<MapPoint>(Corners + 3);
        for (int i = 0; i <= Corners; i++)
        {
            // By the ellipse's own parameter, so that a thin one has its corners where it bends. Azimuths that fall go round counterclockwise.
            (double sin, double cos) = Math.SinCos(-Math.Tau * i / Corners);
            (double along, double across) = (area.SemiMajorMeters * cos, area.SemiMinorMeters * sin);
            double azimuth = area.MajorAxisAzimuthRadians + Math.Atan2(across, along);
            (Geodetic place, _) = Geodesic.Direct(area.Center, azimuth, Math.Sqrt((along * along) + (across * across)));
            double longitude = place.LongitudeDegrees;
            if (ring.Count > 0)
            {
                longitude += Turn * Math.Round((ring[^1].LongitudeDegrees - longitude) / Turn);
            }

            ring.Add(new MapPoint(longitude, place.LatitudeDegrees));
        }

        double around = ring[^1].LongitudeDegrees - ring[0].LongitudeDegrees;
        if (Math.Abs(around) < HalfTurn)
        {
            ring.RemoveAt(ring.Count - 1);
            return ring;
        }

        // Once round a pole: on to it, and back along it. Eastward round the north pole and westward round the south pole is counterclockwise.
        double pole = around > 0 ? 90 : -90;
        ring.Add(new MapPoint(ring[^1].LongitudeDegrees, pole));
        ring.Add(new MapPoint(ring[0].LongitudeDegrees, pole));
        return ring;
    }

    /// <summary>Keeps what lies east, or west, of a meridian (I. Sutherland and G. Hodgman, Communications of the ACM 17 (1), 1974).</summary>
    private static List<MapPoint> Cut(List<MapPoint> ring, double meridian, bool isEastKept)
    {
        var kept = new List<MapPoint>(ring.Count + 2);
        for (int i = 0; i < ring.Count; i++)
        {
            (MapPoint from, MapPoint to) = (ring[i], ring[(i + 1) % ring.Count]);
            if (IsKept(from))
            {
                kept.Add(from);
            }

            if (IsKept(from) != IsKept(to))
            {
                double share = (meridian - from.LongitudeDegrees) / (to.LongitudeDegrees - from.LongitudeDegrees);
                kept.Add(new MapPoint(meridian, from.LatitudeDegrees + (share * (to.LatitudeDegrees - from.LatitudeDegrees))));
            }
        }

        return kept;

        bool IsKept(MapPoint p) => isEastKept ? p.LongitudeDegrees > meridian : p.LongitudeDegrees < meridian;
    }
}

using JointWatch.Exchange.Records.Cbor;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Exchange.Records.Bodies;

/// <summary>A point on the ground, 1e-7 degree, WGS-84, north and east positive.</summary>
public readonly record struct GroundPoint(int LatitudeE7, int LongitudeE7)
{
    private const double PerDegree = 1e7;

    /// <summary>The point next to a place in degrees.</summary>
    public static GroundPoint FromDegrees(double latitude, double longitude) =>
        new((int)Math.Round(latitude * PerDegree), (int)Math.Round(longitude * PerDegree));

    /// <summary>The place, on the ellipsoid.</summary>
    public Geodetic ToGeodetic() => Geodetic.FromDegrees(LatitudeE7 / PerDegree, LongitudeE7 / PerDegree, 0);
}

/// <summary>An area on the ground as records say it: a circle about one point, or a polygon of 3 to 64 corners.</summary>
/// <param name="Points">The centre alone, or the corners in order.</param>
/// <param name="RadiusMeters">The circle's radius; null for a polygon.</param>
public sealed record RecordArea(IReadOnlyList<GroundPoint> Points, int? RadiusMeters)
{
    private const int MostCorners = 64;
    private const int LargestRadius = 3_000_000;

    /// <summary>So that all corners lie in one half of the Earth, and an area has a middle.</summary>
    private const double FarthestFromFirst = 5_000_000;
    private static readonly (long, long) Latitude = (-900_000_000, 900_000_000);
    private static readonly (long, long) Longitude = (-1_800_000_000, 1_800_000_000);

    /// <summary>A circle.</summary>
    public static RecordArea Circle(GroundPoint centre, int radiusMeters) => new([centre], radiusMeters);

    /// <summary>A polygon, closed by itself.</summary>
    public static RecordArea Polygon(params IReadOnlyList<GroundPoint> corners) => new(corners, null);

    /// <summary>The area to measure with.</summary>
    public GroundArea ToGround() =>
        RadiusMeters is { } radius ? GroundArea.Circle(Points[0].ToGeodetic(), radius) : GroundArea.Of([.. Points.Select(p => p.ToGeodetic())]);

    internal void Write(FieldWriter writer, int circleKey, int polygonKey)
    {
        if (RadiusMeters is { } radius)
        {
            writer.Integers(circleKey, Points[0].LatitudeE7, Points[0].LongitudeE7, radius);
        }
        else
        {
            writer.Rows(polygonKey, Points.Select(p => new long[] { p.LatitudeE7, p.LongitudeE7 }));
        }
    }

    /// <summary>Null where neither of the two keys is there.</summary>
    internal static RecordArea? Read(FieldReader fields, int circleKey, int polygonKey, string field)
    {
        if (fields.Has(circleKey))
        {
            long[] circle = fields.Integers(circleKey, field, Latitude, Longitude, (1, LargestRadius));
            return Circle(new GroundPoint((int)circle[0], (int)circle[1]), (int)circle[2]);
        }

        if (!fields.Has(polygonKey))
        {
            return null;
        }

        GroundPoint[] corners = [.. fields.Rows(polygonKey, field, 3, MostCorners, Latitude, Longitude).Select(row => new GroundPoint((int)row[0], (int)row[1]))];
        return Array.TrueForAll(corners, c => (c.ToGeodetic().ToEcef().Vector - corners[0].ToGeodetic().ToEcef().Vector).Length <= FarthestFromFirst)
            ? Polygon(corners)
            : throw fields.Wrong(field, "a larger polygon", "corners within 5000 km of the first");
    }
}

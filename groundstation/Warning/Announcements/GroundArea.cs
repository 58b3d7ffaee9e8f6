using JointWatch.Tracking.Geodesy;

namespace JointWatch.Warnings.Announcements;

/// <summary>
/// An area on the ground: a circle, or a polygon without holes whose edges are straight in the plane that touches the Earth at its middle
/// (azimuthal equidistant about the middle: 1,000 km across, edges are off by some kilometres).
/// </summary>
public sealed class GroundArea
{
    private readonly (double East, double North)[] _corners;

    private GroundArea(Geodetic middle, double radiusMeters, IReadOnlyList<Geodetic> polygon)
    {
        Middle = middle;
        RadiusMeters = radiusMeters;
        Polygon = polygon;
        _corners = [.. polygon.Select(p => Flat(middle, p))];
    }

    /// <summary>Gets the circle's centre, or the mean of the polygon's corners.</summary>
    public Geodetic Middle { get; }

    /// <summary>Gets the circle's radius, or how far the polygon's farthest corner is from its middle.</summary>
    public double RadiusMeters { get; }

    /// <summary>Gets the corners in order; empty for a circle.</summary>
    public IReadOnlyList<Geodetic> Polygon { get; }

    /// <summary>Gets the area, square metres.</summary>
    public double SquareMeters => _corners.Length == 0 ? Math.PI * RadiusMeters * RadiusMeters : Math.Abs(Shoelace());

    /// <summary>A circle.</summary>
    public static GroundArea Circle(Geodetic centre, double radiusMeters) => new(centre, radiusMeters, []);

    /// <summary>A polygon of three corners or more, closed by itself.</summary>
    public static GroundArea Of(IReadOnlyList<Geodetic> polygon)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(polygon.Count, 3, nameof(polygon));
        Vector3 sum = polygon.Select(p => p.ToEcef().Vector).Aggregate((a, b) => a + b) * (1.0 / polygon.Count);
        Geodetic middle = Wgs84.ToGeodetic(Ecef.FromVector(sum)) with { HeightMeters = 0 };
        return new GroundArea(middle, polygon.Max(p => GreatCircle.MetersBetween(middle, p)), polygon);
    }

    /// <summary>How far a place is outside, metres; 0 inside.</summary>
    public double MetersOutside(Geodetic place)
    {
        double fromMiddle = GreatCircle.MetersBetween(Middle, place);
        if (_corners.Length == 0 || fromMiddle > 10 * RadiusMeters)
        {
            return Math.Max(0, fromMiddle - RadiusMeters);
        }

        (double east, double north) = Flat(Middle, place);
        bool inside = false;
        double nearest = double.MaxValue;
        for (int i = 0, j = _corners.Length - 1; i < _corners.Length; j = i++)
        {
            (double e1, double n1) = _corners[i];
            (double e2, double n2) = _corners[j];
            inside ^= (n1 > north) != (n2 > north) && east < e1 + ((north - n1) / (n2 - n1) * (e2 - e1));
            double along = Math.Clamp((((east - e1) * (e2 - e1)) + ((north - n1) * (n2 - n1))) / Math.Max(1e-9, Squared(e2 - e1) + Squared(n2 - n1)), 0, 1);
            nearest = Math.Min(nearest, Math.Sqrt(Squared(east - e1 - (along * (e2 - e1))) + Squared(north - n1 - (along * (n2 - n1)))));
        }

        return inside ? 0 : nearest;
    }

    private double Shoelace()
    {
        double sum = 0;
        for (int i = 0, j = _corners.Length - 1; i < _corners.Length; j = i++)
        {
            sum += (_corners[j].East * _corners[i].North) - (_corners[i].East * _corners[j].North);
        }

        return sum / 2;
    }

    private static (double East, double North) Flat(Geodetic middle, Geodetic place)
    {
        double meters = GreatCircle.MetersBetween(middle, place);
        double azimuth = GreatCircle.AzimuthRadians(middle, place);
        return (meters * Math.Sin(azimuth), meters * Math.Cos(azimuth));
    }

    private static double Squared(double x) => x * x;
}

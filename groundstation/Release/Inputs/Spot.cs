using System.Diagnostics;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Releases.Inputs;

/// <summary>A place that rules ask of, how far about it the thing may be, metres, and points of its edge where it has a planned one. It cannot be printed.</summary>
[DebuggerDisplay("unreleased")]
internal sealed class Spot
{
    private const double EarthMeters = Wgs84.MeanRadiusMeters;
    private const int PointsOfCircle = 16;

    private Spot(Geodetic middle, double radiusMeters, IReadOnlyList<Geodetic> edge)
    {
        Middle = middle;
        RadiusMeters = radiusMeters;
        Edge = edge;
    }

    public Geodetic Middle { get; }

    public double RadiusMeters { get; }

    public IReadOnlyList<Geodetic> Edge { get; }

    /// <summary>An estimate; null where it is no place.</summary>
    public static Spot? At(Geodetic place, double radiusMeters) =>
        Math.Abs(place.LatitudeRadians) <= 1.6 && double.IsFinite(place.LongitudeRadians)
            ? new Spot(place with { HeightMeters = 0 }, radiusMeters >= 0 ? radiusMeters : double.MaxValue, [])
            : null;

    /// <summary>A planned area.</summary>
    public static Spot Of(GroundArea area) =>
        new(area.Middle, area.RadiusMeters, area.Polygon.Count > 0 ? area.Polygon : [.. Enumerable.Range(0, PointsOfCircle).Select(i => OnCircle(area, i))]);

    /// <summary>Says nothing.</summary>
    public override string ToString() => Unreleased.Nothing;

    private static Geodetic OnCircle(GroundArea area, int index)
    {
        double azimuth = Math.Tau * index / PointsOfCircle;
        double angle = area.RadiusMeters / EarthMeters;
        double latitude = Math.Asin((Math.Sin(area.Middle.LatitudeRadians) * Math.Cos(angle)) + (Math.Cos(area.Middle.LatitudeRadians) * Math.Sin(angle) * Math.Cos(azimuth)));
        double east = Math.Atan2(
            Math.Sin(azimuth) * Math.Sin(angle) * Math.Cos(area.Middle.LatitudeRadians),
            Math.Cos(angle) - (Math.Sin(area.Middle.LatitudeRadians) * Math.Sin(latitude)));
        return new Geodetic(latitude, area.Middle.LongitudeRadians + east, 0);
    }
}

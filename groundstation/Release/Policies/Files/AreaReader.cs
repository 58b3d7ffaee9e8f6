using System.Globalization;
using JointWatch.Exercises.Files;
using JointWatch.Tracking.Geodesy;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Releases.Policies.Files;

/// <summary>Reads an <c>[[area]]</c>: a circle or a polygon on the ground.</summary>
internal static class AreaReader
{
    private const int MostCorners = 256;
    private const double LargestRadiusKilometers = 3_000;

    public static NamedArea Read(TomlReader area)
    {
        string name = area.Text("name", RuleWords.NameRule, RuleWords.IsName);
        if (area.Has("polygon"))
        {
            Geodetic[] corners =
            [
                .. area.Pairs("polygon", 3, MostCorners, 90, 180, $"an array of 3 to {MostCorners} corners, each [latitude, longitude] in degrees")
                    .Select(c => Geodetic.FromDegrees(c.First, c.Second, 0)),
            ];
            area.RefuseTheRest();
            GroundArea polygon = GroundArea.Of(corners);
            return polygon.RadiusMeters <= 1e3 * LargestRadiusKilometers && polygon.SquareMeters >= 1
                ? new NamedArea(name, polygon, $"a polygon of {corners.Length} corners about {Shown(polygon.Middle)}")
                : throw area.Refused("polygon", "corners that enclose an area, none more than 3000 km from the middle");
        }

        var centre = Geodetic.FromDegrees(
            area.Number("latitudeDegrees", -90, 90, "degrees, north positive; or a polygon"), area.Number("longitudeDegrees", -180, 180, "degrees, east positive"), 0);
        double radius = area.Number("radiusKilometers", 0.001, LargestRadiusKilometers, "kilometres");
        area.RefuseTheRest();
        return new NamedArea(name, GroundArea.Circle(centre, 1e3 * radius), string.Create(CultureInfo.InvariantCulture, $"{radius:0.###} km about {Shown(centre)}"));
    }

    private static string Shown(Geodetic place) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Math.Abs(place.LatitudeDegrees):0.##}° {(place.LatitudeDegrees < 0 ? "S" : "N")} {Math.Abs(place.LongitudeDegrees):0.##}° {(place.LongitudeDegrees < 0 ? "W" : "E")}");
}

using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercises.Files;

/// <summary>Reads places: a <c>[[site]]</c>, and where an object is launched or aimed, by the name of a site or by its latitude and longitude.</summary>
internal static class PlaceReader
{
    /// <summary>A place with a name, for the objects and announcements of the scenario.</summary>
    public static (string Name, Geodetic Place) Site(TomlReader reader)
    {
        string name = reader.Text("name", 64);
        Geodetic place = Place(reader, "", heightOtherwise: 0);
        reader.RefuseTheRest();
        return (name, place);
    }

    /// <summary>Where a rocket stands before it is launched.</summary>
    public static Geodetic Pad(TomlReader reader, ObjectContext context) =>
        reader.Has("launchSite") ? Named(reader, "launchSite", context) : Place(reader, "launch", heightOtherwise: 0);

    /// <summary>The middle of an area that is announced: a site or a place.</summary>
    public static Geodetic Middle(TomlReader reader, string what, ObjectContext context) => reader.Has(what + "Site")
        ? Named(reader, what + "Site", context) with { HeightMeters = 0 }
        : Geodetic.FromDegrees(
            reader.Number(what + "LatitudeDegrees", -90, 90, "degrees, north positive"),
            reader.Number(what + "LongitudeDegrees", -180, 180, "degrees, east positive"),
            0);

    /// <summary>Where it is to come down; null where the object names no target.</summary>
    public static Geodetic? Target(TomlReader reader, ObjectContext context)
    {
        if (reader.Has("targetSite"))
        {
            return Named(reader, "targetSite", context) with { HeightMeters = 0 };
        }

        return reader.Has("targetLatitudeDegrees") || reader.Has("targetLongitudeDegrees") ? LatitudeLongitude(reader, "target") : null;
    }

    private static Geodetic Named(TomlReader reader, string key, ObjectContext context)
    {
        string expected = context.Sites.Count == 0 ? "the name of a [[site]], of which this scenario has none" : "the name of a [[site]]: " + string.Join(", ", context.Sites.Keys);
        return context.Sites[reader.Text(key, expected, context.Sites.ContainsKey)];
    }

    private static Geodetic Place(TomlReader reader, string prefix, double heightOtherwise) => LatitudeLongitude(reader, prefix) with
    {
        HeightMeters = reader.Number(Key(prefix, "HeightMeters"), 0, 5_000, "metres above the WGS-84 ellipsoid", heightOtherwise),
    };

    private static Geodetic LatitudeLongitude(TomlReader reader, string prefix) => Geodetic.FromDegrees(
        reader.Number(Key(prefix, "LatitudeDegrees"), -89, 89, "degrees, north positive"),
        reader.Number(Key(prefix, "LongitudeDegrees"), -180, 180, "degrees, east positive"),
        0);

    private static string Key(string prefix, string key) => prefix.Length == 0 ? char.ToLowerInvariant(key[0]) + key[1..] : prefix + key;
}

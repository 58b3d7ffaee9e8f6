using JointWatch.Exercises.Paths;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercises.Files;

/// <summary>Reads an <c>[[object]]</c> and works out its path.</summary>
internal static class ObjectReader
{
    private static readonly Dictionary<string, Func<TomlReader, string, ObjectContext, ExerciseObject>> Kinds = new(StringComparer.Ordinal)
    {
        ["ballistic"] = RocketReader.Missile,
        ["soundingRocket"] = RocketReader.SoundingRocket,
        ["spaceLaunch"] = RocketReader.SpaceLaunch,
        ["aircraft"] = Aircraft,
        ["flight"] = Flight,
    };

    public static ExerciseObject Read(TomlReader reader, ObjectContext context)
    {
        string name = reader.Text("name", 64);
        return reader.Choice("kind", Kinds)(reader, name, context);
    }

    private static ExerciseObject Aircraft(TomlReader reader, string name, ObjectContext context)
    {
        double crossSection = RocketReader.CrossSection(reader, 10);
        double start = RocketReader.Milliseconds(reader, "startSeconds", context, otherwise: 0);
        double intensity = Math.Round(reader.Number("intensityWattsPerSteradian", 0, 1e6, "W/sr", 200));
        var waypoints = new List<Waypoint>();
        foreach (TomlReader point in reader.Tables("waypoints", 2, 200))
        {
            waypoints.Add(new Waypoint(
                Geodetic.FromDegrees(
                    point.Number("latitudeDegrees", -85, 85, "degrees, north positive"),
                    point.Number("longitudeDegrees", -180, 180, "degrees, east positive"),
                    point.Number("heightMeters", 0, 30_000, "metres above the WGS-84 ellipsoid")),
                point.Number("speedMetersPerSecond", 30, 1_000, "metres a second over ground")));
            point.RefuseTheRest();
        }

        reader.RefuseTheRest();
        for (int i = 1; i < waypoints.Count; i++)
        {
            if (Geodesic.Inverse(waypoints[i - 1].Place, waypoints[i].Place).DistanceMeters is < 1_000 or > 15_000_000)
            {
                throw reader.Refused("waypoints", $"waypoints from 1 to 15000 km apart, which number {i} and the one before it are not");
            }
        }

        SampledPath path = AircraftRoute.Fly(waypoints, start, context.DurationSeconds + 1, intensity, new AircraftLimits());
        return new ExerciseObject(name, ObjectKind.Aircraft, crossSection, path, null, null);
    }

    private static ExerciseObject Flight(TomlReader reader, string name, ObjectContext context)
    {
        string file = reader.Text("file", 1_000);
        double launch = RocketReader.Milliseconds(reader, "launchTimeSeconds", context);
        double crossSection = RocketReader.CrossSection(reader, RecordedFlight.CrossSectionDbsm);
        reader.RefuseTheRest();
        string path = Path.Combine(Path.GetDirectoryName(context.Source) ?? "", file);
        return FlightFile.Read(path).ToObject(name, launch, crossSection);
    }
}

using JointWatch.Exercises.Paths;
using JointWatch.Exercises.Rockets;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercises.Files;

/// <summary>Reads an <c>[[object]]</c> and works out its path.</summary>
internal static class ObjectReader
{
    private static readonly Dictionary<string, Func<TomlReader, string, double, string, ExerciseObject>> Kinds = new(StringComparer.Ordinal)
    {
        ["ballistic"] = Missile,
        ["soundingRocket"] = SoundingRocket,
        ["aircraft"] = Aircraft,
        ["flight"] = Flight,
    };

    /// <param name="reader">The table.</param>
    /// <param name="durationSeconds">The exercise's.</param>
    /// <param name="source">The scenario's file: a flight's file is named relative to it.</param>
    public static ExerciseObject Read(TomlReader reader, double durationSeconds, string source)
    {
        string name = reader.Text("name", 64);
        return reader.Choice("kind", Kinds)(reader, name, durationSeconds, source);
    }

    private static ExerciseObject Missile(TomlReader reader, string name, double duration, string source)
    {
        (Geodetic pad, double azimuth, double launch, double crossSection) = ReadLaunch(reader, duration, -5);
        MissileOptions options = ReadRocket(reader, boostIntensity: 400_000, ballisticCoefficient: 6_000);
        double range = 1e3 * reader.Number("rangeKilometers", 50, RocketCatalogue.LongestRangeMeters / 1e3, "kilometres over ground");
        reader.RefuseTheRest();
        RocketFlightResult flight = RocketAim.ForRange(RocketCatalogue.Missile(range, options), pad, azimuth, range)
            ?? throw reader.Refused("rangeKilometers", "a range that this rocket reaches from here");
        return Launched(name, ObjectKind.Ballistic, crossSection, flight, pad, launch);
    }

    private static ExerciseObject SoundingRocket(TomlReader reader, string name, double duration, string source)
    {
        (Geodetic pad, double azimuth, double launch, double crossSection) = ReadLaunch(reader, duration, -8);
        MissileOptions options = ReadRocket(reader, boostIntensity: 100_000, ballisticCoefficient: 8_000);
        double elevation = reader.Number("launchElevationDegrees", 45, 90, "degrees above the horizontal", 84);
        double apogee = 1e3 * reader.Number("apogeeKilometers", 20, 800, "kilometres above the ellipsoid");
        reader.RefuseTheRest();
        RocketDesign design = RocketCatalogue.SoundingRocket(double.DegreesToRadians(elevation), options);
        RocketFlightResult flight = RocketAim.ForApogee(design, pad, azimuth, apogee)
            ?? throw reader.Refused("apogeeKilometers", "an apogee that this rocket reaches from here");
        return Launched(name, ObjectKind.SoundingRocket, crossSection, flight, pad, launch);
    }

    private static ExerciseObject Aircraft(TomlReader reader, string name, double duration, string source)
    {
        double crossSection = ReadCrossSection(reader, 10);
        double start = ReadMilliseconds(reader, "startSeconds", duration, otherwise: 0);
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

        SampledPath path = AircraftRoute.Fly(waypoints, start, duration + 1, intensity, new AircraftLimits());
        return new ExerciseObject(name, ObjectKind.Aircraft, crossSection, path, null, null);
    }

    private static ExerciseObject Flight(TomlReader reader, string name, double duration, string source)
    {
        string file = reader.Text("file", 1_000);
        double launch = ReadMilliseconds(reader, "launchTimeSeconds", duration);
        double crossSection = ReadCrossSection(reader, RecordedFlight.CrossSectionDbsm);
        reader.RefuseTheRest();
        string path = Path.Combine(Path.GetDirectoryName(source) ?? "", file);
        return FlightFile.Read(path).ToObject(name, launch, crossSection);
    }

    private static (Geodetic Pad, double AzimuthRadians, double LaunchSeconds, double CrossSection) ReadLaunch(
        TomlReader reader, double duration, double crossSection)
    {
        var pad = Geodetic.FromDegrees(
            reader.Number("launchLatitudeDegrees", -89, 89, "degrees, north positive"),
            reader.Number("launchLongitudeDegrees", -180, 180, "degrees, east positive"),
            reader.Number("launchHeightMeters", 0, 5_000, "metres above the WGS-84 ellipsoid", 0));
        double azimuth = double.DegreesToRadians(reader.Number("launchAzimuthDegrees", 0, 360, "degrees clockwise from true north"));
        return (pad, azimuth, ReadMilliseconds(reader, "launchTimeSeconds", duration), ReadCrossSection(reader, crossSection));
    }

    private static MissileOptions ReadRocket(TomlReader reader, double boostIntensity, double ballisticCoefficient) => new(
        Math.Round(reader.Number("boostIntensityWattsPerSteradian", 0, 1e8, "W/sr while an engine burns", boostIntensity)),
        Math.Round(reader.Number("bodyIntensityWattsPerSteradian", 0, 1e6, "W/sr without an engine", 20)),
        reader.Number("ballisticCoefficientKilogramsPerSquareMeter", 100, 100_000, "kg/m² after burn-out", ballisticCoefficient));

    private static double ReadCrossSection(TomlReader reader, double otherwise) =>
        reader.Number("radarCrossSectionDbsm", -100, 100, "decibels above 1 m²", otherwise);

    /// <summary>Knots on the wire lie on whole milliseconds, so a path begins on one.</summary>
    private static double ReadMilliseconds(TomlReader reader, string key, double duration, double? otherwise = null)
    {
        const string What = "seconds from the start of the exercise";
        double seconds = otherwise is { } value ? reader.Number(key, 0, duration, What, value) : reader.Number(key, 0, duration, What);
        return Math.Round(seconds, 3);
    }

    private static ExerciseObject Launched(
        string name, ObjectKind kind, double crossSection, RocketFlightResult flight, Geodetic pad, double launchSeconds)
    {
        var path = new SampledPath([.. flight.Samples.Select(s => s with { Seconds = s.Seconds + launchSeconds })]);
        GroundEvent? impact = flight.Impact is { } place ? new GroundEvent(path.EndSeconds, place) : null;
        return new ExerciseObject(name, kind, crossSection, path, new GroundEvent(launchSeconds, pad), impact);
    }
}

using JointWatch.Exercises.Paths;
using JointWatch.Exercises.Rockets;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercises.Files;

/// <summary>Reads objects that are launched, and flies them.</summary>
internal static class RocketReader
{
    private static readonly Dictionary<string, FlightProfile> Profiles = new(StringComparer.Ordinal)
    {
        ["minimumEnergy"] = FlightProfile.MinimumEnergy,
        ["lofted"] = FlightProfile.Lofted,
        ["depressed"] = FlightProfile.Depressed,
    };

    private static readonly Dictionary<string, RocketClass> Classes = RocketClass.All.ToDictionary(c => c.Name, StringComparer.Ordinal);

    /// <summary>A missile: to a target, or along an azimuth over a range, which its class gives where nothing else does.</summary>
    public static ExerciseObject Missile(TomlReader reader, string name, ObjectContext context)
    {
        Geodetic pad = PlaceReader.Pad(reader, context);
        double launch = LaunchSeconds(reader, context);
        double crossSection = CrossSection(reader, -5);
        MissileOptions options = Options(reader, boostIntensity: 400_000, ballisticCoefficient: 6_000) with
        {
            Profile = reader.Has("profile") ? reader.Choice("profile", Profiles) : FlightProfile.MinimumEnergy,
        };
        RocketClass? type = reader.Has("class") ? reader.Choice("class", Classes) : null;
        RocketFlightResult? flight = PlaceReader.Target(reader, context) is { } target
            ? ToTarget(reader, pad, target, type, options)
            : Along(reader, pad, type, options);
        return Launched(name, ObjectKind.Ballistic, crossSection, flight!, pad, launch);
    }

    public static ExerciseObject SoundingRocket(TomlReader reader, string name, ObjectContext context)
    {
        Geodetic pad = PlaceReader.Pad(reader, context);
        double azimuth = Azimuth(reader);
        double launch = LaunchSeconds(reader, context);
        double crossSection = CrossSection(reader, -8);
        MissileOptions options = Options(reader, boostIntensity: 100_000, ballisticCoefficient: 8_000);
        double elevation = reader.Number("launchElevationDegrees", 45, 90, "degrees above the horizontal", 84);
        double apogee = 1e3 * reader.Number("apogeeKilometers", 20, 800, "kilometres above the ellipsoid");
        reader.RefuseTheRest();
        RocketDesign design = RocketCatalogue.SoundingRocket(double.DegreesToRadians(elevation), options);
        RocketFlightResult flight = RocketAim.ForApogee(design, pad, azimuth, apogee)
            ?? throw reader.Refused("apogeeKilometers", "an apogee that this rocket reaches from here");
        return Launched(name, ObjectKind.SoundingRocket, crossSection, flight, pad, launch);
    }

    /// <summary>A launch to a low orbit.</summary>
    public static ExerciseObject SpaceLaunch(TomlReader reader, string name, ObjectContext context)
    {
        Geodetic pad = PlaceReader.Pad(reader, context);
        double azimuth = Azimuth(reader);
        double launch = LaunchSeconds(reader, context);
        double crossSection = CrossSection(reader, 5);
        double height = 1e3 * reader.Number("orbitKilometers", 180, 300, "kilometres above the ellipsoid", 220);
        reader.RefuseTheRest();
        double end = Math.Max(context.DurationSeconds - launch, 0) + 1;
        OrbitalAscent ascent = RocketCatalogue.Launcher(height).Climb(pad, azimuth, coastSeconds: end)
            ?? throw reader.Refused("orbitKilometers", "a height that this launcher reaches from here along this azimuth");
        // What goes on in orbit after the exercise is nobody's business in it.
        IEnumerable<PathSample> samples = ascent.Samples.TakeWhile(s => s.Seconds <= Math.Max(end, ascent.CutOffSeconds + 1));
        return new ExerciseObject(name, ObjectKind.SpaceLaunch, crossSection, Path(samples, launch), new GroundEvent(launch, pad), null);
    }

    /// <summary>Knots on the wire lie on whole milliseconds, so a path begins on one.</summary>
    public static double Milliseconds(TomlReader reader, string key, ObjectContext context, double? otherwise = null)
    {
        const string What = "seconds from the start of the exercise";
        double seconds = otherwise is { } value
            ? reader.Number(key, 0, context.DurationSeconds, What, value)
            : reader.Number(key, 0, context.DurationSeconds, What);
        return Math.Round(seconds, 3);
    }

    public static double CrossSection(TomlReader reader, double otherwise) =>
        reader.Number("radarCrossSectionDbsm", -100, 100, "decibels above 1 m²", otherwise);

    private static RocketFlightResult ToTarget(TomlReader reader, Geodetic pad, Geodetic target, RocketClass? type, MissileOptions options)
    {
        reader.RefuseTheRest();
        double range = Geodesic.Inverse(pad, target).DistanceMeters;
        string key = reader.Has("targetSite") ? "targetSite" : "targetLatitudeDegrees";
        if (range is < 50_000 or > RocketCatalogue.LongestRangeMeters)
        {
            throw reader.Refused(key, $"a target from 50 to {RocketCatalogue.LongestRangeMeters / 1e3:F0} km from the launch, which is {range / 1e3:F0} km away");
        }

        Check(reader, key, type, range);
        return RocketAim.ForTarget(RocketCatalogue.Missile(range, options), pad, target) ?? throw reader.Refused(key, "a target that this rocket reaches from here");
    }

    private static RocketFlightResult Along(TomlReader reader, Geodetic pad, RocketClass? type, MissileOptions options)
    {
        double azimuth = Azimuth(reader);
        const string What = "kilometres over ground";
        const double MostKilometers = RocketCatalogue.LongestRangeMeters / 1e3;
        double range = type is null || reader.Has("rangeKilometers") ? 1e3 * reader.Number("rangeKilometers", 50, MostKilometers, What) : type.UsualMeters;
        reader.RefuseTheRest();
        Check(reader, "rangeKilometers", type, range);
        return RocketAim.ForRange(RocketCatalogue.Missile(range, options), pad, azimuth, range) ?? throw reader.Refused("rangeKilometers", "a range that this rocket reaches from here");
    }

    private static void Check(TomlReader reader, string key, RocketClass? type, double range)
    {
        if (type?.Holds(range) == false)
        {
            throw reader.Refused(key, $"{type.FromMeters / 1e3:F0} to {type.ToMeters / 1e3:F0} km from the launch for the class {type.Name}, and this is {range / 1e3:F0} km");
        }
    }

    private static double Azimuth(TomlReader reader) => double.DegreesToRadians(reader.Number("launchAzimuthDegrees", 0, 360, "degrees clockwise from true north"));

    private static double LaunchSeconds(TomlReader reader, ObjectContext context) => Milliseconds(reader, "launchTimeSeconds", context);

    private static MissileOptions Options(TomlReader reader, double boostIntensity, double ballisticCoefficient) => new(
        Math.Round(reader.Number("boostIntensityWattsPerSteradian", 0, 1e8, "W/sr while an engine burns", boostIntensity)),
        Math.Round(reader.Number("bodyIntensityWattsPerSteradian", 0, 1e6, "W/sr without an engine", 20)),
        reader.Number("ballisticCoefficientKilogramsPerSquareMeter", 100, 100_000, "kg/m² after burn-out", ballisticCoefficient));

    private static ExerciseObject Launched(string name, ObjectKind kind, double crossSection, RocketFlightResult flight, Geodetic pad, double launchSeconds)
    {
        SampledPath path = Path(flight.Samples, launchSeconds);
        GroundEvent? impact = flight.Impact is { } place ? new GroundEvent(path.EndSeconds, place) : null;
        return new ExerciseObject(name, kind, crossSection, path, new GroundEvent(launchSeconds, pad), impact);
    }

    private static SampledPath Path(IEnumerable<PathSample> samples, double launchSeconds) => new([.. samples.Select(s => s with { Seconds = s.Seconds + launchSeconds })]);
}

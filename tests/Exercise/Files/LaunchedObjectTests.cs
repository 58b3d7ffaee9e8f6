using JointWatch.Exercises;
using JointWatch.Exercises.Files;
using JointWatch.Exercises.Paths;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Exercise.Tests.Files;

/// <summary>Objects by site, target, class and profile. Distances on the ground are checked by the geodesic of Vincenty; what comes down where is the integrator's.</summary>
public class LaunchedObjectTests
{
    private const string Sites = """


        [[site]]
        name = "Ness"
        latitudeDegrees = 69.5
        longitudeDegrees = 14
        heightMeters = 120

        [[site]]
        name = "Ice edge"
        latitudeDegrees = 74
        longitudeDegrees = -3
        """;

    [Theory]
    [InlineData("minimumEnergy")]
    [InlineData("lofted")]
    [InlineData("depressed")]
    public void A_missile_to_a_site_comes_down_within_100_m_of_it_whatever_its_profile(string profile)
    {
        ExerciseObject missile = Read($"launchSite = \"Ness\"\ntargetSite = \"Ice edge\"\nprofile = \"{profile}\"");

        Assert.InRange(Geodesic.Inverse(missile.Impact!.Place, Geodetic.FromDegrees(74, -3, 0)).DistanceMeters, 0, 100);
        Assert.Equal(120, missile.Launch!.Place.HeightMeters, 6);
        Assert.Equal(69.5, missile.Launch.Place.LatitudeDegrees, 9);
    }

    [Fact]
    public void A_lofted_missile_flies_higher_and_longer_than_need_be_and_a_depressed_one_lower_and_shorter()
    {
        string[] profiles = ["depressed", "minimumEnergy", "lofted"];
        ExerciseObject[] missiles = [.. profiles.Select(p => Read($"launchSite = \"Ness\"\ntargetSite = \"Ice edge\"\nprofile = \"{p}\""))];

        double[] apogees = [.. missiles.Select(Apogee)];
        double[] seconds = [.. missiles.Select(m => m.Impact!.Seconds - m.Launch!.Seconds)];
        Assert.True(apogees[0] < 0.8 * apogees[1] && apogees[2] > 1.2 * apogees[1], string.Join(", ", apogees));
        Assert.True(seconds[0] < seconds[1] && seconds[1] < seconds[2], string.Join(", ", seconds));
    }

    [Fact]
    public void A_target_may_be_a_place_without_a_name()
    {
        ExerciseObject missile = Read("launchSite = \"Ness\"\ntargetLatitudeDegrees = 62\ntargetLongitudeDegrees = -20");

        Assert.InRange(Geodesic.Inverse(missile.Impact!.Place, Geodetic.FromDegrees(62, -20, 0)).DistanceMeters, 0, 100);
    }

    [Theory]
    [InlineData("shortRange", 600)]
    [InlineData("mediumRange", 2_000)]
    [InlineData("intermediateRange", 4_000)]
    [InlineData("intercontinental", 8_000)]
    public void A_class_alone_gives_its_usual_range(string type, double kilometers)
    {
        ExerciseObject missile = Read($"launchSite = \"Ness\"\nlaunchAzimuthDegrees = 200\nclass = \"{type}\"");

        Assert.Equal(kilometers, Geodesic.Inverse(missile.Launch!.Place, missile.Impact!.Place).DistanceMeters / 1e3, 1.0);
    }

    [Fact]
    public void A_space_launch_is_in_a_lasting_orbit_before_ten_minutes_are_over()
    {
        ExerciseObject launch = Read("launchSite = \"Ness\"\nlaunchAzimuthDegrees = 350\norbitKilometers = 220", "spaceLaunch", duration: 900);

        Assert.Null(launch.Impact);
        Assert.Equal(ObjectKind.SpaceLaunch, launch.Kind);
        ObjectState last = launch.Path.StateAt(launch.Path.EndSeconds);
        Assert.InRange(Height(last), 150_000, 320_000);
        Vector3 inertial = last.VelocityMetersPerSecond + Vector3.Cross(new Vector3(0, 0, Wgs84.RotationRateRadiansPerSecond), last.PositionMeters);
        double perigee = Perigee(last.PositionMeters, inertial);
        Assert.InRange(perigee - Wgs84.MeanRadiusMeters, 120_000, 320_000);
    }

    [Theory]
    [InlineData("launchSite = \"Nes\"\nlaunchAzimuthDegrees = 0\nclass = \"shortRange\"", "object[1].launchSite is '\"Nes\"'; expected the name of a [[site]]: Ness, Ice edge")]
    [InlineData("launchSite = \"Ness\"\ntargetSite = \"Ness\"", "object[1].targetSite is '\"Ness\"'; expected a target from 50 to 10000 km from the launch, which is 0 km away")]
    [InlineData("launchSite = \"Ness\"\ntargetSite = \"Ice edge\"\nclass = \"mediumRange\"", "object[1].targetSite is '\"Ice edge\"'; expected 1000 to 3000 km from the launch for the class mediumRange, and this is 7")]
    [InlineData("launchSite = \"Ness\"\nlaunchAzimuthDegrees = 0\nclass = \"shortRange\"\nrangeKilometers = 1200", "object[1].rangeKilometers is '1200'; expected 50 to 1000 km from the launch for the class shortRange, and this is 1200 km")]
    [InlineData("launchSite = \"Ness\"\nlaunchAzimuthDegrees = 0", "object[1].rangeKilometers is missing")]
    [InlineData("launchSite = \"Ness\"\ntargetSite = \"Ice edge\"\nlaunchAzimuthDegrees = 0", "object[1].launchAzimuthDegrees is '0'; expected one of the keys known here")]
    [InlineData("launchSite = \"Ness\"\nlaunchAzimuthDegrees = 0\nclass = \"shortRange\"\nprofile = \"flat\"", "object[1].profile is '\"flat\"'; expected one of 'minimumEnergy', 'lofted', 'depressed'")]
    public void What_is_wrong_with_a_launch_is_named(string keys, string message)
    {
        InvalidInputException e = Assert.Throws<InvalidInputException>(() => Read(keys));
        Assert.Contains(message, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_announcement_may_name_sites_too()
    {
        Scenario scenario = ScenarioFile.Parse(
            ScenarioFileTests.Small + Sites + """


            [[announcement]]
            party = "alfa"
            id = "test"
            class = "mediumRange"
            windowFromSeconds = 5
            launchSite = "Ness"
            launchRadiusKilometers = 5
            impactSite = "Ice edge"
            impactRadiusKilometers = 50
            """,
            "sites.toml");

        AnnouncementSpec announced = Assert.Single(scenario.Announcements);
        Assert.Equal(69.5, announced.LaunchArea.Middle.LatitudeDegrees, 9);
        Assert.Equal(74, announced.ImpactArea!.Middle.LatitudeDegrees, 9);
    }

    private static ExerciseObject Read(string keys, string kind = "ballistic", double duration = 300)
    {
        string small = ScenarioFileTests.Small.Replace("durationSeconds = 300", $"durationSeconds = {duration}", StringComparison.Ordinal);
        small = small[..small.IndexOf("[[object]]", StringComparison.Ordinal)];
        string text = $"""
            {small}
            [[object]]
            name = "A"
            kind = "aircraft"
            waypoints = [
              [ latitudeDegrees = 69, longitudeDegrees = 14, heightMeters = 9000, speedMetersPerSecond = 240 ],
              [ latitudeDegrees = 69.4, longitudeDegrees = 14, heightMeters = 9000, speedMetersPerSecond = 240 ],
            ]
            {Sites}

            [[object]]
            name = "O"
            kind = "{kind}"
            launchTimeSeconds = 10
            {keys}
            """.Replace("[ l", "{ l", StringComparison.Ordinal).Replace(" ],", " },", StringComparison.Ordinal);
        return ScenarioFile.Parse(text, "launched.toml").Objects[1];
    }

    private static double Apogee(ExerciseObject item) =>
        Enumerable.Range(0, 400).Max(i => Height(item.Path.StateAt(double.Lerp(item.Path.StartSeconds, item.Path.EndSeconds, i / 400.0))));

    private static double Height(ObjectState state) => Wgs84.ToGeodetic(Ecef.FromVector(state.PositionMeters)).HeightMeters;

    /// <summary>The perigee's distance from the Earth's middle, of the ellipse about a point mass: r_p = a (1 - e), by energy and angular momentum.</summary>
    private static double Perigee(Vector3 position, Vector3 velocity)
    {
        double energy = (Vector3.Dot(velocity, velocity) / 2) - (Wgs84.GravitationalConstant / position.Length);
        double momentum = Vector3.Cross(position, velocity).Length;
        double a = -Wgs84.GravitationalConstant / (2 * energy);
        double e = Math.Sqrt(Math.Max(0, 1 - (momentum * momentum / (Wgs84.GravitationalConstant * a))));
        return a * (1 - e);
    }
}

using CsCheck;
using JointWatch.Exercises;
using JointWatch.Exercises.Files;
using JointWatch.Tracking;

namespace JointWatch.Exercise.Tests.Files;

public class ScenarioFileTests
{
    /// <summary>The least that a scenario needs, and one object of each kind; its lines are counted in the tests below.</summary>
    internal const string Small = """
        [scenario]
        name = "Small"
        durationSeconds = 300

        [[board]]
        party = "alfa"
        node = "r-1"
        kind = "radar"
        latitudeDegrees = 69.0
        longitudeDegrees = 15
        heightMeters = 100
        referenceRangeKilometers = 500
        rangeSigmaMeters = 30
        azimuthSigmaDegrees = 0.06
        elevationSigmaDegrees = 0.06

        [[board]]
        party = "bravo"
        node = "ir-1"
        kind = "infrared"
        latitudeDegrees = 70
        longitudeDegrees = 15
        heightMeters = 10
        sensitivityNanowattsPerSquareMeter = 10
        azimuthSigmaDegrees = 0.03
        elevationSigmaDegrees = 0.03

        [[object]]
        name = "M"
        kind = "ballistic"
        launchTimeSeconds = 5
        launchLatitudeDegrees = 69.5
        launchLongitudeDegrees = 14
        launchAzimuthDegrees = 320
        rangeKilometers = 60

        [[object]]
        name = "S"
        kind = "soundingRocket"
        launchTimeSeconds = 9.5
        launchLatitudeDegrees = 69.5
        launchLongitudeDegrees = 14
        launchAzimuthDegrees = 320
        apogeeKilometers = 30

        [[object]]
        name = "A"
        kind = "aircraft"
        waypoints = [
          { latitudeDegrees = 69, longitudeDegrees = 14, heightMeters = 9000, speedMetersPerSecond = 240 },
          { latitudeDegrees = 69.4, longitudeDegrees = 14, heightMeters = 9000, speedMetersPerSecond = 240 },
        ]
        """;

    private const string Announced = """


        [[announcement]]
        party = "alfa"
        id = "s-1"
        class = "soundingOrShortRange"
        windowFromSeconds = 5
        launchLatitudeDegrees = 69.5
        launchLongitudeDegrees = 14
        launchRadiusKilometers = 5
        azimuthFromDegrees = 310
        azimuthToDegrees = 330
        """;

    /// <summary>What is put in whose place, and what the message must name: line, field, value, expectation.</summary>
    public static readonly TheoryData<string, string, string> Mistakes = new()
    {
        { "name = \"Small\"", "title = \"Small\"", "small.toml(1): scenario.name is missing; expected a text of 1 to 64 bytes" },
        { "durationSeconds = 300", "durationSeconds = 300\ncolour = \"red\"", "small.toml(4): scenario.colour is '\"red\"'; expected one of the keys known here: description, durationSeconds, mark, name, seed" },
        { "durationSeconds = 300", "durationSeconds = \"300\"", "small.toml(3): scenario.durationSeconds is '\"300\"'; expected a number from 1 to 86400 (seconds)" },
        { "durationSeconds = 300", "durationSeconds = 1e6", "small.toml(3): scenario.durationSeconds is '1e6'; expected a number from 1" },
        { "durationSeconds = 300", "durationSeconds = nan", "small.toml(3): scenario.durationSeconds is 'nan'; expected a number from 1" },
        { "durationSeconds = 300", "durationSeconds = 300\nseed = 1.5", "small.toml(4): scenario.seed is '1.5'; expected a whole number" },
        { "durationSeconds = 300", "durationSeconds = 3oo", "small.toml(3): expected TOML" },
        { "durationSeconds = 300", "durationSeconds = 300\ndurationSeconds = 400", "small.toml(4): expected TOML" },
        { "[scenario]", "duration = 3\n[scenario]", "small.toml(1): duration is '3'; expected keys to stand below" },
        { "[scenario]", "[szenario]", "small.toml(1): found 'szenario'; expected [scenario] once" },
        { "party = \"alfa\"", "party = \"Alfa\"", "small.toml(6): board[0].party is '\"Alfa\"'; expected 1 to 32 of a-z" },
        { "party = \"alfa\"", "party = \"exercise\"", "small.toml(6): board[0].party is '\"exercise\"'; expected 1 to 32 of a-z" },
        { "node = \"r-1\"", "node = \"-r\"", "small.toml(7): board[0].node is '\"-r\"'; expected 1 to 32 of a-z" },
        { "party = \"bravo\"\nnode = \"ir-1\"", "party = \"alfa\"\nnode = \"r-1\"", "small.toml(19): board[1].node is '\"r-1\"'; expected a name that no other board of alfa has" },
        { "kind = \"radar\"", "kind = \"sonar\"", "small.toml(8): board[0].kind is '\"sonar\"'; expected one of 'radar', 'infrared'" },
        { "latitudeDegrees = 69.0", "latitudeDegrees = 91", "small.toml(9): board[0].latitudeDegrees is '91'; expected a number from -90 to 90" },
        { "heightMeters = 100", "heightMetres = 100", "small.toml(5): board[0].heightMeters is missing; expected a number from -1000" },
        { "referenceRangeKilometers = 500", "", "small.toml(5): board[0].referenceRangeKilometers is missing" },
        { "rangeSigmaMeters = 30", "rangeSigmaMeters = 0", "small.toml(13): board[0].rangeSigmaMeters is '0'; expected a number from 0.1 to 10000" },
        { "rangeSigmaMeters = 30", "rangeSigmaMeters = 30\nscanPeriodSeconds = 1\nscanOffsetSeconds = 1", "small.toml(15): board[0].scanOffsetSeconds is '1'; expected less than the scan period" },
        { "rangeSigmaMeters = 30", "rangeSigmaMeters = 30\nelevationMinDegrees = 20\nelevationMaxDegrees = 10", "small.toml(15): board[0].elevationMaxDegrees is '10'; expected more than" },
        { "rangeSigmaMeters = 30", "rangeSigmaMeters = 30\nrangeMinKilometers = 9\nrangeMaxKilometers = 9", "small.toml(15): board[0].rangeMaxKilometers is '9'; expected more than" },
        { "sensitivityNanowattsPerSquareMeter = 10", "sensitivityNanowattsPerSquareMeter = 10\nreferenceRangeKilometers = 100", "board[1].referenceRangeKilometers is '100'; expected one of the keys known here" },
        { "name = \"S\"", "name = \"M\"", "small.toml(38): object[1].name is '\"M\"'; expected a name that no other object has" },
        { "kind = \"ballistic\"", "kind = \"cruise\"", "small.toml(30): object[0].kind is '\"cruise\"'; expected one of 'ballistic', 'soundingRocket', 'spaceLaunch', 'aircraft', 'flight'" },
        { "launchTimeSeconds = 5", "launchTimeSeconds = 301", "small.toml(31): object[0].launchTimeSeconds is '301'; expected a number from 0 to 300" },
        { "launchTimeSeconds = 5", "launchTimeSeconds = -1", "small.toml(31): object[0].launchTimeSeconds is '-1'; expected a number from 0 to 300" },
        { "rangeKilometers = 60", "rangeKilometers = 20000", "small.toml(35): object[0].rangeKilometers is '20000'; expected a number from 50 to 10000" },
        { "rangeKilometers = 60", "apogeeKilometers = 60", "small.toml(28): object[0].rangeKilometers is missing" },
        { "apogeeKilometers = 30", "apogeeKilometers = 799\nlaunchElevationDegrees = 45", "small.toml(44): object[1].apogeeKilometers is '799'; expected an apogee that this rocket reaches from here" },
        { "waypoints = [", "waypoints = 3\nx = [", "small.toml(49): object[2].waypoints is '3'; expected an array of 2 to 200 inline tables" },
        { "latitudeDegrees = 69.4, longitudeDegrees = 14", "latitudeDegrees = 69.4, longitudeDegrees = \"14\"", "small.toml(51): object[2].waypoints[1].longitudeDegrees is '\"14\"'; expected a number from -180 to 180" },
        { "latitudeDegrees = 69.4, longitudeDegrees = 14", "latitudeDegrees = 69.4, lon = 14, longitudeDegrees = 14", "small.toml(51): object[2].waypoints[1].lon is '14'; expected one of the keys" },
        { "latitudeDegrees = 69.4, longitudeDegrees = 14", "latitudeDegrees = 69, longitudeDegrees = 14", "small.toml(49): object[2].waypoints is" },
        { "kind = \"ballistic\"", "kind = \"flight\"\nfile = \"nowhere.csv\"", "expected one of the keys known here: file, kind, launchTimeSeconds, name, radarCrossSectionDbsm" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named_with_file_line_field_value_and_what_was_expected(string right, string wrong, string message)
    {
        Assert.Contains(right, Small, StringComparison.Ordinal);
        int at = Small.IndexOf(right, StringComparison.Ordinal);
        string text = Small[..at] + wrong + Small[(at + right.Length)..];
        var refused = Assert.Throws<InvalidInputException>(() => ScenarioFile.Parse(text, "small.toml"));
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_party_announces_is_read_with_its_areas_and_window()
    {
        AnnouncementSpec announced = Assert.Single(ScenarioFile.Parse(Small + Announced, "small.toml").Announcements);
        Assert.Equal(("alfa", "s-1", "soundingOrShortRange", 5.0, 300.0), (announced.Party, announced.Id, announced.Class, announced.FromSeconds, announced.UntilSeconds));
        Assert.Equal(5_000, announced.LaunchArea.RadiusMeters);
        Assert.Equal((310.0, 330.0), announced.Azimuth);
        Assert.Null(announced.ImpactArea);
    }

    [Theory]
    [InlineData("windowFromSeconds = 5", "windowFromSeconds = 5\nwindowUntilSeconds = 4", "announcement[0].windowUntilSeconds is '4'; expected no less than windowFromSeconds")]
    [InlineData("\"soundingOrShortRange\"", "\"rocket\"", "announcement[0].class is '\"rocket\"'; expected one of 'soundingOrShortRange', 'mediumRange'")]
    [InlineData("id = \"s-1\"", "id = \"a-name-that-is-too-long\"", "announcement[0].id is '\"a-name-that-is-too-long\"'; expected 1 to 20 of a-z")]
    [InlineData("azimuthToDegrees = 330", "", "announcement[0].azimuthToDegrees is missing; expected a number from 0 to 360")]
    [InlineData("launchRadiusKilometers = 5", "launchRadiusKilometers = 5\nimpactRadiusKilometers = 5", "announcement[0].impactLatitudeDegrees is missing")]
    [InlineData("launchRadiusKilometers = 5", "launchRadiusKilometers = 0", "announcement[0].launchRadiusKilometers is '0'; expected a number from 0.001 to 3000")]
    [InlineData("launchRadiusKilometers = 5", "launchRadiusKilometers = 5\ncolour = 1", "announcement[0].colour is '1'; expected one of the keys known here")]
    [InlineData("azimuthToDegrees = 330", "azimuthToDegrees = 330" + Announced, "announcement[1].id is '\"s-1\"'; expected a name that no other announcement of alfa has")]
    public void A_mistake_in_an_announcement_is_named_too(string right, string wrong, string message)
    {
        Assert.Contains(right, Announced, StringComparison.Ordinal);
        var refused = Assert.Throws<InvalidInputException>(() => ScenarioFile.Parse(Small + Announced.Replace(right, wrong, StringComparison.Ordinal), "small.toml"));
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_left_out_has_its_default()
    {
        Scenario scenario = ScenarioFile.Parse(Small, "small.toml");
        Assert.Equal("", scenario.Description);
        BoardSpec radar = scenario.Boards[0];
        Assert.Equal("r-1", radar.Label);
        Assert.Equal(Math.Tau, radar.FieldOfView.AzimuthWidthRadians, 1e-12);
        Assert.Equal(1, radar.ScanPeriodSeconds);
        Assert.Equal(0, radar.Noise.RangeRateSigmaMetersPerSecond);
        Assert.Equal(500_000, radar.ReferenceRangeMeters);
        Assert.Equal(SensorKind.Infrared, scenario.Boards[1].Kind);
        Assert.Equal(0.5, scenario.Boards[1].ScanPeriodSeconds);
        Assert.NotEqual(radar.Seed, scenario.Boards[1].Seed);
        Assert.Equal([ObjectKind.Ballistic, ObjectKind.SoundingRocket, ObjectKind.Aircraft], scenario.Objects.Select(o => o.Kind));
        Assert.Equal([true, true, false], scenario.Objects.Select(o => o.IsLaunched));
    }

    [Fact]
    public void The_same_file_gives_the_same_scenario()
    {
        Scenario one = ScenarioFile.Parse(Small, "small.toml");
        Scenario two = ScenarioFile.Parse(Small, "small.toml");
        Assert.Equal(one.Boards, two.Boards);
        Assert.Equal(one.Objects.Select(o => o.Impact), two.Objects.Select(o => o.Impact));
    }

    [Fact]
    public void A_recorded_flight_is_found_beside_the_scenario()
    {
        string folder = Directory.CreateTempSubdirectory("jointwatch").FullName;
        try
        {
            string scenario = Path.Combine(folder, "with-flight.toml");
            File.WriteAllText(scenario, Small + "\n[[object]]\nname = \"F\"\nkind = \"flight\"\nfile = \"f.csv\"\nlaunchTimeSeconds = 20\n");
            File.WriteAllText(Path.Combine(folder, "f.csv"), FlightFileTests.Csv);
            File.WriteAllText(Path.Combine(folder, "f.json"), FlightFileTests.Json);
            ExerciseObject flight = ScenarioFile.Read(scenario).Objects[^1];
            Assert.Equal(ObjectKind.SpaceLaunch, flight.Kind);
            Assert.Equal(20, flight.Launch!.Seconds);
            Assert.Equal(31, flight.Path.EndSeconds, 1e-9);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var refused = Assert.Throws<InvalidInputException>(() => ScenarioFile.Read("no/such/file.toml"));
        Assert.StartsWith("no/such/file.toml: expected a file that can be read", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x = ", "[")]
    [InlineData("x = ", "{ a = ")]
    [InlineData("", "[")]
    [InlineData("x", ".x")]
    [InlineData("x = ", "\"\"\"")]
    public void Nesting_without_end_is_refused(string start, string piece)
    {
        string text = start + string.Concat(Enumerable.Repeat(piece, 100_000));
        Assert.Throws<InvalidInputException>(() => ScenarioFile.Parse(text, "deep.toml"));
    }

    /// <summary>Whatever a file holds, it is read or refused; nothing else may come out.</summary>
    [Fact]
    public void Whatever_is_done_to_a_file_it_is_read_or_refused()
    {
        Mutation.Of(Small).Sample(
            text =>
            {
                try
                {
                    Assert.NotEmpty(ScenarioFile.Parse(text, "mutated.toml").Boards);
                }
                catch (InvalidInputException refused)
                {
                    Assert.StartsWith("mutated.toml", refused.Message, StringComparison.Ordinal);
                }
            },
            iter: 200);
    }
}

using JointWatch.Exercises;
using JointWatch.Exercises.Files;

namespace JointWatch.Exercise.Tests.Files;

public class JointScenarioTests
{
    private const string Joint = """


        [[party]]
        name = "alfa"
        title = "Alfa"
        briefing = "A note has come in."

        [[party]]
        name = "bravo"
        policy = "bravo-policy.toml"

        [[announcement]]
        party = "alfa"
        id = "s-1"
        class = "soundingOrShortRange"
        windowFromSeconds = 5
        launchLatitudeDegrees = 69.5
        launchLongitudeDegrees = 14
        launchRadiusKilometers = 5
        knownTo = ["alfa"]

        [[inject]]
        name = "the link of bravo fails"
        atSeconds = 20
        kind = "link-down"
        party = "bravo"

        [[inject]]
        name = "the radar lies"
        kind = "board-lies"
        party = "alfa"
        node = "r-1"
        azimuthBiasDegrees = 90

        [[inject]]
        name = "the note arrives"
        atSeconds = 60
        auto = false
        kind = "announce"
        party = "alfa"
        id = "s-1"
        to = ["bravo"]

        [[inject]]
        name = "a call"
        atSeconds = 70
        kind = "message"
        text = "Report what you see."
        """;

    private static readonly string Whole = ScenarioFileTests.Small.Replace("[scenario]", "[scenario]\nmark = \"small-1\"", StringComparison.Ordinal) + Joint;

    [Fact]
    public void A_joint_scenario_says_who_takes_part_who_knows_what_and_what_is_brought_in()
    {
        Scenario scenario = ScenarioFile.Parse(Whole, "joint.toml");
        Assert.Equal("small-1", scenario.Mark);
        Assert.Equal(
            [new PartySpec("alfa", "Alfa", "A note has come in.", null, null), new PartySpec("bravo", "bravo", "", "bravo-policy.toml", null)],
            scenario.Parties);
        Assert.Equal(["alfa"], Assert.Single(scenario.Announcements).KnownTo);
        Assert.Equal([20.0, null, 60.0, 70.0], scenario.Injects.Select(i => i.AtSeconds));
        Assert.Equal([true, false, false, true], scenario.Injects.Select(i => i.Auto));
        Assert.Equal(new LinkAct("bravo", false), scenario.Injects[0].Act);
        Assert.Equal(new BoardLiesAct("alfa", "r-1", Math.PI / 2, 0, null), scenario.Injects[1].Act);
        Assert.Equal(["bravo"], Assert.IsType<AnnounceAct>(scenario.Injects[2].Act).To);
        Assert.Equal(["alfa", "bravo"], Assert.IsType<MessageAct>(scenario.Injects[3].Act).To);
        Assert.Equal("Report what you see.", scenario.Injects[3].Text);
    }

    [Theory]
    [InlineData("[]", 0)]
    [InlineData("[\"bravo\", \"centre\"]", 2)]
    public void A_note_can_reach_nobody_or_the_centre(string knownTo, int count) =>
        Assert.Equal(count, ScenarioFile.Parse(Whole.Replace("[\"alfa\"]", knownTo, StringComparison.Ordinal), "joint.toml").Announcements[0].KnownTo.Count);

    [Fact]
    public void An_announcement_that_names_nobody_is_known_to_all() =>
        Assert.Equal(
            ["alfa", "bravo", "centre"],
            ScenarioFile.Parse(Whole.Replace("knownTo = [\"alfa\"]", "", StringComparison.Ordinal), "joint.toml").Announcements[0].KnownTo);

    [Fact]
    public void A_ghost_has_a_place_a_course_and_a_speed()
    {
        const string Ghost = "ghostLatitudeDegrees = 70\nghostLongitudeDegrees = 14\nghostHeightMeters = 50000\nghostCourseDegrees = 180\nghostSpeedMetersPerSecond = 1500";
        var lie = Assert.IsType<BoardLiesAct>(ScenarioFile.Parse(Whole.Replace("azimuthBiasDegrees = 90", Ghost, StringComparison.Ordinal), "joint.toml").Injects[1].Act);
        Assert.Equal((Math.PI, 1500.0, 50_000.0), (lie.Ghost!.CourseRadians, lie.Ghost.SpeedMetersPerSecond, lie.Ghost.Place.HeightMeters));
    }

    [Theory]
    [InlineData("mark = \"small-1\"", "mark = \"Small\"", "joint.toml(2): scenario.mark is '\"Small\"'; expected 1 to 32 of a-z")]
    [InlineData("name = \"bravo\"", "name = \"alfa\"", "party[1].name is '\"alfa\"'; expected a name that no other party has")]
    [InlineData("name = \"bravo\"", "name = \"centre\"", "party[1].name is '\"centre\"'; expected 1 to 32")]
    [InlineData("name = \"bravo\"", "name = \"charlie\"", "board[1].party is '\"bravo\"'; expected the name of a [[party]] of the scenario: alfa, charlie")]
    [InlineData("knownTo = [\"alfa\"]", "knownTo = [\"delta\"]", "announcement[0].knownTo[0] is '\"delta\"'; expected an array of 0 to 3 texts, each once, each one of alfa, bravo, centre")]
    [InlineData("kind = \"link-down\"", "kind = \"link-cut\"", "inject[0].kind is '\"link-cut\"'; expected one of 'link-down', 'link-up', 'board-off', 'board-on', 'board-lies', 'message', 'announce'")]
    [InlineData("atSeconds = 20", "atSeconds = 301", "inject[0].atSeconds is '301'; expected a number from 0 to 300")]
    [InlineData("atSeconds = 20", "auto = true", "inject[0].auto is 'true'; expected false for an inject without atSeconds")]
    [InlineData("auto = false", "auto = \"no\"", "inject[2].auto is '\"no\"'; expected true or false")]
    [InlineData("node = \"r-1\"\nazimuthBiasDegrees", "node = \"ir-1\"\nazimuthBiasDegrees", "inject[1].node is '\"ir-1\"'; expected a board of alfa")]
    [InlineData("azimuthBiasDegrees = 90", "", "inject[1].kind is '\"board-lies\"'; expected a lie")]
    [InlineData("azimuthBiasDegrees = 90", "ghostHeightMeters = 9", "inject[1].ghostLatitudeDegrees is missing")]
    [InlineData("id = \"s-1\"\nto", "id = \"s-2\"\nto", "inject[2].id is '\"s-2\"'; expected the id of an [[announcement]] of alfa")]
    [InlineData("text = \"Report what you see.\"", "", "inject[3].text is missing; expected a text of 1 to 1000 bytes")]
    [InlineData("name = \"a call\"", "name = \"the radar lies\"", "inject[3].name is '\"the radar lies\"'; expected a name that no other inject has")]
    [InlineData("name = \"a call\"", "name = \"a call\"\nparty = \"alfa\"", "inject[3].party is '\"alfa\"'; expected one of the keys known here")]
    public void A_mistake_in_a_joint_scenario_is_named(string right, string wrong, string message)
    {
        Assert.Contains(right, Whole, StringComparison.Ordinal);
        var refused = Assert.Throws<InvalidInputException>(() => ScenarioFile.Parse(Whole.Replace(right, wrong, StringComparison.Ordinal), "joint.toml"));
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }
}

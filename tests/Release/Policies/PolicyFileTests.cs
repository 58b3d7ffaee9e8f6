using CsCheck;
using JointWatch.Exercise.Tests.Files;
using JointWatch.Exercises;
using JointWatch.Releases.Fields;
using JointWatch.Releases.Policies;

namespace JointWatch.Releases.Tests.Policies;

/// <summary>What a policy file may hold, and how it is refused.</summary>
public sealed class PolicyFileTests
{
    private const string Good =
        """
        [policy]
        party = "alfa"
        [[area]]
        name = "home"
        latitudeDegrees = 60
        longitudeDegrees = 25
        radiusKilometers = 100
        [[allow]]
        name = "launches"
        kind = "warning"
        to = ["bravo"]
        fields = ["launchTime", "launchArea"]
        timeSeconds = 10
        positionKilometers = 50
        states = ["confirmed"]
        delaySeconds = 60
        releaseEverySeconds = 10
        [[never]]
        name = "from home"
        kinds = ["*"]
        to = ["*"]
        launchAreas = ["home"]
        """;

    [Theory]
    [InlineData("party = \"alfa\"", "party = \"Alfa\"", "policy.toml(2): policy.party is '\"Alfa\"'; expected 1 to 32 of a-z, 0-9 and '-', no '-' at either end, not 'centre'")]
    [InlineData("delaySeconds = 60\n", "", "policy.toml(8): allow[0].delaySeconds is missing; expected a whole number from 0 to 31622400 (seconds)")]
    [InlineData("delaySeconds = 60", "delaySeconds = 1.5", "policy.toml(16): allow[0].delaySeconds is '1.5'; expected a whole number from 0 to 31622400 (seconds)")]
    [InlineData("timeSeconds = 10\n", "", "policy.toml(8): allow[0].timeSeconds is missing; expected a whole number from 1 to 86400 (seconds)")]
    [InlineData("timeSeconds = 10", "timeSeconds = 60", "policy.toml(17): allow[0].releaseEverySeconds is '10'; expected at least timeSeconds, 60: the time of a release would tell more than the times in it")]
    [InlineData("positionKilometers = 50", "positionDegrees = 0.7", "policy.toml(14): allow[0].positionDegrees is '0.7'; expected whole thousandths of a degree that go into 180 without a remainder, as 0.1, 0.5, 1 and 2")]
    [InlineData("positionKilometers = 50", "positionKilometers = 50\npositionDegrees = 0.5", "policy.toml(14): allow[0].positionKilometers is '50'; expected not to stand beside positionDegrees")]
    [InlineData("states = [\"confirmed\"]", "states = [\"sure\"]", "policy.toml(15): allow[0].states[0] is '\"sure\"'; expected an array of 1 to 100 texts, each once, each one of suspected, probable, confirmed, over, cancelled, expired")]
    [InlineData("launchAreas = [\"home\"]", "launchAreas = [\"away\"]", "policy.toml(22): never[0].launchAreas[0] is '\"away\"'; expected an array of 1 to 100 texts, each once, each the name of an [[area]]: home")]
    [InlineData("to = [\"bravo\"]", "to = [\"alfa\"]", "policy.toml(11): allow[0].to[0] is '\"alfa\"'; expected an array of 1 to 100 texts, each once, each a party's name (1 to 32 of a-z, 0-9 and '-', no '-' at either end), 'centre', or '*' alone; not alfa itself")]
    [InlineData("to = [\"bravo\"]", "to = [\"bravo\", \"*\"]", "policy.toml(11): allow[0].to is '[\"bravo\", \"*\"]'; expected a party's name (1 to 32 of a-z, 0-9 and '-', no '-' at either end), 'centre', or '*' alone; not alfa itself")]
    [InlineData("name = \"from home\"", "name = \"launches\"", "policy.toml(19): never[0].name is '\"launches\"'; expected a name that no other rule has")]
    [InlineData("releaseEverySeconds = 10", "releaseEverySeconds = 10\nreviseEverySeconds = 25\natMostRevisions = 1", "policy.toml(18): allow[0].reviseEverySeconds is '25'; expected a multiple of releaseEverySeconds, 10")]
    [InlineData("[[never]]", "[[newer]]", "policy.toml(18): found 'newer'; expected [policy] once, [[area]], [[allow]] and [[never]] at most 200 times each")]
    public void What_is_wrong_is_named_with_file_line_key_value_and_what_was_expected(string good, string bad, string message)
    {
        string text = Good.ReplaceLineEndings("\n");
        Assert.Contains(good, text, StringComparison.Ordinal);

        var refused = Assert.Throws<InvalidInputException>(() => ReleasePolicy.Parse(text.Replace(good, bad, StringComparison.Ordinal), "policy.toml"));

        Assert.Equal(message, refused.Message);
    }

    [Fact]
    public void A_field_that_there_is_not_is_refused_with_those_that_there_are()
    {
        var refused = Assert.Throws<InvalidInputException>(() => ReleasePolicy.Parse(Good.Replace("\"launchTime\", ", "\"reason\", ", StringComparison.Ordinal), "policy.toml"));

        Assert.StartsWith("policy.toml(12): allow[0].fields[0] is '\"reason\"'; expected ", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith("sensors, detections, id", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_roundness_that_no_field_needs_is_an_unknown_key()
    {
        var refused = Assert.Throws<InvalidInputException>(() => ReleasePolicy.Parse(Good.Replace("timeSeconds = 10", "timeSeconds = 10\nazimuthDegrees = 5", StringComparison.Ordinal), "policy.toml"));

        Assert.StartsWith("policy.toml(14): allow[0].azimuthDegrees is '5'; expected one of the keys known here: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_names_a_recipient_stands_in_place_of_those_for_everybody_on_that_kind()
    {
        const string Wide = "\n[[allow]]\nname = \"all\"\nkind = \"warning\"\nto = [\"*\"]\nfields = [\"state\"]\ndelaySeconds = 0\nreleaseEverySeconds = 60\n";
        ReleasePolicy policy = ReleasePolicy.Parse(Good + Wide, "policy.toml");

        Assert.Equal(["launches"], policy.AllowsFor("bravo", ThingKind.Warning).Select(a => a.Name));
        Assert.Equal(["all"], policy.AllowsFor("charlie", ThingKind.Warning).Select(a => a.Name));
        Assert.Equal(["all"], policy.AllowsFor(ReleasePolicy.Centre, ThingKind.Warning).Select(a => a.Name));
        Assert.Empty(policy.AllowsFor("bravo", ThingKind.Track));
        Assert.Equal(["from home"], policy.NeversFor("bravo").Select(n => n.Name));
    }

    [Fact]
    public void An_empty_policy_lets_nothing_go() => Assert.Empty(ReleasePolicy.Parse("[policy]\nparty = \"alfa\"", "policy.toml").Allows);

    [Fact]
    public void Whatever_stands_in_a_file_is_a_policy_or_refused_by_name()
    {
        string[] seeds = [.. Repository.Examples.Select(File.ReadAllText), Good];
        Gen.OneOf(seeds).SelectMany(Mutation.Of).Sample(
            text =>
            {
                try
                {
                    Assert.NotEmpty(ReleasePolicy.Parse(text, "policy.toml").Explain());
                }
                catch (InvalidInputException e)
                {
                    Assert.StartsWith("policy.toml", e.Message, StringComparison.Ordinal);
                }
            },
            iter: 20_000,
            seed: "0N0XIzNsQ0O2");
    }
}

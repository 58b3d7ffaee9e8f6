using JointWatch.Releases.Inputs;
using JointWatch.Releases.Policies;
using JointWatch.Releases.Trying;

namespace JointWatch.Releases.Tests.Trying;

public sealed class PolicyDifferenceTests
{
    private const string Usual = "fields = [\"launchTime\", \"launchArea\"]\ntimeSeconds = 10\npositionDegrees = 1\ndelaySeconds = 60";

    public static TheoryData<string, string, DifferenceKind, string?> Changes => new()
    {
        { "fields = [\"launchTime\", \"launchArea\"]", "fields = [\"launchTime\", \"launchArea\", \"state\"]", DifferenceKind.Field, "state" },
        { "positionDegrees = 1", "positionDegrees = 0.5", DifferenceKind.Finer, "launchArea" },
        { "positionDegrees = 1", "positionDegrees = 1.25", DifferenceKind.Finer, "launchArea" },
        { "delaySeconds = 60", "delaySeconds = 30", DifferenceKind.Sooner, "launchTime" },
        { "delaySeconds = 60", "delaySeconds = 60\nreviseEverySeconds = 10\natMostRevisions = 5", DifferenceKind.Finer, "launchArea" },
        { "delaySeconds = 60", "delaySeconds = 60\nend = \"always\"", DifferenceKind.End, null },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void What_a_change_lets_out_in_addition_is_named(string old, string changed, DifferenceKind kind, string? field)
    {
        string after = Usual.Replace(old, changed, StringComparison.Ordinal);

        Assert.Contains(PolicyDifference.Beyond(Try(after), Try(Usual)), d => d.Kind == kind && d.FieldName == field && d.Source == "warning 7" && d.Recipient == "bravo");
    }

    [Theory]
    [InlineData("positionDegrees = 1", "positionDegrees = 2")]
    [InlineData("delaySeconds = 60", "delaySeconds = 120")]
    [InlineData("\"launchTime\", \"launchArea\"]\ntimeSeconds = 10", "\"launchArea\"]")]
    [InlineData("delaySeconds = 60", "delaySeconds = 60\nstates = [\"suspected\"]")]
    public void A_policy_that_is_closer_lets_out_nothing_more_and_something_less(string old, string changed)
    {
        string after = Usual.Replace(old, changed, StringComparison.Ordinal);

        Assert.Empty(PolicyDifference.Beyond(Try(after), Try(Usual)));
        Assert.NotEmpty(PolicyDifference.Beyond(Try(Usual), Try(after)));
    }

    [Fact]
    public void The_same_policy_makes_no_difference() => Assert.Empty(PolicyDifference.Beyond(Try(Usual), Try(Usual)));

    [Fact]
    public void A_thing_that_was_not_spoken_of_is_named_as_such() =>
        Assert.Contains(PolicyDifference.Beyond(Try(Usual), []), d => d is { Kind: DifferenceKind.Thing, Field: null });

    private static IReadOnlyList<TriedRelease> Try(string rule)
    {
        ReleasePolicy policy = Some.Policy(rule);
        var trial = new ReleaseTrial(policy, ReleaseTrial.RecipientsOf(policy));
        trial.Take(Unreleased.Of(Some.Warning()), Some.Noon);
        trial.Take(Unreleased.Of(Some.Warning(latitude: 75.3)), Some.Noon.AddSeconds(100));
        trial.Take(Unreleased.Of(Some.Warning(state: JointWatch.Warnings.WarningState.Over)), Some.Noon.AddSeconds(200));
        trial.Finish();
        return trial.Releases;
    }
}

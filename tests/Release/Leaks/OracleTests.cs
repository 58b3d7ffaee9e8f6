using JointWatch.Releases.Fields;
using JointWatch.Releases.Inputs;
using JointWatch.Releases.Policies;
using JointWatch.Releases.Releasing;

namespace JointWatch.Releases.Tests.Leaks;

/// <summary>The search for leaks is worth something only if it finds leaks: each step of the releaser is broken in turn, and each must be found.</summary>
public sealed class OracleTests
{
    private const int MostTrials = 3_000;

    public static TheoryData<string> Broken => [.. BrokenSteps.All.Keys];

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_releaser_is_found(string broken)
    {
        ReleaseSteps steps = BrokenSteps.All[broken];

        Assert.Contains(Enumerable.Range(0, MostTrials), seed =>
        {
            Trial trial = Trial.Of(seed);
            return trial.LeakIn(Playing.Play(trial.Policy, trial.World, steps), steps) is not null;
        });
    }

    [Fact]
    public void What_hangs_on_a_hidden_value_and_nothing_that_is_said_is_found_by_the_twins_alone()
    {
        var steps = new SaysByItsSilence();

        int[] found =
        [
            .. Enumerable.Range(0, MostTrials).Where(seed =>
            {
                Trial trial = Trial.Of(seed);
                Outcome outcome = Playing.Play(trial.Policy, trial.World, steps);
                return new Judge(trial.Policy, trial.World).FirstLeak(outcome) is null && trial.LeakIn(outcome, steps) is not null;
            }).Take(1),
        ];

        Assert.NotEmpty(found);
    }

    /// <summary>Lets a warning out only if its exact number of detections is even: every release is right in itself.</summary>
    private sealed class SaysByItsSilence : ReleaseSteps
    {
        public override bool Allows(AllowRule rule, ThingMemory thing) =>
            base.Allows(rule, thing) && !(thing.Thing.Values.GetValueOrDefault(ReleaseField.Detections) is Exact.Number { Value: var n } && n % 2 != 0);
    }
}

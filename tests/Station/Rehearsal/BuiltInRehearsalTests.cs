using JointWatch.Exercises;
using JointWatch.Station.Rehearsal;
using JointWatch.Warnings;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Station.Tests.Rehearsal;

public sealed class BuiltInRehearsalTests
{
    [Fact]
    public void Northern_watch_gives_each_party_a_warning_of_each_missile_and_the_announced_rocket_without_alarm()
    {
        var words = new StringWriter();
        IReadOnlyList<RehearsedLaunch> launches = ScenarioRehearsal.Fly(Scenario.BuiltIn(), Stages.Default, words, TestContext.Current.CancellationToken);

        TestContext.Current.TestOutputHelper?.WriteLine(words + string.Join('\n', launches));
        Assert.Equal(6, launches.Count);
        Assert.All(launches, l => Assert.NotNull(l.ConfirmedSeconds));
        Assert.All(launches.Where(l => l.Object == "Sounding rocket Birch"), l => Assert.Equal(AnnouncementLabel.Announced, l.Label));
        Assert.All(launches.Where(l => l.Object != "Sounding rocket Birch"), l => Assert.Equal(AnnouncementLabel.Unannounced, l.Label));
    }
}

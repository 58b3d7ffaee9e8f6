using JointWatch.Exercises;
using JointWatch.Station.Demo;
using JointWatch.Tracking;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Station.Tests.Demo;

/// <summary>What a scenario announces, read by the reader of notifications.</summary>
public sealed class ScenarioAnnouncementsTests
{
    private static readonly UtcMicroseconds Start = Some.Now;
    private static readonly AnnouncementSpec Birch = Scenario.BuiltIn().Announcements[0];

    [Theory]
    [InlineData("soundingOrShortRange")]
    [InlineData("mediumRange")]
    [InlineData("intermediateRange")]
    [InlineData("intercontinental")]
    [InlineData("spaceLaunch")]
    [InlineData("unknown")]
    public void Every_class_that_a_scenario_may_name_is_one_of_a_notification(string type) =>
        Assert.NotNull(Read(Birch with { Class = type }).Plan);

    [Fact]
    public void Its_window_is_on_the_clock_of_the_exercise_and_its_name_tells_the_run()
    {
        Notification read = Read(Birch);
        Assert.Equal(("alfa/birch-7", 1), (read.Name, read.Revision));
        Assert.Equal((Start.AddSeconds(60), Start.AddSeconds(360)), (read.Plan!.From, read.Plan.Until));
        Assert.Equal(60_000, read.Plan.ImpactArea!.RadiusMeters);
    }

    [Fact]
    public void What_a_scenario_leaves_out_is_not_announced()
    {
        Announcement plan = Read(Birch with { Azimuth = null, ImpactArea = null, Note = "" }).Plan!;
        Assert.Equal((null, null), (plan.Azimuth, plan.ImpactArea));
    }

    private static Notification Read(AnnouncementSpec spec) =>
        NotificationReader.Read(ScenarioAnnouncements.Notification(spec, spec.Id + "-7", new Director(Scenario.BuiltIn(), 7, Start)));
}

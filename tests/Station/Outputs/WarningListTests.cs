using JointWatch.Station.Outputs;
using JointWatch.Warnings;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Station.Tests.Outputs;

public sealed class WarningListTests
{
    [Theory]
    [InlineData(false, false, WarningStatus.Test)]
    [InlineData(true, false, WarningStatus.Actual)]
    [InlineData(false, true, WarningStatus.Exercise)]
    [InlineData(true, true, WarningStatus.Exercise)]
    public void A_warning_is_meant_in_earnest_only_where_the_station_was_told_so_and_never_in_an_exercise(
        bool isActual, bool isExercise, WarningStatus expected)
    {
        var list = new WarningList(isActual);
        list.PictureCleared();
        list.ClockChanged(isExercise ? "salvo-1" : null);
        list.WarningChanged(SomeWarnings.Warning());
        Assert.Equal(expected, list.Find(1)!.Status);
    }

    [Fact]
    public void A_warning_of_an_exercise_stays_one_of_an_exercise_and_is_out_of_force_when_that_ends()
    {
        var list = new WarningList(isActual: true);
        list.ClockChanged("salvo-1");
        list.WarningChanged(SomeWarnings.Warning(state: WarningState.Confirmed));
        _ = list.TakeChanged();
        list.PictureCleared();
        list.ClockChanged(null);
        ListedWarning ended = Assert.Single(list.TakeChanged());
        Assert.Equal((WarningStatus.Exercise, false, "salvo-1"), (ended.Status, ended.IsInForce, ended.Exercise));
    }

    [Fact]
    public void A_verdict_goes_out_with_the_revision_that_it_is_on_and_a_later_one_makes_the_warning_news()
    {
        var list = new WarningList(isActual: false);
        AnnouncementVerdict ambiguous = SomeWarnings.Verdict(AnnouncementLabel.Ambiguous, 0.7);
        AnnouncementVerdict announced = SomeWarnings.Verdict(AnnouncementLabel.Announced, 0.99);
        list.WarningJudged(SomeWarnings.Warning(revision: 1), ambiguous);
        Assert.Empty(list.TakeChanged());
        list.WarningChanged(SomeWarnings.Warning(revision: 1));
        Assert.Equal(ambiguous, Assert.Single(list.TakeChanged()).Verdict);

        list.WarningJudged(SomeWarnings.Warning(revision: 1), announced);
        ListedWarning again = Assert.Single(list.TakeChanged());
        Assert.Equal((announced, 1, 1), (again.Verdict, again.Warning.Revision, again.Earlier.Count));

        list.WarningJudged(SomeWarnings.Warning(revision: 2), ambiguous);
        list.WarningChanged(SomeWarnings.Warning(revision: 2));
        Assert.Equal((ambiguous, 2), (Assert.Single(list.TakeChanged()).Verdict, list.Find(1)!.Earlier.Count));
    }

    [Fact]
    public void What_changes_often_is_handed_out_once_as_it_stands_with_the_revisions_before_it()
    {
        var list = new WarningList(isActual: false);
        for (int revision = 1; revision <= 200; revision++)
        {
            list.WarningChanged(SomeWarnings.Warning(revision: revision));
        }

        ListedWarning only = Assert.Single(list.TakeChanged());
        Assert.Equal(200, only.Warning.Revision);
        Assert.Equal(Enumerable.Range(200 - WarningList.MostEarlier, WarningList.MostEarlier), only.Earlier.Select(e => e.Revision));
        Assert.Empty(list.TakeChanged());
    }
}

using JointWatch.Station.Alarm;
using JointWatch.Tracking;
using JointWatch.Warnings;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Station.Tests.Alarm;

public class WarningsInForceTests
{
    private readonly WarningsInForce _warnings = new();

    [Fact]
    public void A_warning_is_in_force_from_suspicion_until_it_is_over_cancelled_or_expired()
    {
        List<int> counts = [];
        foreach ((int id, WarningState state) in (ReadOnlySpan<(int, WarningState)>)
        [
            (1, WarningState.Suspected), (1, WarningState.Probable), (2, WarningState.Confirmed), (1, WarningState.Cancelled),
            (3, WarningState.Suspected), (3, WarningState.Expired), (2, WarningState.Over),
        ])
        {
            _warnings.WarningJudged(Warning(id, state), Verdict(AnnouncementLabel.Unannounced));
            counts.Add(_warnings.Count);
        }

        Assert.Equal([1, 1, 2, 1, 2, 1, 0], counts);
    }

    [Fact]
    public void A_flight_that_does_what_was_announced_sounds_no_alarm_until_it_departs_from_that()
    {
        List<int> counts = [];
        foreach (AnnouncementLabel label in (ReadOnlySpan<AnnouncementLabel>)[AnnouncementLabel.Ambiguous, AnnouncementLabel.Announced, AnnouncementLabel.Departed])
        {
            _warnings.WarningJudged(Warning(1, WarningState.Confirmed), Verdict(label));
            counts.Add(_warnings.Count);
        }

        Assert.Equal([1, 0, 1], counts);
    }

    [Fact]
    public void An_exercise_that_ends_ends_its_alarm()
    {
        _warnings.WarningJudged(Warning(1, WarningState.Confirmed), Verdict(AnnouncementLabel.Unannounced));
        _warnings.PictureCleared();
        Assert.Equal(0, _warnings.Count);
    }

    private static AnnouncementVerdict Verdict(AnnouncementLabel label) => new(label, null, [], []);

    private static LaunchWarning Warning(int id, WarningState state) => new(
        id, 1, new TrackId(id), state, ObjectClass.Unknown, 0.5, Some.Now, Some.Now, null, null, ReachesOrbit: false, 0, 1, [], "");
}

using JointWatch.Station.Alarm;
using JointWatch.Tracking;
using JointWatch.Warnings;

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
            _warnings.WarningChanged(Warning(id, state));
            counts.Add(_warnings.Count);
        }

        Assert.Equal([1, 1, 2, 1, 2, 1, 0], counts);
    }

    [Fact]
    public void An_exercise_that_ends_ends_its_alarm()
    {
        _warnings.WarningChanged(Warning(1, WarningState.Confirmed));
        _warnings.PictureCleared();
        Assert.Equal(0, _warnings.Count);
    }

    private static LaunchWarning Warning(int id, WarningState state) => new(
        id, 1, new TrackId(id), state, ObjectClass.Unknown, 0.5, Some.Now, Some.Now, null, null, ReachesOrbit: false, 0, 1, [], "");
}

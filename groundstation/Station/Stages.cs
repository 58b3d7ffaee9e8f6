using JointWatch.Station.Core;
using JointWatch.Tracking;
using JointWatch.Warnings;

namespace JointWatch.Station;

/// <summary>The stages that this program works with.</summary>
internal static class Stages
{
    public static StageFactory Default { get; } = new(
        firstTrack => new MultiTargetTracker(new TrackerOptions { FirstTrackNumber = firstTrack }),
        firstWarning => new LaunchWarningStage(firstId: firstWarning));
}

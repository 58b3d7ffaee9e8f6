using JointWatch.Tracking;
using JointWatch.Warnings;

namespace JointWatch.Warning.Tests.Watches;

/// <summary>
/// Tracker and warning stage as the station drives them, without network and journal: a report ahead of the station's clock by more than it allows is
/// refused at the door, and the stage looks at most four times a second.
/// </summary>
internal sealed class WatchPost
{
    /// <summary>As the station's own default.</summary>
    private const double MaxAheadSeconds = 5;

    private const double LookPeriodSeconds = 0.25;

    private double _looked = double.NegativeInfinity;

    public MultiTargetTracker Tracker { get; } = new();

    public LaunchWarningStage Stage { get; init; } = new();

    public long Refused { get; private set; }

    public long Detections { get; private set; }

    /// <summary>Takes a scan that arrives now.</summary>
    /// <returns>The warnings that are new or changed.</returns>
    public IReadOnlyList<LaunchWarning> Take(Scan scan, double seconds, UtcMicroseconds now)
    {
        if (scan.Time.SecondsSince(now) > MaxAheadSeconds)
        {
            Refused++;
        }
        else
        {
            Detections += scan.Detections.Count;
            _ = Tracker.Process(scan);
        }

        if (seconds - _looked < LookPeriodSeconds)
        {
            return [];
        }

        _looked = seconds;
        return Stage.Update([.. Tracker.Tracks.Where(t => t.State == TrackState.Confirmed)], Tracker.TakeEnded(), now);
    }
}

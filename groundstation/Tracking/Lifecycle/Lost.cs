namespace JointWatch.Tracking.Lifecycle;

/// <summary>Whether a track has nothing more to hold on to, whatever its probability: unseen for too long, too uncertain, or impossibly fast.</summary>
internal sealed class Lost(DeletionOptions options)
{
    public bool Is(Track track, UtcMicroseconds now)
    {
        TrackHistory history = track.History;
        double silence = now.SecondsSince(history.LastHold);
        double period = history.LongestPeriodSeconds;
        double patience = track.WasConfirmed
            ? Math.Max(options.ConfirmedSeconds, options.ConfirmedPeriods * period)
            : options.TentativePeriods * period;
        return silence > patience
            || !(track.Moments.Velocity.Length <= options.MaxSpeed)
            || !(track.PositionSigma + (now.SecondsSince(track.UpdatedAt) * track.VelocitySigma) <= options.MaxPositionSigma)
            || (!history.SeenInRange && history.LastDetection.SecondsSince(history.SeenByTwo) > options.SingleLinePeriods * period);
    }
}

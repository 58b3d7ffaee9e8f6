namespace JointWatch.Tracking.Lifecycle;

/// <summary>Ends tracks by misses in a row, by time without a detection, and by what they have become.</summary>
internal sealed class TimeAndMissDeletion(DeletionOptions options)
{
    /// <summary>Whether a track ends at <paramref name="now"/>.</summary>
    public bool IsOver(Track track, UtcMicroseconds now)
    {
        double silence = now.SecondsSince(track.LastDetection);
        double period = track.LongestPeriodSeconds;
        if (track.State == TrackState.Tentative)
        {
            return track.MissedEvidence >= options.TentativeMissedEvidence
                || silence > options.TentativePeriods * period
                || IsSingleLine(track)
                || IsLost(track);
        }

        return (track.MissedEvidence >= options.ConfirmedMissedEvidence && silence > options.LeastMissedPeriods * period)
            || silence > Math.Max(options.ConfirmedSeconds, options.ConfirmedPeriods * period)
            || IsSingleLine(track)
            || IsLost(track);
    }

    private bool IsSingleLine(Track track) =>
        !track.SeenByRadar
        && track.LastDetection.SecondsSince(track.SeenByTwo) > options.SingleLinePeriods * track.LongestPeriodSeconds;

    private bool IsLost(Track track) =>
        !(track.AtScan.PositionVariance <= options.MaxPositionSigma * options.MaxPositionSigma)
        || !(track.AtScan.Velocity.Length <= options.MaxSpeed);
}

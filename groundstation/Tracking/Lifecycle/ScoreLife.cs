namespace JointWatch.Tracking.Lifecycle;

/// <summary>
/// Lives by score and misses: confirmed by the log-likelihood ratio and number of detections (S. Blackman and R. Popoli, "Design and Analysis of
/// Modern Tracking Systems", 1999, section 6.2), ended by misses in a row; and ended by what <see cref="Lost"/> says.
/// </summary>
internal sealed class ScoreLife(ConfirmationOptions confirmation, DeletionOptions deletion, Lost lost) : ITrackLife
{
    /// <inheritdoc/>
    public void Judge(Track track)
    {
        TrackHistory history = track.History;
        if (track.State == TrackState.Tentative
            && history.Score >= confirmation.Score
            && history.Detections >= (history.SeenInRange ? confirmation.LeastDetections : confirmation.LeastInfraredDetections))
        {
            track.State = TrackState.Confirmed;
            track.WasConfirmed = true;
        }
    }

    /// <inheritdoc/>
    public bool IsOver(Track track, UtcMicroseconds now)
    {
        TrackHistory history = track.History;
        double silence = now.SecondsSince(history.LastDetection);
        return track.Existence <= 0
            || lost.Is(track, now)
            || (track.State == TrackState.Tentative
                ? history.MissedEvidence >= deletion.TentativeMissedEvidence
                : history.MissedEvidence >= deletion.ConfirmedMissedEvidence && silence > deletion.LeastMissedPeriods * history.LongestPeriodSeconds);
    }
}

namespace JointWatch.Tracking.Lifecycle;

/// <summary>Lives by existence probability: shown from one threshold to another, ended below a third; and ended by what <see cref="Lost"/> says.</summary>
internal sealed class ExistenceLife(ExistenceOptions options, ConfirmationOptions confirmation, Lost lost) : ITrackLife
{
    /// <inheritdoc/>
    public void Judge(Track track)
    {
        bool isEcho = track.History.LooksBehind > options.MostLooksBehind * (1 + track.History.ClearLooks);
        if (track.State == TrackState.Confirmed)
        {
            track.State = isEcho || track.Existence < options.Doubted ? TrackState.Tentative : TrackState.Confirmed;
        }
        else if (!isEcho && track.Existence >= options.Confirmed
            && (track.History.SeenInRange || track.History.Detections >= confirmation.LeastInfraredDetections))
        {
            track.State = TrackState.Confirmed;
            track.WasConfirmed = true;
        }
    }

    /// <inheritdoc/>
    public bool IsOver(Track track, UtcMicroseconds now) => track.Existence < options.Ended || lost.Is(track, now);
}

namespace JointWatch.Tracking.Lifecycle;

/// <summary>Confirms by score and number of detections (S. Blackman and R. Popoli, "Design and Analysis of Modern Tracking Systems", 1999, section 6.2).</summary>
internal sealed class ScoreConfirmation(ConfirmationOptions options)
{
    public bool IsReal(Track track) =>
        track.Score >= options.Score
        && track.Detections >= (track.SeenByRadar ? options.LeastDetections : options.LeastInfraredDetections);
}

namespace JointWatch.Tracking.Late;

/// <summary>A tracker that can tell what it knows by now of a moment in the last seconds, late scans included.</summary>
public interface IPastTracks
{
    /// <summary>
    /// The tracks, tentative and confirmed, in order of number, as of a time and of all scans up to that time that have come. Nothing changes
    /// by it. Later than the newest time it is what <see cref="ITracker.Tracks"/> says.
    /// </summary>
    /// <param name="time">No further back than the tracker can go (<see cref="TrackerOptions.MaxLatenessSeconds"/>).</param>
    IReadOnlyList<TrackEstimate> TracksAt(UtcMicroseconds time);
}

using JointWatch.Tracking.Measurement;

namespace JointWatch.Tracking.Association;

/// <summary>Decides which detection of a scan each track takes.</summary>
internal interface IAssociator
{
    /// <summary>
    /// Gives each track at most one detection, and each detection to at most one track.
    /// </summary>
    /// <param name="tracks">The tracks, their moments taken to the scan's time.</param>
    /// <param name="observations">The scan's detections.</param>
    /// <param name="detectionProbability">The sensor's.</param>
    /// <param name="available">Which detections may be given out; those given out are set to false.</param>
    void Associate(
        IReadOnlyList<Track> tracks, ReadOnlySpan<Observation> observations, double detectionProbability, Span<bool> available);
}

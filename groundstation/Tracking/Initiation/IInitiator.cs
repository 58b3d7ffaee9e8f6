using JointWatch.Tracking.Measurement;

namespace JointWatch.Tracking.Initiation;

/// <summary>Begins tracks from detections that no track explains.</summary>
internal interface IInitiator
{
    /// <summary>Looks at one scan.</summary>
    /// <param name="scan">The scan.</param>
    /// <param name="observations">Its detections.</param>
    /// <param name="available">Those that no track explains.</param>
    /// <param name="seeds">Gets what may become tracks.</param>
    void Initiate(Scan scan, ReadOnlySpan<Observation> observations, ReadOnlySpan<bool> available, List<TrackSeed> seeds);
}

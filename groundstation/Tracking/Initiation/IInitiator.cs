using JointWatch.Tracking.Association;
using JointWatch.Tracking.Measurement;

namespace JointWatch.Tracking.Initiation;

/// <summary>Begins tracks from detections that no track explains.</summary>
internal interface IInitiator
{
    /// <summary>Looks at one scan.</summary>
    /// <param name="scan">The scan.</param>
    /// <param name="view">The scan as seen from its sensor.</param>
    /// <param name="observations">Its detections.</param>
    /// <param name="free">For each detection, the probability that it is of no track.</param>
    /// <param name="seeds">Gets what may become tracks.</param>
    void Initiate(Scan scan, SensorView view, ReadOnlySpan<Observation> observations, ReadOnlySpan<double> free, List<TrackSeed> seeds);

    /// <summary>Whether a detection of a scan that comes late is near anything that a later scan has brought.</summary>
    bool MetLater(Scan scan, SensorView view, ReadOnlySpan<Observation> observations);

    /// <summary>Makes it the same as another of its kind.</summary>
    void CopyFrom(IInitiator other);
}

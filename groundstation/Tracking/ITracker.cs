namespace JointWatch.Tracking;

/// <summary>
/// A multi-target tracker: scans in, tracks out. It keeps no clock and does no I/O; the same scans in the same order give the same
/// tracks, bit for bit. Not safe for use by several threads at once.
/// </summary>
public interface ITracker
{
    /// <summary>
    /// Gets the tracks alive after the last call, tentative and confirmed, in order of number, each as estimated for the newest time
    /// that the tracker has been told of.
    /// </summary>
    IReadOnlyList<TrackEstimate> Tracks { get; }

    /// <summary>Gets the number of scans left out because they came too late.</summary>
    long ScansTooLate { get; }

    /// <summary>Gets what has been learned of each sensor, in the order in which they were first heard of.</summary>
    IReadOnlyList<SensorKnowledge> Sensors { get; }

    /// <summary>Gets the greatest track number given out so far.</summary>
    long LastTrackNumber { get; }

    /// <summary>
    /// Takes one scan: initiates, predicts, associates, updates and deletes. A scan older than the newest one by more than
    /// the tracker can go back is counted and left out.
    /// </summary>
    /// <returns>For each detection of the scan, in order, the track that it updated, or null. The list is good until the next call.</returns>
    IReadOnlyList<TrackId?> Process(Scan scan);

    /// <summary>The track of a number as it is estimated for the newest time, or null if it is not alive.</summary>
    TrackEstimate? Find(TrackId id);

    /// <summary>Lets time pass without a scan, so that tracks without detections end.</summary>
    void AdvanceTo(UtcMicroseconds time);

    /// <summary>
    /// Takes the estimates of the confirmed tracks that ended since the last call of this method, each once. Tentative tracks that come to
    /// nothing are not heard of again.
    /// </summary>
    IReadOnlyList<TrackEstimate> TakeEnded();
}

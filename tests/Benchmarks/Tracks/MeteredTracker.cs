using JointWatch.Tracking;
using JointWatch.Tracking.Late;

namespace JointWatch.Benchmarks.Tracks;

/// <summary>Passes everything on to a tracker and counts the bytes that it allocates while it takes scans.</summary>
/// <param name="inner">The tracker.</param>
/// <param name="skip">The scans that are not counted: until a tracker has room for all that there is, it must allocate.</param>
internal sealed class MeteredTracker(MultiTargetTracker inner, int skip) : ITracker, IPastTracks
{
    private int _scans;
    private long _bytes;

    /// <summary>Gets the bytes allocated a scan, by all threads.</summary>
    public double BytesAScan => _scans > skip ? _bytes / (double)(_scans - skip) : double.NaN;

    public IReadOnlyList<TrackEstimate> Tracks => inner.Tracks;

    public long ScansTooLate => inner.ScansTooLate;

    public IReadOnlyList<SensorKnowledge> Sensors => inner.Sensors;

    public long LastTrackNumber => inner.LastTrackNumber;

    public IReadOnlyList<TrackId?> Process(Scan scan)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        IReadOnlyList<TrackId?> taken = inner.Process(scan);
        long bytes = GC.GetTotalAllocatedBytes(precise: true) - before;
        _bytes += ++_scans > skip ? bytes : 0;
        return taken;
    }

    public TrackEstimate? Find(TrackId id) => inner.Find(id);

    public void AdvanceTo(UtcMicroseconds time) => inner.AdvanceTo(time);

    public IReadOnlyList<TrackEstimate> TakeEnded() => inner.TakeEnded();

    public IReadOnlyList<TrackEstimate> TracksAt(UtcMicroseconds time) => inner.TracksAt(time);
}

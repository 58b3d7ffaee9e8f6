using System.Collections.Concurrent;
using JointWatch.Station.Core;
using JointWatch.Station.Ingest;
using JointWatch.Tracking;

namespace JointWatch.Benchmarks.WholeWay;

/// <summary>Takes the time of each report from just before it is published to just after the tracker has taken it.</summary>
internal sealed class Stopwatches(TimeProvider time) : ICoreObserver
{
    private readonly ConcurrentDictionary<(string Node, long TimeUs), long> _started = [];
    private readonly List<double> _milliseconds = [];

    public void Start(string node, long timeUs) => _started[(node, timeUs)] = time.GetTimestamp();

    /// <inheritdoc/>
    public void ScanProcessed(NodeId node, Scan scan, IReadOnlyList<TrackId?> associated, IReadOnlyList<TrackEstimate> updated)
    {
        if (_started.TryRemove((node.Name, scan.Time.Value), out long start))
        {
            lock (_milliseconds)
            {
                _milliseconds.Add(time.GetElapsedTime(start).TotalMilliseconds);
            }
        }
    }

    /// <summary>All times so far, rising, and forgets them.</summary>
    public double[] Take()
    {
        lock (_milliseconds)
        {
            double[] sorted = [.. _milliseconds];
            _milliseconds.Clear();
            Array.Sort(sorted);
            return sorted;
        }
    }
}

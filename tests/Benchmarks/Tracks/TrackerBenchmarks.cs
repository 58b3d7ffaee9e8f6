using BenchmarkDotNet.Attributes;
using JointWatch.Recorded;
using JointWatch.Tracking;

namespace JointWatch.Benchmarks.Tracks;

/// <summary>The tracker over whole recorded sets; divide by the set's detections (cv10 3,388 and 5,639, cv50 9,930 and 16,501).</summary>
[InProcess]
[MemoryDiagnoser]
public class TrackerBenchmarks
{
    private RecordedSet? _set;

    [Params("cv10", "cv50")]
    public string Set { get; set; } = "";

    [Params(RecordedUse.Radar, RecordedUse.All)]
    public RecordedUse Use { get; set; }

    [GlobalSetup]
    public void Read() => _set = RecordedSet.Read(Path.Combine(SharedData.Directory(), "tracking", Set), Use);

    [Benchmark(Description = "whole set")]
    public int Track()
    {
        var tracker = new MultiTargetTracker();
        foreach (Scan scan in _set!.Scans)
        {
            tracker.Process(scan);
        }

        return tracker.Tracks.Count;
    }
}

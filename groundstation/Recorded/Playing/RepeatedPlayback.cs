using JointWatch.Tracking;

namespace JointWatch.Recorded.Playing;

/// <summary>
/// A set played several times, each time to a fresh tracker: the first half of the passes is start-up (the program is still being compiled,
/// each part first at once and then well), the median of the second half is what tracking costs.
/// </summary>
public sealed record RepeatedPlayback
{
    private const int FewestPasses = 3;
    private const int MostPasses = 200;

    /// <summary>Sets of fewer detections are played so often that all passes together have about so many: the compiler takes its time.</summary>
    private const int EnoughDetections = 700_000;

    private RepeatedPlayback(IReadOnlyList<TrackRow> rows, IReadOnlyList<TimeSpan> cpu, IReadOnlyList<TimeSpan> elapsed, int detections)
    {
        Rows = rows;
        Cpu = cpu;
        Elapsed = elapsed;
        Detections = detections;
    }

    /// <summary>Gets the tracks, the same in each pass.</summary>
    public IReadOnlyList<TrackRow> Rows { get; }

    /// <summary>Gets the processor time of each pass, all threads, in order.</summary>
    public IReadOnlyList<TimeSpan> Cpu { get; }

    /// <summary>Gets the time that each pass took, in order.</summary>
    public IReadOnlyList<TimeSpan> Elapsed { get; }

    /// <summary>Gets the number of detections in the set.</summary>
    public int Detections { get; }

    /// <summary>Gets the median processor time of the later half of the passes.</summary>
    public TimeSpan MedianCpu => Median(Cpu);

    /// <summary>Gets the median of the times that the later half of the passes took.</summary>
    public TimeSpan MedianElapsed => Median(Elapsed);

    /// <summary>Gets the processor time a detection, microseconds.</summary>
    public double MicrosecondsADetection => MedianCpu.TotalMicroseconds / Math.Max(Detections, 1);

    /// <summary>How often a set is played where nobody says: 3 to 200 times, the smaller the oftener.</summary>
    public static int UsualPasses(RecordedSet set) =>
        Math.Clamp(EnoughDetections / Math.Max(CountDetections(set), 1), FewestPasses, MostPasses);

    /// <summary>Plays a set.</summary>
    /// <param name="set">The set.</param>
    /// <param name="makeTracker">Makes a fresh tracker.</param>
    /// <param name="passes">How often, 1 or more.</param>
    /// <param name="time">Tells how long a pass took.</param>
    /// <exception cref="InvalidOperationException">Two passes gave different tracks: the tracker is not deterministic.</exception>
    public static RepeatedPlayback Run(RecordedSet set, Func<ITracker> makeTracker, int passes, TimeProvider time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(passes, 1);
        List<TrackRow>? first = null;
        List<TimeSpan> cpu = [];
        List<TimeSpan> elapsed = [];
        for (int pass = 1; pass <= passes; pass++)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            long begin = time.GetTimestamp();
            List<TrackRow> rows = Playback.Play(set, makeTracker());
            elapsed.Add(time.GetElapsedTime(begin));
            cpu.Add(Environment.CpuUsage.TotalTime - before);
            first ??= rows;
            if (!rows.SequenceEqual(first))
            {
                throw new InvalidOperationException($"pass {pass} over the same set gave other tracks than the first");
            }
        }

        return new RepeatedPlayback(first!, cpu, elapsed, CountDetections(set));
    }

    private static TimeSpan Median(IReadOnlyList<TimeSpan> passes)
    {
        TimeSpan[] sorted = [.. passes.Skip(passes.Count / 2).Order()];
        return sorted[sorted.Length / 2];
    }

    private static int CountDetections(RecordedSet set) => set.Scans.Sum(scan => scan.Detections.Count);
}

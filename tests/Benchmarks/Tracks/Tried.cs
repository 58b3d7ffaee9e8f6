using JointWatch.Recorded;
using JointWatch.Recorded.Playing;
using JointWatch.Recorded.Scoring;
using JointWatch.Recorded.Truth;
using JointWatch.Tracking;

namespace JointWatch.Benchmarks.Tracks;

/// <summary>A set tracked and scored.</summary>
internal sealed class Tried
{
    private Tried(RecordedSet set, IReadOnlyList<TruthTrack> truth, RepeatedPlayback play, SetScore score)
    {
        (Set, Truth, Play, Score) = (set, truth, play, score);
    }

    public RecordedSet Set { get; }

    public IReadOnlyList<TruthTrack> Truth { get; }

    public RepeatedPlayback Play { get; }

    public SetScore Score { get; }

    /// <summary>Tracks a set, several times, so many where it is said, and scores it at its report times with p = 2.</summary>
    public static Tried Of(string folder, RecordedUse use, double cutOffMeters, int run = 1, bool birthTold = false, int? passes = null)
    {
        RecordedSet set = RecordedSet.Read(folder, use, run);
        IReadOnlyList<TruthTrack> truth = RecordedTruth.Read(folder);
        TrackerOptions options = birthTold && set.Birth is { } birth ? birth.Tell(new TrackerOptions(), set) : new TrackerOptions();
        RepeatedPlayback play = RepeatedPlayback.Run(set, () => new MultiTargetTracker(options), passes ?? RepeatedPlayback.UsualPasses(set), TimeProvider.System);
        return new Tried(set, truth, play, SetScore.Of(truth, play.Rows, set.ReportTimes, cutOffMeters, 2));
    }

    /// <summary>Bytes that the tracker allocates a scan in the second half of the set.</summary>
    public double BytesAScan()
    {
        MeteredTracker metered = new(new MultiTargetTracker(), Set.Scans.Count / 2);
        Playback.Play(Set, metered);
        return metered.BytesAScan;
    }

    /// <summary>How many times faster than real time it went.</summary>
    public double RealTimeFactor =>
        (Set.Scans.Max(scan => scan.Time.Value) - Set.Scans.Min(scan => scan.Time.Value)) * 1e-6 / Play.MedianElapsed.TotalSeconds;
}

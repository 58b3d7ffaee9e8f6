using JointWatch.Recorded;
using JointWatch.Recorded.Playing;
using JointWatch.Recorded.Scoring;
using JointWatch.Recorded.Truth;
using JointWatch.Station.Cli.Options;
using JointWatch.Station.Sets;

namespace JointWatch.Station.Tests.Sets;

/// <summary>What the command <c>track</c> writes for the sets beside the checkout, against their truth.</summary>
public sealed class RecordedSetsTests
{
    /// <summary>
    /// The bounds for radar alone on cv10 and cv50 are what another tracker reaches on the same detections (Stone Soup, extended Kalman filter,
    /// global nearest neighbour): mean GOSPA 94.2 and 207.0 m from 20 s on. hard30, where that reaches 401.9 m with 52 numbers and 0.79 tracks too
    /// many, is held to 290 m, 33 numbers and 0.05. With infra-red it must be far better: a filter that is told the associations reaches 50, 111 and 107 m.
    /// </summary>
    [Theory]
    [InlineData("cv10", DetectionsUsed.Radar, 11, 94.2)]
    [InlineData("cv10", DetectionsUsed.All, 11, 60)]
    [InlineData("cv50", DetectionsUsed.Radar, 55, 207.0)]
    [InlineData("cv50", DetectionsUsed.All, 55, 130)]
    [InlineData("hard30", DetectionsUsed.Radar, 33, 290)]
    [InlineData("hard30", DetectionsUsed.All, 36, 140)]
    public void Aircraft_are_tracked_one_by_one(string name, DetectionsUsed use, int numbers, double gospa)
    {
        SetScore steady = Track(name, use, 500).From(20);

        Assert.InRange(steady.TrackNumbers, 1, numbers);
        Assert.InRange(steady.MeanGospa, 1, gospa);
        Assert.InRange(steady.MeanFalse, 0, 0.05);
    }

    [Theory]
    [InlineData(DetectionsUsed.Radar)]
    [InlineData(DetectionsUsed.All)]
    public void A_real_rocket_stage_is_one_track_from_launch_to_landing(DetectionsUsed use)
    {
        SetScore score = Track("launch_crs11", use, 2_000);

        Assert.Equal(1, score.TrackNumbers);
        TimeScore[] held = [.. score.Times.Where(time => time.Held.Count > 0)];
        Assert.InRange(held[0].Time.Value * 1e-6, 1, 30);
        Assert.InRange(held[^1].Time.Value * 1e-6, 445, 465);
    }

    /// <summary>Tracks a set by the command and scores what it wrote; skips the test where the set is not there.</summary>
    private static SetScore Track(string name, DetectionsUsed use, double cutOffMeters)
    {
        string? root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "JointWatch.slnx")))
        {
            root = Path.GetDirectoryName(root);
        }

        string folder = Path.GetFullPath(Path.Combine(root ?? ".", "..", "shared", "data", "tracking", name));
        Assert.SkipUnless(Directory.Exists(folder), $"The recorded set {folder} is not there.");
        string file = Path.GetTempFileName();
        try
        {
            Assert.Equal(0, TrackRunner.Run(new TrackOptions(folder, file, use) { Passes = 1 }, TimeProvider.System, TextWriter.Null));
            return SetScore.Of(RecordedTruth.Read(folder), TracksFile.Read(file), RecordedSet.Read(folder).ReportTimes, cutOffMeters, 2);
        }
        finally
        {
            File.Delete(file);
        }
    }
}

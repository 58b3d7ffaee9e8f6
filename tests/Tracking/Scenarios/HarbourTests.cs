using JointWatch.Recorded;
using JointWatch.Recorded.Playing;
using JointWatch.Recorded.Scoring;
using JointWatch.Recorded.Truth;

namespace JointWatch.Tracking.Tests.Scenarios;

/// <summary>
/// Real detections of two vessels in a harbour (Autoferry/sensor_fusion_dataset, CC0), scored against the vessels' satellite positions. RMS GOSPA with c = 20 m
/// over the whole set is compared with that of Ø. Helgesen et al., "Heterogeneous multi-sensor tracking for an autonomous surface vehicle in a littoral
/// environment", Ocean Engineering 252, 2022: 20.4 m over the scenarios 2 to 6, 31.0 m over 13, 16, 17 and 22.
/// </summary>
public sealed class HarbourTests
{
    private const double CutOffMeters = 20;

    [Theory]
    [InlineData("scenario2", 20.4)]
    [InlineData("scenario3", 20.4)]
    [InlineData("scenario16", 31.0)]
    public void Gospa_is_below_what_has_been_published(string scenario, double published)
    {
        SetScore score = Score(scenario, out _);
        TestContext.Current.SendDiagnosticMessage($"{scenario}: {score.RmsGospa:f1} m, false {score.MeanFalse:f2}, missed {score.MeanMissed:f2}");
        Assert.InRange(score.RmsGospa, 0, published);
    }

    [Theory]
    [InlineData("scenario2")]
    [InlineData("scenario16")]
    public void Each_vessel_is_held_by_one_track_through_the_crossing(string scenario)
    {
        SetScore score = Score(scenario, out IReadOnlyList<TruthTrack> vessels);
        Assert.Equal(2, vessels.Count);
        foreach (TruthTrack vessel in vessels)
        {
            TrackId[] holders = [.. score.Times.SelectMany(time => time.Held).Where(held => held.Target == vessel.Id).Select(held => held.Track)];
            Assert.Single(holders.Distinct());
            Assert.InRange(holders.Length, 0.85 * score.Times.Count, score.Times.Count);
        }
    }

    private static SetScore Score(string scenario, out IReadOnlyList<TruthTrack> vessels)
    {
        RecordedSet set = Read(scenario, out string folder);
        vessels = RecordedTruth.Read(folder);
        return SetScore.Of(vessels, Playback.Play(set, new MultiTargetTracker()), set.ReportTimes, CutOffMeters, 2);
    }

    private static RecordedSet Read(string scenario, out string folder)
    {
        string? found = SharedData.Find("tracking/autoferry/" + scenario);
        Assert.SkipWhen(found is null, SharedData.Missing);
        folder = found;
        return RecordedSet.Read(folder);
    }
}

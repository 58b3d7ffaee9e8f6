using JointWatch.Recorded.Playing;
using JointWatch.Recorded.Scoring;
using JointWatch.Recorded.Truth;
using JointWatch.Tracking;

namespace JointWatch.Recorded.Tests;

/// <summary>Expected values are those that the sets' own scorer (Python, scipy's linear_sum_assignment) prints for the same two files.</summary>
public sealed class SetScoreTests : IDisposable
{
    private const string TruthText = """
        time_s,target_id,x_m,y_m,z_m
        0,a,0,0,1000
        0,b,900,100,1200
        0,c,-4000,250,800
        10,a,100,0,1000
        10,b,700,90,1190
        10,c,-3900,260,810
        20,a,200,0,1000
        20,b,500,80,1180
        20,c,-3800,270,820
        30,a,300,0,1000
        30,b,300,70,1170
        """;

    private const string TracksText = """
        time_s,track_id,x_m,y_m,z_m
        0,1,30,-20,1010
        0,2,420,60,1100
        10,1,420,40,1080
        10,2,690,130,1205
        10,3,-3950,200,790
        10,4,8000,8000,500
        20,1,480,90,1150
        20,2,240,30,1020
        20,3,-3420,480,990
        30,2,310,-30,995
        30,5,295,60,1180
        30,6,305,72,1168
        """;

    private readonly TextFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(500, 2, 481.66069944861374, 489.89361089934613, 317.5826480160086, 0.25, 0.5, 241.86421810594473)]
    [InlineData(200, 1, 297.7355947651181, 315.3819239415887, 113.31816910045715, 1.0, 1.25, 46.572524088780064)]
    public void Figures_are_those_of_the_sets_own_scorer(
        double cutOff, double order, double gospa, double rms, double ospa, double missed, double wrong, double rmse)
    {
        SetScore score = Score(cutOff, order);

        Assert.Equal(gospa, score.MeanGospa, 1e-9);
        Assert.Equal(rms, score.RmsGospa, 1e-9);
        Assert.Equal(ospa, score.MeanOspa, 1e-9);
        Assert.Equal(missed, score.MeanMissed, 1e-12);
        Assert.Equal(wrong, score.MeanFalse, 1e-12);
        Assert.Equal(rmse, score.PositionRmse, 1e-9);
    }

    [Fact]
    public void Numbers_switches_and_the_steady_part_are_too()
    {
        SetScore score = Score(500, 2);

        Assert.Equal((3, 6), (score.Switches, score.TrackNumbers));
        Assert.Equal(412.94838525536204, score.From(20).MeanGospa, 1e-9);
        Assert.Equal(280.56543532988155, score.From(20).MeanOspa, 1e-9);
    }

    [Fact]
    public void A_time_without_objects_or_tracks_does_not_count()
    {
        IReadOnlyList<TruthTrack> truth = RecordedTruth.Read(_folder.Write("truth.csv", TruthText));

        Assert.Empty(SetScore.Of(truth, [], [default(UtcMicroseconds).AddSeconds(1_000)], 500, 2).Times);
    }

    private SetScore Score(double cutOff, double order)
    {
        IReadOnlyList<TruthTrack> truth = RecordedTruth.Read(_folder.Write("truth.csv", TruthText));
        IReadOnlyList<TrackRow> tracks = TracksFile.Read(_folder.Write("tracks.csv", TracksText));
        return SetScore.Of(truth, tracks, truth.SelectMany(t => t.Points).Select(p => p.Time).Distinct().Order(), cutOff, order);
    }
}

using System.Globalization;
using JointWatch.Exercises;
using JointWatch.Recorded.Tests;
using JointWatch.Station.Cli.Options;
using JointWatch.Station.Sets;

namespace JointWatch.Station.Tests.Sets;

public sealed class TrackRunnerTests
{
    [Fact]
    public void The_figures_are_printed_and_the_tracks_written()
    {
        using SetFolder folder = new(SetFolder.FlatSensors, SetFolder.FlatRadar, SetFolder.FlatInfrared);
        using StringWriter output = new(CultureInfo.InvariantCulture);

        int exitCode = TrackRunner.Run(new TrackOptions(folder.Path, folder.File("tracks.csv"), DetectionsUsed.All), TimeProvider.System, output);

        Assert.Equal(0, exitCode);
        Assert.Equal("time_s,track_id,x_m,y_m,z_m\n", File.ReadAllText(folder.File("tracks.csv")));
        Assert.Contains("Detections:    4 in 6 scans", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("µs", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Peak memory:", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_named()
    {
        using SetFolder folder = new(SetFolder.FlatSensors, SetFolder.FlatRadar, null);
        string path = Path.Combine(folder.Path, "nowhere", "tracks.csv");

        Assert.Contains(path, Assert.Throws<InvalidInputException>(
            () => TrackRunner.Run(new TrackOptions(folder.Path, path, DetectionsUsed.All), TimeProvider.System, TextWriter.Null)).Message, StringComparison.Ordinal);
    }

    /// <summary>
    /// Sets with known truth. The bounds on the mean error and on missed and false tracks are those of another tracker on the same detections
    /// (Stone Soup 1.x, extended Kalman filter, global nearest neighbour; the set's README): GOSPA 94.2, 207.0 and 401.9 m from 20 s on, radar alone.
    /// With infra-red it must be better than that.
    /// </summary>
    [Theory]
    [InlineData("cv10", DetectionsUsed.Radar, 10, 94.2)]
    [InlineData("cv10", DetectionsUsed.All, 10, 60)]
    [InlineData("cv50", DetectionsUsed.Radar, 50, 207.0)]
    [InlineData("cv50", DetectionsUsed.All, 50, 130)]
    [InlineData("hard30", DetectionsUsed.Radar, 30, 290)]
    [InlineData("hard30", DetectionsUsed.All, 30, 140)]
    public void Aircraft_of_a_recorded_set_are_tracked_one_by_one(string name, DetectionsUsed use, int objects, double gospa)
    {
        TracksOfSet result = TracksOfSet.Run(name, use);

        // A pair of plots of two neighbours may look like one object for a look or two before the third settles it.
        Assert.InRange(result.Confirmed, objects, objects + (objects / 7));
        Assert.True(result.MeanGospa(20) <= gospa, $"GOSPA {result.MeanGospa(20)} m");
    }

    [Theory]
    [InlineData(DetectionsUsed.Radar)]
    [InlineData(DetectionsUsed.All)]
    public void A_real_rocket_stage_is_one_track_from_launch_to_landing(DetectionsUsed use)
    {
        TracksOfSet result = TracksOfSet.Run("launch_crs11", use);

        Assert.Equal(1, result.Confirmed);
        Assert.True(result.FirstSeconds < 30, $"first row at {result.FirstSeconds} s");
        Assert.True(result.LastSeconds > 445, $"last row at {result.LastSeconds} s");
    }
}

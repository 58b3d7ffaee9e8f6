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
}

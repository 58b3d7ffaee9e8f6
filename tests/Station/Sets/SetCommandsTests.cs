using System.Globalization;
using JointWatch.Exercises;
using JointWatch.Recorded;
using JointWatch.Recorded.Tests;
using JointWatch.Station.Cli.Options;
using JointWatch.Station.Sets;

namespace JointWatch.Station.Tests.Sets;

public sealed class SetCommandsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jointwatch-made-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_set_is_made_tracked_and_scored()
    {
        using StringWriter output = new(CultureInfo.InvariantCulture);
        string set = Path.Combine(_folder, "made");
        string tracks = Path.Combine(_folder, "tracks.csv");

        Assert.Equal(0, MakeSetRunner.Run(new MakeSetOptions(SetKind.Cv, 6, 5, null, set), output));
        Assert.Equal(0, TrackRunner.Run(new TrackOptions(set, tracks, DetectionsUsed.Radar) { Passes = 2 }, TimeProvider.System, output));
        Assert.Equal(0, ScoreRunner.Run(new ScoreOptions(set, tracks, 500, 2, 20), output));

        string said = output.ToString();
        Assert.Contains("the median of the later half of 2 passes", said, StringComparison.Ordinal);
        Assert.Contains("GOSPA and OSPA with c = 500 m, p = 2, alpha = 2", said, StringComparison.Ordinal);
        Assert.Contains("Track numbers: 6 for 6 objects, 0 switches", said, StringComparison.Ordinal);
        Assert.Contains("object 5: held 17", said, StringComparison.Ordinal);
        Assert.Contains("Trajectory GOSPA with gamma = 500 m: ", said, StringComparison.Ordinal);
        Assert.Contains("ambiguity 1.0000, spuriousness 0.0000", said, StringComparison.Ordinal);
        Assert.Contains("never held 0.0 % of objects", said, StringComparison.Ordinal);
    }

    [Fact]
    public void The_baseline_can_be_chosen_for_every_stage()
    {
        using SetFolder folder = new(SetFolder.FlatSensors, SetFolder.FlatRadar, null);
        TrackOptions options = new(folder.Path, folder.File("t.csv"), DetectionsUsed.Radar) { IsNearest = true, IsPairs = true, IsScored = true, Passes = 1 };

        Assert.Equal(0, TrackRunner.Run(options, TimeProvider.System, TextWriter.Null));
    }

    [Fact]
    public void Births_are_told_only_by_sets_that_know_them()
    {
        using SetFolder folder = new(SetFolder.FlatSensors, SetFolder.FlatRadar, null);
        TrackOptions options = new(folder.Path, folder.File("t.csv"), DetectionsUsed.Radar) { IsBirthTold = true };
        string plots = Path.Combine(_folder, "measurements.csv");
        File.WriteAllText(plots, "mc,k,zx,zy\n1,1,10,20\n1,2,11,21\n");

        string message = Assert.Throws<InvalidInputException>(() => TrackRunner.Run(options, TimeProvider.System, TextWriter.Null)).Message;

        Assert.Contains("birth is missing; expected a set that tells where new objects appear", message, StringComparison.Ordinal);
        Assert.Equal(
            0, TrackRunner.Run(new TrackOptions(_folder, Path.Combine(_folder, "t.csv"), DetectionsUsed.All) { IsBirthTold = true }, TimeProvider.System, TextWriter.Null));
        Assert.NotNull(RecordedSet.Read(_folder).Birth);
    }

    [Fact]
    public void A_truth_without_an_object_is_refused()
    {
        string truth = Path.Combine(_folder, "truth.csv");
        string tracks = Path.Combine(_folder, "tracks.csv");
        File.WriteAllText(truth, "time_s,target_id,x_m,y_m,z_m\n");
        File.WriteAllText(tracks, "time_s,track_id,x_m,y_m,z_m\n");

        Assert.Contains(
            truth, Assert.Throws<InvalidInputException>(() => ScoreRunner.Run(new ScoreOptions(truth, tracks, 500, 2, 20), TextWriter.Null)).Message, StringComparison.Ordinal);
    }
}

using JointWatch.Recorded.Truth;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Recorded.Tests;

public sealed class RecordedTruthTests : IDisposable
{
    private const string Space = """
        time_s,target_id,x_m,y_m,z_m,vx_mps,vy_mps,vz_mps,burning
        0.000000,0,1,2,3,4,5,6,1
        0.000000,7,10,20,30,40,50,60,0
        2.000000,0,9,12,15,4,5,6,0
        """;

    private const string Plane = "k,target_id,x,vx,y,vy\n1,1,143.5,0.5,136.5,-0.25\n2,1,144,0.5,136.25,-0.25\n";

    private const string Harbour = """
        [[{"targetID":1,"position":[84.5,-354.75,0],"time":1.62011489188E+9},{"targetID":2,"position":[-154.25,-583.5,0],"time":1.6201148918E+9}],
        [{"targetID":1,"position":[84.5,-354.75,0],"time":1.62011489188E+9},{"targetID":2,"position":[-154.25,-583.5,0],"time":1.6201148918E+9}],
        {"targetID":1,"position":[85.5,-356.75,0],"time":1.62011489208E+9}]
        """;

    private readonly TextFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Objects_in_space_are_read_with_velocity_and_burns()
    {
        _folder.Write("truth.csv", Space);

        IReadOnlyList<TruthTrack> truth = RecordedTruth.Read(_folder.Path);

        Assert.Equal(["0", "7"], truth.Select(t => t.Id));
        Assert.Equal(new TruthPoint(default, new Vector3(1, 2, 3), new Vector3(4, 5, 6), true), truth[0].Points[0]);
        Assert.Equal(new Vector3(5, 7, 9), truth[0].At(Seconds(1)));
        Assert.Equal(new Vector3(9, 12, 15), truth[0].At(Seconds(2.0004)));
        Assert.Null(truth[0].At(Seconds(2.1)));
        Assert.Null(truth[1].At(Seconds(1)));
    }

    [Fact]
    public void Objects_in_a_plane_are_read_by_step()
    {
        _folder.Write("truth.csv", Plane);

        TruthTrack only = Assert.Single(RecordedTruth.Read(_folder.Path));

        Assert.Equal(new TruthPoint(Seconds(2), new Vector3(144, 136.25, 0), new Vector3(0.5, -0.25, 0), false), only.Points[1]);
    }

    [Fact]
    public void Vessels_are_read_from_the_repeated_newest_fixes_north_before_east()
    {
        _folder.Write("scenario2_groundTruth.json", Harbour);

        IReadOnlyList<TruthTrack> truth = RecordedTruth.Read(_folder.Path);

        Assert.Equal(["1", "2"], truth.Select(t => t.Id));
        Assert.Equal([new Vector3(-354.75, 84.5, 0), new Vector3(-356.75, 85.5, 0)], truth[0].Points.Select(p => p.Position));
        Assert.Equal(new Vector3(-355.75, 85, 0), truth[0].At(new UtcMicroseconds(1_620_114_891_980_000)));
        Assert.Single(truth[1].Points);
    }

    [Fact]
    public void Whatever_is_done_to_a_file_it_is_read_or_refused()
    {
        ReadOrRefused.SampleTruth(_folder, "truth.csv", Space);
        ReadOrRefused.SampleTruth(_folder, "truth.csv", Plane);
        ReadOrRefused.SampleTruth(_folder, "scenario2_groundTruth.json", Harbour);
    }

    private static UtcMicroseconds Seconds(double seconds) => default(UtcMicroseconds).AddSeconds(seconds);
}

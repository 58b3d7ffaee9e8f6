using JointWatch.Metrics;
using JointWatch.Recorded.Looks;
using JointWatch.Recorded.Playing;
using JointWatch.Recorded.Scoring;
using JointWatch.Recorded.Truth;
using JointWatch.Tracking;
using JointWatch.Tracking.Geodesy;

namespace JointWatch.Recorded.Tests;

public sealed class SetComparisonTests : IDisposable
{
    private readonly TextFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Objects_and_tracks_stand_at_the_same_times()
    {
        IReadOnlyList<TruthTrack> truth = RecordedTruth.Read(_folder.Write(
            "truth.csv", "time_s,target_id,x_m,y_m,z_m,vx_mps,vy_mps,vz_mps\n0,a,0,0,0,10,0,0\n2,a,20,0,0,14,0,0\n"));
        IReadOnlyList<TrackRow> rows = TracksFile.Read(_folder.Write(
            "tracks.csv", "time_s,track_id,x_m,y_m,z_m,vx_mps,vy_mps,vz_mps\n1.0001,7,9,1,0,11,1,0\n2,7,21,1,0,12,0,0\n9,8,0,0,0,0,0,0\n"));

        Comparison comparison = SetComparison.Of(truth, rows, [At(0), At(1), new UtcMicroseconds(1_000_100), At(2), At(3)]);

        Assert.Equal([At(0), At(1), At(2), At(3)], comparison.Times);
        Assert.Equal(
            [new Place(Vector3.Zero, new Vector3(10, 0, 0)), new Place(new Vector3(10, 0, 0), new Vector3(12, 0, 0)), new Place(new Vector3(20, 0, 0), new Vector3(14, 0, 0)), null],
            Assert.Single(comparison.Truth).Places);
        Assert.Equal(
            [null, new Place(new Vector3(9, 1, 0), new Vector3(11, 1, 0)), new Place(new Vector3(21, 1, 0), new Vector3(12, 0, 0)), null],
            comparison.Tracks[0].Places);
        Assert.All(comparison.Tracks[1].Places, place => Assert.Null(place));
    }

    [Fact]
    public void The_first_detection_of_each_object_is_that_of_a_radar()
    {
        _folder.Write("radar_detections.csv", "time_s,sensor_id,truth_id\n3,R1,-1\n5,R1,b\n4,R2,b\n6,R1,a\n");
        _folder.Write("ir_detections.csv", "time_s,sensor_id,truth_id\n1,I1,a\n");

        IReadOnlyDictionary<string, UtcMicroseconds> first = FirstDetections.Read(_folder.Path);

        Assert.Equal((At(4), At(6)), (first["b"], first["a"]));
    }

    [Fact]
    public void A_set_that_does_not_tell_whose_detections_they_are_has_no_first_ones()
    {
        Assert.Empty(FirstDetections.Read(_folder.Path));
        _folder.Write("radar_detections.csv", "time_s,sensor_id\n3,R1\n");

        Assert.Empty(FirstDetections.Read(_folder.Path));
    }

    private static UtcMicroseconds At(double seconds) => default(UtcMicroseconds).AddSeconds(seconds);
}

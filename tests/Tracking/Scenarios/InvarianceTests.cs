using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Tests.Scenarios;

/// <summary>What must not matter to the tracker as a whole: the order of detections in a scan, and where on its parallel a scene lies.</summary>
public sealed class InvarianceTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_order_of_the_detections_in_a_scan_changes_nothing(int seed)
    {
        Random random = new(seed);
        List<Scan> scans = Scene(16).Scans(40);
        List<Scan> shuffled = [.. scans.Select(scan =>
        {
            Detection[] detections = [.. scan.Detections];
            random.Shuffle(detections);
            return scan with { Detections = detections };
        })];

        Compare(Track(scans), Track(shuffled), static position => position, 1e-6);
    }

    /// <summary>Across Greenwich, the antimeridian, and once round.</summary>
    [Theory]
    [InlineData(-16.2)]
    [InlineData(37)]
    [InlineData(163.9)]
    [InlineData(-120)]
    [InlineData(359.9)]
    public void Turning_the_Earth_turns_the_tracks(double degrees)
    {
        (double sin, double cos) = Math.SinCos(double.DegreesToRadians(degrees));
        Vector3 Turned(Vector3 p) => new((cos * p.X) - (sin * p.Y), (sin * p.X) + (cos * p.Y), p.Z);

        Compare(Track(Scene(16).Scans(40)), Track(Scene(16 + degrees).Scans(40)), Turned, 1e-3);
    }

    /// <summary>Two radars and a camera at 69° north, six aircraft and what is not there. Measurements are the same wherever it lies.</summary>
    private static Sky Scene(double longitudeDegrees)
    {
        LocalFrame east = LocalFrame.At(Geodetic.FromDegrees(69, longitudeDegrees, 100));
        LocalFrame west = LocalFrame.At(Geodetic.FromDegrees(69.2, longitudeDegrees - 0.6, 50));
        Sky sky = new(21) { Sensors = { (Some.Radar("R1", east), 0), (Some.Radar("R2", west), 0.4), (Some.Infrared("I1", west), 0.2) } };
        Random random = new(22);
        for (int i = 0; i < 6; i++)
        {
            Enu start = new(random.Next(-30_000, 30_000), random.Next(10_000, 40_000), random.Next(3_000, 9_000));
            Enu pace = new(random.Next(-250, 250), random.Next(-250, 250), 0);
            Vector3 velocity = east.ToCommon(pace) - east.Origin;
            sky.Objects.Add(Sky.Straight(east.ToCommon(start), velocity));
        }

        return sky;
    }

    private static List<TrackEstimate> Track(List<Scan> scans)
    {
        MultiTargetTracker tracker = new();
        scans.ForEach(scan => tracker.Process(scan));
        return [.. tracker.Tracks.Where(track => track.State == TrackState.Confirmed)];
    }

    private static void Compare(List<TrackEstimate> expected, List<TrackEstimate> actual, Func<Vector3, Vector3> move, double meters)
    {
        Assert.True(expected.Count >= 5);
        Assert.Equal(expected.Count, actual.Count);
        foreach (TrackEstimate track in expected)
        {
            TrackEstimate same = actual.MinBy(other => (other.Position - move(track.Position)).Length)!;
            Assert.InRange((same.Position - move(track.Position)).Length, 0, meters);
            Assert.InRange((same.Velocity - move(track.Velocity)).Length, 0, meters);
            Assert.Equal(track.Existence, same.Existence, 1e-6);
        }
    }
}

using JointWatch.Tracking.Geodesy;
using JointWatch.Tracking.Initiation;
using JointWatch.Tracking.Measurement;
using JointWatch.Tracking.Tests.Scenarios;

namespace JointWatch.Tracking.Tests.Initiation;

public sealed class TriangulatorTests
{
    private static readonly Sensor West = Some.Infrared("I1", LocalFrame.Flat(new Vector3(-20_000, 0, 0)));
    private static readonly Sensor East = Some.Infrared("I2", LocalFrame.Flat(new Vector3(20_000, 0, 0)));

    [Fact]
    public void Two_lines_of_sight_meet_at_the_object()
    {
        Vector3 place = new(3_000, 40_000, 12_000);

        Plot plot = Assert.Single(Meet(place, place, 0.2));

        Assert.True((plot.Position - place).Length < 1, $"{plot.Position}");
        Assert.Equal(UtcMicroseconds.From(DateTimeOffset.UnixEpoch).AddSeconds(0.2), plot.Time);
    }

    [Fact]
    public void Lines_that_pass_far_from_each_other_do_not_meet()
    {
        Assert.Empty(Meet(new Vector3(3_000, 40_000, 12_000), new Vector3(3_000, 40_000, 18_000), 0.2));
    }

    [Fact]
    public void Lines_too_far_apart_in_time_do_not_meet()
    {
        Vector3 place = new(3_000, 40_000, 12_000);

        Assert.Empty(Meet(place, place, 5));
    }

    [Fact]
    public void Lines_that_meet_behind_the_sensors_do_not_count()
    {
        // Each sensor sees an object on its own outer side: the lines part ahead and meet behind.
        Assert.Empty(Meet(new Vector3(-60_000, 40_000, 12_000), new Vector3(60_000, 40_000, 12_000), 0.1));
    }

    private static List<Plot> Meet(Vector3 seenFromWest, Vector3 seenFromEast, double seconds)
    {
        Triangulator triangulator = new(new TriangulationOptions());
        List<Plot> plots = [];
        triangulator.Add(West, new UtcMicroseconds(0), 0, Seen(West, seenFromWest), plots, 10);
        triangulator.Add(East, new UtcMicroseconds(0).AddSeconds(seconds), 0, Seen(East, seenFromEast), plots, 10);
        return plots;
    }

    private static Observation Seen(Sensor sensor, Vector3 place)
    {
        Enu local = sensor.Frame.ToLocal(place);
        return Observation.Of(sensor, new Detection(double.NaN, local.AzimuthRadians, local.ElevationRadians, double.NaN, double.NaN));
    }
}

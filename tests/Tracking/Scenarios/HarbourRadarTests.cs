using JointWatch.Tracking.Geodesy;

namespace JointWatch.Tracking.Tests.Scenarios;

/// <summary>
/// A radar on a ferry that gives places. Multiple echoes as in A. Bole, B. Dineley, A. Wall, "Radar and ARPA Manual", section 3.9.3: on the bearing of a near
/// boat, at multiples of its range, moving in accord with it.
/// </summary>
public sealed class HarbourRadarTests
{
    private static readonly Vector3 Near = new(60, 10, 0);
    private static readonly Vector3 NearVelocity = new(-0.5, 2, 0);

    [Fact]
    public void Multiple_echoes_of_a_near_boat_are_no_boats()
    {
        List<TrackEstimate> shown = Run(Radar, 40, (t, _) =>
        {
            Vector3 near = Near + (t * NearVelocity);
            return [near, 2 * near, 3 * near];
        });

        TrackEstimate only = Assert.Single(shown);
        Assert.InRange((only.Position - (Near + (40 * NearVelocity))).Length, 0, 10);
    }

    [Fact]
    public void A_boat_that_was_seen_before_it_passes_behind_another_keeps_its_track()
    {
        Vector3 far = new(200, -150, 0);
        Vector3 velocity = new(0, 5, 0);
        List<long> numbers = [];
        List<TrackEstimate> shown = Run(Radar, 90, (t, tracks) =>
        {
            numbers.AddRange(tracks.Where(track => (track.Position - far - (t * velocity)).Length < 30).Select(track => track.Id.Value));

            // Behind the near boat, it is not seen.
            Vector3 there = far + (t * velocity);
            return Math.Abs(there.Y) < 30 ? [new Vector3(60, 0, 0)] : [new Vector3(60, 0, 0), there];
        });

        Assert.Equal(2, shown.Count);
        Assert.Single(numbers.Distinct());
    }

    [Fact]
    public void A_boat_that_comes_out_from_behind_another_gets_a_track()
    {
        List<TrackEstimate> shown = Run(Radar, 90, (t, _) => [new Vector3(60, 0, 0), new Vector3(200, t, 0)]);

        Assert.Equal(2, shown.Count);
        Assert.Contains(shown, track => (track.Position - new Vector3(200, 90, 0)).Length < 15);
    }

    [Fact]
    public void All_plots_of_a_long_boat_are_one_boat()
    {
        Sensor radar = Radar with { Noise = Radar.Noise with { ExtentMeters = 30 } };
        List<TrackEstimate> shown = Run(radar, 60, (t, _) =>
        {
            Vector3 stern = new(100, 50 + t, 0);
            return [stern, stern + new Vector3(0, 20, 0)];
        });

        Assert.Single(shown);
    }

    [Theory]
    [InlineData(500, false)]
    [InlineData(80, true)]
    public void Misses_end_a_track_only_as_far_out_as_the_sensor_surely_sees(double sureMeters, bool lives)
    {
        Sensor radar = Radar with { SureRangeMeters = sureMeters };
        List<TrackEstimate> shown = Run(radar, 28, (t, _) => t < 20 ? [new Vector3(100, 0, 0)] : []);

        Assert.Equal(lives ? 1 : 0, shown.Count);
    }

    private static Sensor Radar => new(
        new SensorId("radar"),
        SensorKind.Place,
        LocalFrame.Flat(Vector3.Zero),
        new FieldOfView(0, Math.Tau, -Math.PI / 2, Math.PI / 2, 0, 500),
        new MeasurementNoise(0, 0, 0, 0) { PlaceSigmaMeters = 4, ExtentMeters = 20 },
        DetectionProbability: 0.9,
        FalseDetectionsPerScan: 1,
        ScanPeriodSeconds: 1);

    /// <summary>Looks once a second, at what a function of time, and of the tracks shown, says; returns those shown at the end.</summary>
    private static List<TrackEstimate> Run(Sensor radar, int seconds, Func<int, IReadOnlyList<TrackEstimate>, Vector3[]> objects)
    {
        Random random = new(3);
        MultiTargetTracker tracker = new();
        for (int t = 0; t <= seconds; t++)
        {
            Detection[] plots = [.. objects(t, [.. Shown(tracker)]).Select(at => Detection.AtPlace(at.X + (2 * Some.Gaussian(random)), at.Y + (2 * Some.Gaussian(random))))];
            tracker.Process(new Scan(radar, Sky.At(t), plots));
        }

        return [.. Shown(tracker)];
    }

    private static IEnumerable<TrackEstimate> Shown(MultiTargetTracker tracker) => tracker.Tracks.Where(track => track.State == TrackState.Confirmed);
}
